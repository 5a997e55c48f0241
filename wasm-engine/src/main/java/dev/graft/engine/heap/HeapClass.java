package dev.graft.engine.heap;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

import dev.graft.artifact.abi.GeneratedTypes;
import dev.graft.artifact.type.ArrayType;
import dev.graft.artifact.type.FieldType;
import dev.graft.artifact.type.StructType;
import dev.graft.artifact.type.VectorType;
import dev.graft.engine.abi.ArrayReference;
import dev.graft.engine.abi.StructReference;
import org.jspecify.annotations.Nullable;

/// What the host needs to make and access the objects of a structure or array type.
/// Immutable, thread-safe.
public final class HeapClass {

	private final MethodHandle maker;

	private final List<FieldAccess> fields = new ArrayList<>();

	private final List<@Nullable FieldAccess> highFields = new ArrayList<>();

	private final @Nullable Class<?> elementClass;

	private final int elementsEach;

	private HeapClass(MethodHandle maker, @Nullable Class<?> elementClass, int elementsEach) {
		this.maker = maker;
		this.elementClass = elementClass;
		this.elementsEach = elementsEach;
	}

	/// The objects of a structure type.
	/// @param objectClass its class
	public static HeapClass of(Class<?> objectClass, StructType type) {
		HeapClass made = new HeapClass(
				find(objectClass, GeneratedTypes.CREATE_DEFAULT, GeneratedTypes.CREATE_DEFAULT_DESCRIPTOR), null, 0);
		for (int index = 0; index < type.fields().size(); index++) {
			FieldType field = type.fields().get(index);
			made.fields.add(FieldAccess.of(objectClass, field.storage(), index));
			made.highFields.add(FieldAccess.ofHigh(objectClass, field.storage(), index));
		}
		return made;
	}

	/// The objects of an array type.
	/// @param objectClass its class
	public static HeapClass of(Class<?> objectClass, ArrayType type) {
		MethodHandle maker = find(objectClass, GeneratedTypes.CREATE, GeneratedTypes.factoryDescriptor(type));
		Class<?> elements = maker.type().parameterType(0);
		return new HeapClass(maker.asType(MethodType.genericMethodType(1)), elements.componentType(),
				(type.element().storage() == VectorType.V128) ? 2 : 1);
	}

	private static MethodHandle find(Class<?> objectClass, String name, String descriptor) {
		try {
			return MethodHandles.publicLookup()
				.findStatic(objectClass, name, MethodType.fromMethodDescriptorString(descriptor, null));
		}
		catch (ReflectiveOperationException impossible) {
			throw new IllegalStateException(objectClass + " has no " + name, impossible);
		}
	}

	/// A structure of zeros and nulls.
	public StructReference newStructure() {
		try {
			return (StructReference) (Object) this.maker.invokeExact();
		}
		catch (Throwable failure) {
			throw failed(failure);
		}
	}

	/// An array of zeros or nulls.
	/// @param length how many elements
	public ArrayReference newArray(int length) {
		if (this.elementClass == null) {
			throw new IllegalStateException("structures have no length");
		}
		Object elements = java.lang.reflect.Array.newInstance(this.elementClass,
				Math.multiplyExact(length, this.elementsEach));
		try {
			return (ArrayReference) (Object) this.maker.invokeExact(elements);
		}
		catch (Throwable failure) {
			throw failed(failure);
		}
	}

	private static IllegalStateException failed(Throwable failure) {
		if (failure instanceof Error error) {
			throw error;
		}
		return new IllegalStateException("making an object has failed", failure);
	}

	/// The way to a field, or to the low half of a vector.
	public FieldAccess field(int index) {
		return this.fields.get(index);
	}

	/// The way to the high half of a vector, null if the field is none.
	public @Nullable FieldAccess highField(int index) {
		return this.highFields.get(index);
	}

	/// How many elements of the Java array make one of the array.
	public int elementsEach() {
		return this.elementsEach;
	}

}
