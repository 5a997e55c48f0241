package dev.graft.engine.abi;

import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import dev.graft.engine.trap.TrapCode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/// Values to try operators with: the corners, their neighbours, and random ones, the same
/// in every run.
final class Samples {

	private static final long SEED = 0x5EED;

	private static final int RANDOM_COUNT = 150;

	private Samples() {
	}

	static int[] ints() {
		IntStream corners = IntStream.of(0, 1, 2, 3, 7, 10, 31, 32, 33, 255, 256, 65_535, 65_536, Integer.MAX_VALUE,
				Integer.MIN_VALUE, Integer.MIN_VALUE + 1, 0x5555_5555);
		return IntStream
			.concat(corners.flatMap((value) -> IntStream.of(value, -value, ~value)),
					new Random(SEED).ints(RANDOM_COUNT))
			.toArray();
	}

	static long[] longs() {
		LongStream corners = LongStream.concat(IntStream.of(ints()).asLongStream(),
				LongStream.of(Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE + 1, 1L << 32, (1L << 32) - 1,
						(1L << 53) + 1, (1L << 24) + 1, 0x8000_0080_0000_0001L, 0x8000_0000_0000_0401L,
						0xFFFF_FF7F_FFFF_FFFFL, 0xFFFF_FFFF_FFFF_FBFFL, 0x7FFF_FFFF_FFFF_FDFFL));
		return LongStream.concat(corners, new Random(SEED).longs(RANDOM_COUNT)).toArray();
	}

	/// All kinds of numbers, infinities among them, but no NaN.
	static double[] doubles() {
		DoubleStream corners = DoubleStream.of(0, 0.5, 1, 1.5, 2.5, 0.49999999999999994, 0x1.0000000000001p51, 0x1p31,
				0x1p32, 0x1p52, 0x1p53, 0x1p63, 0x1p64, 0x1p24f, Double.MIN_VALUE, Float.MIN_VALUE, Double.MIN_NORMAL,
				Float.MIN_NORMAL, Double.MAX_VALUE, Float.MAX_VALUE, Double.POSITIVE_INFINITY);
		DoubleStream around = corners.flatMap((value) -> DoubleStream.of(value, Math.nextUp(value),
				Math.nextDown(value), Math.nextUp((float) value), Math.nextDown((float) value)));
		DoubleStream random = new Random(SEED).longs(2 * RANDOM_COUNT)
			.mapToDouble(Double::longBitsToDouble)
			.filter((value) -> !Double.isNaN(value));
		DoubleStream ordinary = new Random(SEED).doubles(RANDOM_COUNT, -1e10, 1e10);
		return DoubleStream.concat(around, DoubleStream.concat(random, ordinary))
			.flatMap((value) -> DoubleStream.of(value, -value))
			.toArray();
	}

	static float[] floats() {
		double[] doubles = doubles();
		float[] floats = new float[doubles.length];
		for (int index = 0; index < doubles.length; index++) {
			floats[index] = (float) doubles[index];
		}
		return floats;
	}

	static void expectTrap(TrapCode code, ThrowingCallable operation) {
		TrapException trap = catchThrowableOfType(TrapException.class, operation);
		assertThat(trap).isNotNull();
		assertThat(trap.code()).isEqualTo(code);
	}

}
