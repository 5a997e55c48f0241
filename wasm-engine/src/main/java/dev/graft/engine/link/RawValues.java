package dev.graft.engine.link;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

import dev.graft.engine.abi.ExecutionContext;

/// Handles between an array of bits and the values of generated code.
final class RawValues {

	private static final MethodHandle INT = find("integer", int.class, long[].class, int.class);

	private static final MethodHandle LONG = find("word", long.class, long[].class, int.class);

	private static final MethodHandle FLOAT = find("single", float.class, long[].class, int.class);

	private static final MethodHandle DOUBLE = find("real", double.class, long[].class, int.class);

	private static final MethodHandle FLOAT_BITS = find("bits", long.class, float.class);

	private static final MethodHandle DOUBLE_BITS = find("bits", long.class, double.class);

	private static final MethodHandle STORE = find("store", void.class, int.class, long.class, long[].class,
			ExecutionContext.class);

	private RawValues() {
	}

	/// Takes an argument from its place: `(long[])carrier`.
	static MethodHandle argument(Class<?> carrier, int place) {
		MethodHandle get = (carrier == int.class) ? INT
				: (carrier == long.class) ? LONG : (carrier == float.class) ? FLOAT : DOUBLE;
		return MethodHandles.insertArguments(get, 1, place);
	}

	/// Puts results into their places: `(carrier, long[], ExecutionContext)void`.
	/// @param carrier the type of the first one
	/// @param places how many places all of them take
	static MethodHandle results(Class<?> carrier, int places) {
		MethodHandle store = MethodHandles.insertArguments(STORE, 0, places);
		if (carrier == float.class) {
			return MethodHandles.filterArguments(store, 0, FLOAT_BITS);
		}
		if (carrier == double.class) {
			return MethodHandles.filterArguments(store, 0, DOUBLE_BITS);
		}
		return store.asType(store.type().changeParameterType(0, carrier));
	}

	static int integer(long[] values, int place) {
		return (int) values[place];
	}

	static long word(long[] values, int place) {
		return values[place];
	}

	static float single(long[] values, int place) {
		return Float.intBitsToFloat((int) values[place]);
	}

	static double real(long[] values, int place) {
		return Double.longBitsToDouble(values[place]);
	}

	static long bits(float value) {
		return Float.floatToRawIntBits(value);
	}

	static long bits(double value) {
		return Double.doubleToRawLongBits(value);
	}

	// The others are where generated code has left them.
	static void store(int places, long first, long[] values, ExecutionContext context) {
		values[0] = first;
		for (int place = 1; place < places; place++) {
			values[place] = context.resultBits[place];
		}
	}

	private static MethodHandle find(String name, Class<?> result, Class<?>... parameters) {
		try {
			return MethodHandles.lookup().findStatic(RawValues.class, name, MethodType.methodType(result, parameters));
		}
		catch (ReflectiveOperationException impossible) {
			throw new ExceptionInInitializerError(impossible);
		}
	}

}
