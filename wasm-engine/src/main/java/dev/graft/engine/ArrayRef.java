package dev.graft.engine;

import java.lang.reflect.Array;
import java.util.Objects;

import dev.graft.artifact.type.ArrayType;
import dev.graft.artifact.type.FieldType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import dev.graft.engine.abi.ArrayReference;
import dev.graft.engine.abi.ByteArrayReference;
import dev.graft.engine.abi.DoubleArrayReference;
import dev.graft.engine.abi.FloatArrayReference;
import dev.graft.engine.abi.IntArrayReference;
import dev.graft.engine.abi.LongArrayReference;
import dev.graft.engine.abi.ObjectArrayReference;
import dev.graft.engine.abi.ShortArrayReference;
import dev.graft.engine.abi.VectorArrayReference;
import dev.graft.engine.heap.HeapClassLoader;
import dev.graft.engine.link.CanonicalType;
import org.jspecify.annotations.Nullable;

/// A reference to an array. The array is an object of the Java heap and lives as long as
/// the host or a guest refers to it. Two references are equal if they refer to the same
/// array.
///
/// [#copyTo] and [#copyFrom] move many elements at once, between the array and a Java
/// array: `byte[]` for `i8`, `short[]` for `i16`, `int[]`, `long[]`, `float[]`,
/// `double[]` for numbers, a `long[]` with two elements for each `v128` (low half first),
/// and `Object[]` for references.
///
/// Like everything of a store it is for one thread at a time, and cannot be given to an
/// instance of another store.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/runtime.html#array-instances">Execution,
/// "Array Instances"</a>
public final class ArrayRef {

	private final Store store;

	private final ArrayReference reference;

	ArrayRef(Store store, ArrayReference reference) {
		this.store = store;
		this.reference = reference;
	}

	/// A new array.
	/// @param type an array type
	/// @param length how many elements
	/// @param initial what all of them are at first, boxed as for [Func#call]
	/// @throws IllegalArgumentException if the length is negative
	/// @throws SignatureMismatchException if it is no array type, or its elements cannot
	/// be the value
	public static ArrayRef create(Store store, DefinedType type, int length, @Nullable Object initial) {
		FieldType element = shape(store, type).element();
		int token = store.ownership().hold();
		try {
			Object carrier = Values.toCarrier("element", 0, element.storage().unpacked(), initial, store);
			ArrayRef made = new ArrayRef(store, newArray(type, length));
			for (int index = 0; index < length; index++) {
				made.write(index, carrier);
			}
			return made;
		}
		finally {
			store.ownership().release(token);
		}
	}

	/// A new array with the elements of a Java array.
	/// @param type an array type
	/// @param elements of the class that belongs to the type
	/// @throws SignatureMismatchException if it is no array type, or its elements cannot
	/// be those
	public static ArrayRef of(Store store, DefinedType type, Object elements) {
		shape(store, type);
		if (!elements.getClass().isArray()) {
			throw HostReferences.mismatch("the elements of " + type, "a Java array", elements);
		}
		int length = Array.getLength(elements) / type.canonical().objects().elementsEach();
		ArrayRef made = new ArrayRef(store, newArray(type, length));
		made.write(0, elements, 0, length);
		return made;
	}

	private static ArrayReference newArray(DefinedType type, int length) {
		if (length < 0) {
			throw new IllegalArgumentException("an array of %d elements".formatted(length));
		}
		return type.canonical().objects().newArray(length);
	}

	private static ArrayType shape(Store store, DefinedType type) {
		if (!type.engine().equals(store.engine())) {
			throw new SignatureMismatchException(type + " is of another engine than the store");
		}
		if (type.shape() instanceof ArrayType array) {
			return array;
		}
		throw new SignatureMismatchException(type + " is no array type");
	}

	/// Its type, which may be a subtype of the one that it was passed as.
	public DefinedType type() {
		return new DefinedType(this.store.engine(), canonicalType());
	}

	private CanonicalType canonicalType() {
		return (CanonicalType) HeapClassLoader.typeOf(this.reference);
	}

	private FieldType element() {
		return ((ArrayType) canonicalType().composite()).element();
	}

	/// The store whose guests use it.
	public Store store() {
		return this.store;
	}

	/// How many elements it has, which never changes.
	public int length() {
		return this.reference.length();
	}

	/// An element, boxed as for [Func#call]; an [Integer] for a packed element,
	/// sign-extended.
	/// @throws IndexOutOfBoundsException if there is no such element
	public @Nullable Object get(int index) {
		Objects.checkIndex(index, length());
		int token = this.store.ownership().hold();
		try {
			return switch (this.reference) {
				case ByteArrayReference i8 -> (int) i8.elements[index];
				case ShortArrayReference i16 -> (int) i16.elements[index];
				case IntArrayReference i32 -> i32.elements[index];
				case LongArrayReference i64 -> i64.elements[index];
				case FloatArrayReference f32 -> f32.elements[index];
				case DoubleArrayReference f64 -> f64.elements[index];
				case VectorArrayReference v128 -> new V128(v128.elements[2 * index], v128.elements[2 * index + 1]);
				case ObjectArrayReference references -> HostReferences.toHost(references.elements[index], this.store);
			};
		}
		finally {
			this.store.ownership().release(token);
		}
	}

	/// Sets an element.
	/// @throws IndexOutOfBoundsException if there is no such element
	/// @throws SignatureMismatchException if the elements are immutable or cannot be the
	/// value
	public void set(int index, @Nullable Object value) {
		Objects.checkIndex(index, length());
		FieldType element = mutableElement();
		Object carrier = Values.toCarrier("element", index, element.storage().unpacked(), value, this.store);
		int token = this.store.ownership().hold();
		try {
			write(index, carrier);
		}
		finally {
			this.store.ownership().release(token);
		}
	}

	private FieldType mutableElement() {
		FieldType element = element();
		if (!element.mutable()) {
			throw new SignatureMismatchException("the elements of %s are immutable".formatted(this));
		}
		return element;
	}

	private void write(int index, @Nullable Object carrier) {
		switch (this.reference) {
			case ByteArrayReference i8 when carrier instanceof Integer value -> i8.elements[index] = value.byteValue();
			case ShortArrayReference i16 when carrier instanceof Integer value ->
				i16.elements[index] = value.shortValue();
			case IntArrayReference i32 when carrier instanceof Integer value -> i32.elements[index] = value;
			case LongArrayReference i64 when carrier instanceof Long value -> i64.elements[index] = value;
			case FloatArrayReference f32 when carrier instanceof Float value -> f32.elements[index] = value;
			case DoubleArrayReference f64 when carrier instanceof Double value -> f64.elements[index] = value;
			case VectorArrayReference v128 when carrier instanceof V128 value -> {
				v128.elements[2 * index] = value.low();
				v128.elements[2 * index + 1] = value.high();
			}
			case ObjectArrayReference references -> references.elements[index] = carrier;
			default -> throw new IllegalStateException("a value that has been checked does not fit");
		}
	}

	/// Copies elements to a Java array.
	/// @param start the first element
	/// @param target a Java array of the class that belongs to the elements' type
	/// @param targetStart where the first element goes
	/// @param count how many elements
	/// @throws IndexOutOfBoundsException if one of the arrays is too short
	/// @throws SignatureMismatchException if the Java array is of another class
	@SuppressWarnings("SuspiciousSystemArraycopy") // the classes have been compared
	public void copyTo(int start, Object target, int targetStart, int count) {
		Objects.checkFromIndexSize(start, count, length());
		checkClass(target);
		int token = this.store.ownership().hold();
		try {
			int scale = scale();
			Objects.checkFromIndexSize(targetStart, count, Array.getLength(target) / scale);
			System.arraycopy(this.reference.storage(), start * scale, target, targetStart * scale, count * scale);
			if (target instanceof @Nullable Object[] objects) {
				toHost(objects, targetStart, count);
			}
		}
		finally {
			this.store.ownership().release(token);
		}
	}

	private void toHost(@Nullable Object[] references, int start, int count) {
		for (int index = start; index < start + count; index++) {
			references[index] = HostReferences.toHost(references[index], this.store);
		}
	}

	/// All elements, in a new Java array of the class that belongs to their type.
	public Object toArray() {
		Object copy = Array.newInstance(this.reference.storage().getClass().getComponentType(), length() * scale());
		copyTo(0, copy, 0, length());
		return copy;
	}

	/// Copies elements from a Java array.
	/// @param start the first element to be set
	/// @param source a Java array of the class that belongs to the elements' type
	/// @param sourceStart the first element to be copied
	/// @param count how many elements
	/// @throws IndexOutOfBoundsException if one of the arrays is too short
	/// @throws SignatureMismatchException if the Java array is of another class, the
	/// elements are immutable, or cannot be those references; nothing has been copied
	/// then
	public void copyFrom(int start, Object source, int sourceStart, int count) {
		mutableElement();
		write(start, source, sourceStart, count);
	}

	@SuppressWarnings("SuspiciousSystemArraycopy") // the classes have been compared
	private void write(int start, Object source, int sourceStart, int count) {
		Objects.checkFromIndexSize(start, count, length());
		checkClass(source);
		int scale = scale();
		Objects.checkFromIndexSize(sourceStart, count, Array.getLength(source) / scale);
		int token = this.store.ownership().hold();
		try {
			if (source instanceof @Nullable Object[] objects) {
				System.arraycopy(carriers(objects, sourceStart, count), 0, this.reference.storage(), start, count);
			}
			else {
				System.arraycopy(source, sourceStart * scale, this.reference.storage(), start * scale, count * scale);
			}
		}
		finally {
			this.store.ownership().release(token);
		}
	}

	private @Nullable Object[] carriers(@Nullable Object[] values, int start, int count) {
		ValueType type = element().storage().unpacked();
		@Nullable Object[] carriers = new @Nullable Object[count];
		for (int index = 0; index < count; index++) {
			carriers[index] = Values.toCarrier("element", index, type, values[start + index], this.store);
		}
		return carriers;
	}

	private void checkClass(Object array) {
		Class<?> expected = this.reference.storage().getClass();
		boolean fits = (element().storage() instanceof ReferenceType) ? array instanceof @Nullable Object[]
				: expected == array.getClass();
		if (!fits) {
			throw HostReferences.mismatch("the Java array for " + this, expected.getTypeName(), array);
		}
	}

	private int scale() {
		return (this.reference instanceof VectorArrayReference) ? 2 : 1;
	}

	/// The array, for use in a store.
	/// @throws SignatureMismatchException if it lives in another store
	@SuppressWarnings("ReferenceEquality")
	ArrayReference referenceIn(Store store) {
		if (this.store != store) {
			throw new SignatureMismatchException("the array " + this + " lives in another store");
		}
		return this.reference;
	}

	@Override
	@SuppressWarnings("ReferenceEquality")
	public boolean equals(@Nullable Object other) {
		return other instanceof ArrayRef that && this.reference == that.reference && this.store == that.store;
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this.reference);
	}

	/// Its type.
	@Override
	public String toString() {
		return canonicalType().toString();
	}

}
