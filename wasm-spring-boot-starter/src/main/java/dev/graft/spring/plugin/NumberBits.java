package dev.graft.spring.plugin;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/// Handles between the numbers of Java and their bits on the boundary.
final class NumberBits {

	private static final MethodHandle OF_FLOAT = find("of", MethodType.methodType(long.class, float.class));

	private static final MethodHandle OF_DOUBLE = find("of", MethodType.methodType(long.class, double.class));

	private static final MethodHandle TO_FLOAT = find("toFloat", MethodType.methodType(float.class, long.class));

	private static final MethodHandle TO_DOUBLE = find("toDouble", MethodType.methodType(double.class, long.class));

	private static final MethodHandle TO_BOOLEAN = find("toBoolean", MethodType.methodType(boolean.class, long.class));

	private NumberBits() {
	}

	/// The bits of a number: `(javaType)long`.
	static MethodHandle of(Class<?> javaType) {
		if (javaType == float.class) {
			return OF_FLOAT;
		}
		return (javaType == double.class) ? OF_DOUBLE : MethodHandles
			.explicitCastArguments(MethodHandles.identity(long.class), MethodType.methodType(long.class, javaType));
	}

	/// A handle that returns bits, as one that returns a number, or nothing.
	static MethodHandle returning(MethodHandle handle, Class<?> javaType) {
		if (javaType == float.class) {
			return MethodHandles.filterReturnValue(handle, TO_FLOAT);
		}
		if (javaType == double.class) {
			return MethodHandles.filterReturnValue(handle, TO_DOUBLE);
		}
		return (javaType == boolean.class) ? MethodHandles.filterReturnValue(handle, TO_BOOLEAN)
				: MethodHandles.explicitCastArguments(handle, handle.type().changeReturnType(javaType));
	}

	static long of(float number) {
		return Float.floatToRawIntBits(number);
	}

	static long of(double number) {
		return Double.doubleToRawLongBits(number);
	}

	static float toFloat(long bits) {
		return Float.intBitsToFloat((int) bits);
	}

	static double toDouble(long bits) {
		return Double.longBitsToDouble(bits);
	}

	// Any i32 is a truth value.
	static boolean toBoolean(long bits) {
		return (int) bits != 0;
	}

	private static MethodHandle find(String name, MethodType type) {
		try {
			return MethodHandles.lookup().findStatic(NumberBits.class, name, type);
		}
		catch (ReflectiveOperationException impossible) {
			throw new ExceptionInInitializerError(impossible);
		}
	}

}
