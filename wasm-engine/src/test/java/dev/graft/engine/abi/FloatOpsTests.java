package dev.graft.engine.abi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Rounding against arbitrary-precision numbers, signs and NaNs bit by bit.
class FloatOpsTests {

	private static final int F32_QUIET = 0x0040_0000;

	private static final long F64_QUIET = 0x0008_0000_0000_0000L;

	private static final int[] F32_NANS = { 0x7FC0_0000, 0xFFC0_0000, 0x7FA0_0000, 0xFFA0_0000, 0x7F80_0001,
			0x7FFF_FFFF };

	private static final long[] F64_NANS = { 0x7FF8_0000_0000_0000L, 0xFFF8_0000_0000_0000L, 0x7FF4_0000_0000_0000L,
			0xFFF4_0000_0000_0000L, 0x7FF0_0000_0000_0001L, 0x7FFF_FFFF_FFFF_FFFFL };

	private static final List<UnaryOperator<Float>> F32_ROUNDINGS = List.of(FloatOps::f32Ceil, FloatOps::f32Floor,
			FloatOps::f32Trunc, FloatOps::f32Nearest);

	private static final List<BinaryOperator<Float>> F32_CHOICES = List.of(FloatOps::f32Min, FloatOps::f32Max);

	/// More often than the JIT compilers need to compile.
	private static final int UNTIL_COMPILED = 20_000;

	@Test
	void roundsAsUnboundedNumbersWould() {
		checkRounding(FloatOps::f64Ceil, (x) -> FloatOps.f32Ceil((float) x), RoundingMode.CEILING);
		checkRounding(FloatOps::f64Floor, (x) -> FloatOps.f32Floor((float) x), RoundingMode.FLOOR);
		checkRounding(FloatOps::f64Trunc, (x) -> FloatOps.f32Trunc((float) x), RoundingMode.DOWN);
		checkRounding(FloatOps::f64Nearest, (x) -> FloatOps.f32Nearest((float) x), RoundingMode.HALF_EVEN);
	}

	@Test
	void minAndMaxOrderTheZeros() {
		for (double left : Samples.doubles()) {
			for (double right : new double[] { 0.0, -0.0, 1, -1, Double.NEGATIVE_INFINITY, left, -left }) {
				double least = Double.compare(left, right) <= 0 ? left : right;
				double greatest = Double.compare(left, right) <= 0 ? right : left;
				assertSame(FloatOps.f64Min(left, right), least);
				assertSame(FloatOps.f64Max(left, right), greatest);
				assertSame(FloatOps.f32Min((float) left, (float) right), (float) least);
				assertSame(FloatOps.f32Max((float) left, (float) right), (float) greatest);
			}
		}
	}

	@Test
	void signOperationsChangeTheSignBitAndNothingElseEvenOfNotANumber() {
		for (int round = 0; round < UNTIL_COMPILED; round++) {
			int i = F32_NANS[round % F32_NANS.length];
			long l = F64_NANS[round % F64_NANS.length];
			float f = Float.intBitsToFloat(i);
			double d = Double.longBitsToDouble(l);
			assertBits(FloatOps.f32Neg(f), i ^ 0x8000_0000);
			assertBits(FloatOps.f32Abs(f), i & 0x7FFF_FFFF);
			assertBits(FloatOps.f32Copysign(f, -1), i | 0x8000_0000);
			assertBits(FloatOps.f32Copysign(1, f), 0x3F80_0000 | (i & 0x8000_0000));
			assertBits(FloatOps.f64Neg(d), l ^ Long.MIN_VALUE);
			assertBits(FloatOps.f64Abs(d), l & Long.MAX_VALUE);
			assertBits(FloatOps.f64Copysign(d, -1), l | Long.MIN_VALUE);
			assertBits(FloatOps.f64Copysign(1, d), 0x3FF0_0000_0000_0000L | (l & Long.MIN_VALUE));
		}
	}

	@Test
	void everyOtherOperationQuietsNotANumberInterpretedAndCompiled() {
		for (int round = 0; round < UNTIL_COMPILED; round++) {
			float f = Float.intBitsToFloat(F32_NANS[round % F32_NANS.length]);
			double d = Double.longBitsToDouble(F64_NANS[round % F64_NANS.length]);
			assertQuiet(FloatOps.f32Ceil(f), FloatOps.f32Floor(f), FloatOps.f32Trunc(f), FloatOps.f32Nearest(f));
			assertQuiet(FloatOps.f32Min(f, 1), FloatOps.f32Min(1, f), FloatOps.f32Max(f, f), FloatOps.f32Max(-0f, f));
			assertQuiet(FloatOps.f64Ceil(d), FloatOps.f64Floor(d), FloatOps.f64Trunc(d), FloatOps.f64Nearest(d));
			assertQuiet(FloatOps.f64Min(d, 1), FloatOps.f64Min(1, d), FloatOps.f64Max(d, d), FloatOps.f64Max(-0d, d));
		}
	}

	@Test
	void whatIsCanonicalStaysCanonical() {
		for (float nan : new float[] { Float.NaN, Float.intBitsToFloat(0xFFC0_0000) }) {
			for (UnaryOperator<Float> operation : F32_ROUNDINGS) {
				assertThat(Float.floatToRawIntBits(operation.apply(nan)) & 0x7FFF_FFFF).isEqualTo(0x7FC0_0000);
			}
			for (BinaryOperator<Float> operation : F32_CHOICES) {
				assertThat(Float.floatToRawIntBits(operation.apply(nan, nan)) & 0x7FFF_FFFF).isEqualTo(0x7FC0_0000);
				assertThat(Float.floatToRawIntBits(operation.apply(1f, nan)) & 0x7FFF_FFFF).isEqualTo(0x7FC0_0000);
			}
		}
	}

	private static void checkRounding(DoubleUnaryOperator f64, DoubleUnaryOperator f32, RoundingMode mode) {
		for (double value : Samples.doubles()) {
			assertSame(f64.applyAsDouble(value), rounded(value, mode));
		}
		for (float value : Samples.floats()) {
			assertSame(f32.applyAsDouble(value), rounded(value, mode));
		}
	}

	// The sign survives, also of what becomes zero.
	private static double rounded(double value, RoundingMode mode) {
		if (Double.isInfinite(value)) {
			return value;
		}
		double magnitude = new BigDecimal(value).setScale(0, mode).abs().doubleValue();
		return value < 0 || Double.compare(value, -0.0) == 0 ? -magnitude : magnitude;
	}

	private static void assertSame(double actual, double expected) {
		assertThat(Double.doubleToRawLongBits(actual)).as("%s", expected)
			.isEqualTo(Double.doubleToRawLongBits(expected));
	}

	private static void assertBits(float actual, int expected) {
		if (Float.floatToRawIntBits(actual) != expected) {
			assertThat(Float.floatToRawIntBits(actual)).isEqualTo(expected);
		}
	}

	private static void assertBits(double actual, long expected) {
		if (Double.doubleToRawLongBits(actual) != expected) {
			assertThat(Double.doubleToRawLongBits(actual)).isEqualTo(expected);
		}
	}

	private static void assertQuiet(float... values) {
		for (float value : values) {
			if (!Float.isNaN(value) || (Float.floatToRawIntBits(value) & F32_QUIET) == 0) {
				assertThat(Integer.toHexString(Float.floatToRawIntBits(value))).isEqualTo("a quiet NaN");
			}
		}
	}

	private static void assertQuiet(double... values) {
		for (double value : values) {
			if (!Double.isNaN(value) || (Double.doubleToRawLongBits(value) & F64_QUIET) == 0) {
				assertThat(Long.toHexString(Double.doubleToRawLongBits(value))).isEqualTo("a quiet NaN");
			}
		}
	}

}
