package dev.graft.engine.heap;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;

import dev.graft.artifact.abi.GeneratedTypes;
import dev.graft.artifact.type.StorageType;
import dev.graft.artifact.type.VectorType;
import dev.graft.engine.abi.StructReference;
import org.jspecify.annotations.Nullable;

/// The host's way to a field of the structures of a type, or to a half of one that is a
/// vector. Values are boxed as the Java field's type asks: [Byte] and [Short] for packed
/// integers.
public final class FieldAccess {

	private static final MethodType GETTER = MethodType.genericMethodType(1);

	private static final MethodType SETTER = MethodType.methodType(void.class, Object.class, Object.class);

	private final MethodHandle getter;

	private final MethodHandle setter;

	private FieldAccess(Class<?> objectClass, String name) {
		try {
			Field field = objectClass.getField(name);
			MethodHandles.Lookup lookup = MethodHandles.publicLookup();
			this.getter = lookup.unreflectGetter(field).asType(GETTER);
			this.setter = lookup.unreflectSetter(field).asType(SETTER);
		}
		catch (ReflectiveOperationException impossible) {
			throw new IllegalStateException(objectClass + " has no field " + name, impossible);
		}
	}

	/// The way to a field, or to the low half of a vector.
	/// @param objectClass the class of the type
	/// @param type what the field is stored as
	/// @param index which field
	public static FieldAccess of(Class<?> objectClass, StorageType type, int index) {
		return new FieldAccess(objectClass, GeneratedTypes.field(type, index));
	}

	/// The way to the high half of a vector, null if the field is none.
	/// @param objectClass the class of the type
	/// @param type what the field is stored as
	/// @param index which field
	public static @Nullable FieldAccess ofHigh(Class<?> objectClass, StorageType type, int index) {
		return (type == VectorType.V128) ? new FieldAccess(objectClass, GeneratedTypes.highField(index)) : null;
	}

	/// What the field holds.
	public @Nullable Object get(StructReference structure) {
		try {
			return (Object) this.getter.invokeExact((Object) structure);
		}
		catch (Throwable impossible) {
			throw new IllegalStateException("reading a field has failed", impossible);
		}
	}

	/// Sets the field.
	/// @param value of the field's type, boxed
	public void set(StructReference structure, @Nullable Object value) {
		try {
			this.setter.invokeExact((Object) structure, value);
		}
		catch (Throwable impossible) {
			throw new IllegalStateException("writing a field has failed", impossible);
		}
	}

}
