package dev.graft.fuzz;

import java.util.List;
import java.util.Random;

/// Choices that follow from a seed.
public final class Dice {

	private static final int[] INTEGERS = { 0, 1, -1, 2, 3, 7, 8, 15, 16, 31, 32, 33, 63, 64, 127, 128, 255, 256, 32767,
			32768, 65535, 65536, 65537, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE + 1, 0x55555555 };

	private static final long[] LONGS = { 0, 1, -1, 2, 63, 64, 65, 0xFFFF_FFFFL, 0x1_0000_0000L, 0x7FFF_FFFFL,
			0x8000_0000L, -0x8000_0000L, Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE + 1, 0x5555_5555_5555_5555L };

	private static final float[] FLOATS = { 0, -0f, 1, -1, 0.5f, -0.5f, 1.5f, 2.5f, 0.1f, 3e9f, 0x1p31f, -0x1p31f,
			0x1p32f, 0x1p63f, -0x1p63f, 0x1p64f, 0x1.fffffep30f, 0x1.fffffep62f, -0x1.000002p31f, Float.MAX_VALUE,
			-Float.MAX_VALUE, Float.MIN_VALUE, Float.MIN_NORMAL, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY };

	private static final double[] DOUBLES = { 0, -0d, 1, -1, 0.5, -0.5, 1.5, 2.5, 0.1, 3e9, 0x1p31, -0x1p31, 0x1p32,
			0x1p63, -0x1p63, 0x1p64, 0x1.fffffffep31, 0x1.fffffffffffffp62, -0x1.00000002p31, -2147483649.0, 1e300,
			Double.MAX_VALUE, Double.MIN_VALUE, Double.MIN_NORMAL, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY };

	private static final int[] NANS = { 0x7FC00000, 0xFFC00000, 0x7FA00000, 0x7F800001, 0xFFFFFFFF };

	private static final long[] LONG_NANS = { 0x7FF8000000000000L, 0xFFF8000000000000L, 0x7FF4000000000000L,
			0x7FF0000000000001L, -1L };

	private final Random random;

	public Dice(long seed) {
		// Seeds that are near to each other are to give other sequences.
		this.random = new Random(seed * 0x9E3779B97F4A7C15L ^ seed >>> 7);
	}

	/// At least 0 and less than a bound.
	public int below(int bound) {
		return this.random.nextInt(bound);
	}

	/// Both ends included.
	public int between(int least, int most) {
		return least + below(most - least + 1);
	}

	public boolean oneIn(int times) {
		return below(times) == 0;
	}

	public boolean coin() {
		return this.random.nextBoolean();
	}

	public <T> T of(List<T> choices) {
		return choices.get(below(choices.size()));
	}

	public byte[] bytes(int length) {
		byte[] bytes = new byte[length];
		this.random.nextBytes(bytes);
		return bytes;
	}

	/// A number of a kind at which mistakes are made.
	public int i32() {
		return switch (below(4)) {
			case 0 -> this.random.nextInt();
			case 1 -> between(-4, 40);
			default -> INTEGERS[below(INTEGERS.length)];
		};
	}

	/// A number of a kind at which mistakes are made.
	long i64() {
		return switch (below(4)) {
			case 0 -> this.random.nextLong();
			case 1 -> i32();
			default -> LONGS[below(LONGS.length)];
		};
	}

	/// The bits of a number that is no NaN.
	int f32() {
		float number = oneIn(4) ? Float.intBitsToFloat(this.random.nextInt()) : FLOATS[below(FLOATS.length)];
		return Float.floatToRawIntBits(Float.isNaN(number) ? 1 : number);
	}

	/// The bits of a number that is no NaN.
	long f64() {
		double number = oneIn(4) ? Double.longBitsToDouble(this.random.nextLong()) : DOUBLES[below(DOUBLES.length)];
		return Double.doubleToRawLongBits(Double.isNaN(number) ? 1 : number);
	}

	/// The bits of any number or NaN.
	public int f32OrNan() {
		return oneIn(6) ? NANS[below(NANS.length)] : f32();
	}

	/// The bits of any number or NaN.
	public long f64OrNan() {
		return oneIn(6) ? LONG_NANS[below(LONG_NANS.length)] : f64();
	}

}
