package dev.graft.engine;

import java.util.List;
import java.util.Objects;

import dev.graft.artifact.type.FieldType;
import dev.graft.artifact.type.PackedType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.StructType;
import dev.graft.artifact.type.VectorType;
import dev.graft.engine.abi.StructReference;
import dev.graft.engine.heap.FieldAccess;
import dev.graft.engine.heap.HeapClassLoader;
import dev.graft.engine.link.CanonicalType;
import org.jspecify.annotations.Nullable;

/// A reference to a structure. The structure is an object of the Java heap and lives as
/// long as the host or a guest refers to it. Two references are equal if they refer to
/// the same structure.
///
/// Like everything of a store it is for one thread at a time, and cannot be given to an
/// instance of another store.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/runtime.html#structure-instances">Execution,
/// "Structure Instances"</a>
public final class StructRef {

	private final Store store;

	private final StructReference reference;

	StructRef(Store store, StructReference reference) {
		this.store = store;
		this.reference = reference;
	}

	/// A new structure.
	/// @param type a structure type
	/// @param values one for each field, boxed as for [Func#call]; an [Integer] for a
	/// packed field, of which the lower bits count
	/// @throws SignatureMismatchException if it is no structure type, or the values do
	/// not fit the fields
	public static StructRef create(Store store, DefinedType type, @Nullable Object... values) {
		List<FieldType> fields = shape(store, type).fields();
		if (values.length != fields.size()) {
			throw new SignatureMismatchException(
					"%s: expected %d values, found %d".formatted(type, fields.size(), values.length));
		}
		int token = store.ownership().hold();
		try {
			StructRef made = new StructRef(store, type.canonical().objects().newStructure());
			for (int index = 0; index < values.length; index++) {
				made.write(index, fields.get(index), values[index]);
			}
			return made;
		}
		finally {
			store.ownership().release(token);
		}
	}

	/// A new structure of zeros and nulls.
	/// @param type a structure type
	/// @throws SignatureMismatchException if it is no structure type, or a field cannot
	/// be null
	public static StructRef createDefault(Store store, DefinedType type) {
		for (FieldType field : shape(store, type).fields()) {
			if (!field.storage().unpacked().isDefaultable()) {
				throw new SignatureMismatchException("%s: a field of %s has no default value".formatted(type, field));
			}
		}
		return new StructRef(store, type.canonical().objects().newStructure());
	}

	private static StructType shape(Store store, DefinedType type) {
		if (!type.engine().equals(store.engine())) {
			throw new SignatureMismatchException(type + " is of another engine than the store");
		}
		if (type.shape() instanceof StructType structure) {
			return structure;
		}
		throw new SignatureMismatchException(type + " is no structure type");
	}

	/// Its type, which may be a subtype of the one that it was passed as.
	public DefinedType type() {
		return new DefinedType(this.store.engine(), canonicalType());
	}

	private CanonicalType canonicalType() {
		return (CanonicalType) HeapClassLoader.typeOf(this.reference);
	}

	/// The store whose guests use it.
	public Store store() {
		return this.store;
	}

	/// How many fields it has.
	public int size() {
		return fields().size();
	}

	private List<FieldType> fields() {
		return ((StructType) canonicalType().composite()).fields();
	}

	/// A field, boxed as for [Func#call]; an [Integer] for a packed field, sign-extended.
	/// @throws IndexOutOfBoundsException if there is no such field
	public @Nullable Object get(int field) {
		FieldType type = fields().get(field);
		int token = this.store.ownership().hold();
		try {
			Object value = access(field).get(this.reference);
			return switch (type.storage()) {
				case PackedType packed when value instanceof Number number -> number.intValue();
				case VectorType vector when value instanceof Long low
						&& high(field).get(this.reference) instanceof Long high ->
					new V128(low, high);
				case ReferenceType reference -> HostReferences.toHost(value, this.store);
				default -> value;
			};
		}
		finally {
			this.store.ownership().release(token);
		}
	}

	/// Sets a field.
	/// @throws IndexOutOfBoundsException if there is no such field
	/// @throws SignatureMismatchException if the field is immutable or cannot hold the
	/// value
	public void set(int field, @Nullable Object value) {
		FieldType type = fields().get(field);
		if (!type.mutable()) {
			throw new SignatureMismatchException("field %d of %s is immutable".formatted(field, this));
		}
		int token = this.store.ownership().hold();
		try {
			write(field, type, value);
		}
		finally {
			this.store.ownership().release(token);
		}
	}

	private void write(int field, FieldType type, @Nullable Object value) {
		Object carrier = Values.toCarrier("field", field, type.storage().unpacked(), value, this.store);
		if (carrier instanceof V128 vector && type.storage() == VectorType.V128) {
			access(field).set(this.reference, vector.low());
			high(field).set(this.reference, vector.high());
		}
		else if (type.storage() instanceof PackedType packed && carrier instanceof Integer number) {
			access(field).set(this.reference,
					(packed == PackedType.I8) ? (Object) number.byteValue() : (Object) number.shortValue());
		}
		else {
			access(field).set(this.reference, carrier);
		}
	}

	private FieldAccess access(int field) {
		return canonicalType().objects().field(field);
	}

	private FieldAccess high(int field) {
		return Objects.requireNonNull(canonicalType().objects().highField(field));
	}

	/// The structure, for use in a store.
	/// @throws SignatureMismatchException if it lives in another store
	@SuppressWarnings("ReferenceEquality")
	StructReference referenceIn(Store store) {
		if (this.store != store) {
			throw new SignatureMismatchException("the structure " + this + " lives in another store");
		}
		return this.reference;
	}

	@Override
	@SuppressWarnings("ReferenceEquality")
	public boolean equals(@Nullable Object other) {
		return other instanceof StructRef that && this.reference == that.reference && this.store == that.store;
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
