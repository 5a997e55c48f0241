package dev.graft.engine.link;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Set;

import dev.graft.artifact.abi.GeneratedSignatures;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import dev.graft.artifact.type.VectorType;
import org.jspecify.annotations.Nullable;

/// Which Java types can stand for which value types, and the handles that convert between
/// them: without boxing where the Java type is primitive.
///
///     i32   int  boolean byte short char   Integer Number Object
///     i64   long                           Long    Number Object
///     f32   float                          Float   Number Object
///     f64   double                         Double  Number Object
///     v128   V128, its supertypes
///     funcref    Func, its supertypes
///     exnref     ExnRef, its supertypes
///     structref  StructRef, its supertypes
///     arrayref   ArrayRef, its supertypes
///     i31ref     I31Ref, its supertypes
///     other references   every class or interface
final class Conversions {

	private static final Map<NumberType, Set<Class<?>>> NUMBERS = Map.of( //
			NumberType.I32,
			Set.of(int.class, boolean.class, byte.class, short.class, char.class, Integer.class, Number.class,
					Object.class),
			NumberType.I64, Set.of(long.class, Long.class, Number.class, Object.class), //
			NumberType.F32, Set.of(float.class, Float.class, Number.class, Object.class), //
			NumberType.F64, Set.of(double.class, Double.class, Number.class, Object.class));

	private static final MethodHandle CHECKED_REFERENCE = find("checked",
			MethodType.methodType(Object.class, ReferenceType.class, String.class, Object.class));

	private static final MethodHandle NOT_ZERO = find("notZero", MethodType.methodType(boolean.class, int.class));

	private final HostClasses host;

	Conversions(HostClasses host) {
		this.host = host;
	}

	/// The Java type that generated code uses for a value type.
	static Class<?> carrier(ValueType type) {
		return switch (GeneratedSignatures.carrier(type)) {
			case "I" -> int.class;
			case "J" -> long.class;
			case "F" -> float.class;
			case "D" -> double.class;
			default -> Object.class;
		};
	}

	/// Whether there is nothing to convert: every method handle that is left out makes
	/// linking and calling faster.
	static boolean isSame(ValueType type, Class<?> javaType) {
		return !type.isReference() && !GeneratedSignatures.isVector(type) && javaType == carrier(type);
	}

	/// From a value in generated code to one in Java: `(carrier)javaType` or `(carrier,
	/// ExecutionContext)javaType`.
	/// @param place what is converted, for the message
	/// @throws IllegalArgumentException if the types do not go together
	MethodHandle toJava(ValueType type, Class<?> javaType, String place) {
		check(type, javaType, place);
		if (type instanceof ReferenceType && !this.host.isForeign(javaType)) {
			return this.host.toHost().asType(this.host.toHost().type().changeReturnType(javaType));
		}
		if (javaType == boolean.class) {
			return NOT_ZERO;
		}
		MethodType conversion = MethodType.methodType(javaType, carrier(type));
		return javaType.isPrimitive()
				? MethodHandles.explicitCastArguments(MethodHandles.identity(javaType), conversion)
				: MethodHandles.identity(javaType).asType(conversion);
	}

	/// From a value in Java to one in generated code: `(javaType)carrier` or `(javaType,
	/// ExecutionContext)carrier`.
	/// @param place what is converted, for the message
	/// @throws IllegalArgumentException if the types do not go together
	MethodHandle toCarrier(Class<?> javaType, ValueType type, String place) {
		check(type, javaType, place);
		MethodHandle converted = unchecked(javaType, type, place);
		return (type instanceof ReferenceType reference && !References.isAnything(reference)) ? MethodHandles
			.filterReturnValue(converted, MethodHandles.insertArguments(CHECKED_REFERENCE, 0, reference, place))
				: converted;
	}

	private MethodHandle unchecked(Class<?> javaType, ValueType type, String place) {
		if (type instanceof ReferenceType reference && !this.host.isForeign(javaType)) {
			MethodHandle fromHost = MethodHandles.insertArguments(this.host.fromHost(), 0, reference);
			return fromHost.asType(fromHost.type().changeParameterType(0, javaType));
		}
		Class<?> carrier = carrier(type);
		MethodType conversion = MethodType.methodType(carrier, javaType);
		if (javaType.isPrimitive()) {
			return MethodHandles.explicitCastArguments(MethodHandles.identity(carrier), conversion);
		}
		return (type instanceof NumberType number) ? unboxing(number, place).asType(conversion)
				: MethodHandles.identity(carrier).asType(conversion);
	}

	/// The object for the halves of a vector: `(long, long)javaType`.
	/// @param place what is converted, for the message
	/// @throws IllegalArgumentException if the types do not go together
	MethodHandle vectorToJava(Class<?> javaType, String place) {
		check(VectorType.V128, javaType, place);
		return this.host.vectorOf().asType(this.host.vectorOf().type().changeReturnType(javaType));
	}

	/// A half of a vector: `(javaType)long`.
	/// @param place what is converted, for the message
	/// @throws IllegalArgumentException if the types do not go together
	MethodHandle halfOf(Class<?> javaType, boolean high, String place) {
		check(VectorType.V128, javaType, place);
		MethodHandle half = high ? this.host.highOf() : this.host.lowOf();
		return half.asType(half.type().changeParameterType(0, javaType));
	}

	void check(ValueType type, Class<?> javaType, String place) {
		boolean fits = switch (type) {
			case NumberType number -> NUMBERS.getOrDefault(number, Set.of()).contains(javaType);
			case VectorType vector -> javaType.isAssignableFrom(this.host.vectorClass());
			case ReferenceType reference -> isReference(reference, javaType);
		};
		if (!fits) {
			throw new IllegalArgumentException(
					"%s is %s, which cannot be %s in Java".formatted(place, type, javaType.getTypeName()));
		}
	}

	private boolean isReference(ReferenceType type, Class<?> javaType) {
		Class<?> needed = this.host.referenceClass(type);
		return (needed != null) ? javaType.isAssignableFrom(needed) : !javaType.isPrimitive();
	}

	private static MethodHandle unboxing(NumberType type, String place) {
		Class<?> box = MethodType.methodType(carrier(type)).wrap().returnType();
		MethodHandle checked = MethodHandles.insertArguments(
				find("checked",
						MethodType.methodType(Object.class, Class.class, NumberType.class, String.class, Object.class)),
				0, box, type, place);
		return checked.asType(MethodType.methodType(carrier(type), Object.class));
	}

	static Object checked(Class<?> box, NumberType type, String place, Object value) {
		if (!box.isInstance(value)) {
			throw new ClassCastException("%s is %s, so that it must be a java.lang.%s, found %s".formatted(place, type,
					box.getSimpleName(), (value != null) ? value.getClass().getTypeName() : "null"));
		}
		return value;
	}

	static @Nullable Object checked(ReferenceType type, String place, @Nullable Object reference) {
		return References.checked(type, place, reference);
	}

	static boolean notZero(int value) {
		return value != 0;
	}

	private static MethodHandle find(String name, MethodType type) {
		try {
			return MethodHandles.lookup().findStatic(Conversions.class, name, type);
		}
		catch (ReflectiveOperationException impossible) {
			throw new ExceptionInInitializerError(impossible);
		}
	}

}
