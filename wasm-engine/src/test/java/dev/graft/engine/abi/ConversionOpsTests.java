package dev.graft.engine.abi;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.DoubleToLongFunction;
import java.util.function.Function;
import java.util.function.LongFunction;

import dev.graft.engine.trap.TrapCode;
import org.junit.jupiter.api.Test;

import static dev.graft.engine.abi.Samples.expectTrap;
import static org.assertj.core.api.Assertions.assertThat;

/// Conversions, against arbitrary-precision numbers.
class ConversionOpsTests {

	private static final BigInteger MIN_I32 = BigInteger.valueOf(Integer.MIN_VALUE);

	private static final BigInteger MAX_I32 = BigInteger.valueOf(Integer.MAX_VALUE);

	private static final BigInteger MAX_U32 = BigInteger.valueOf(0xFFFF_FFFFL);

	private static final BigInteger MIN_I64 = BigInteger.valueOf(Long.MIN_VALUE);

	private static final BigInteger MAX_I64 = BigInteger.valueOf(Long.MAX_VALUE);

	private static final BigInteger MAX_U64 = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);

	@Test
	void truncatesWhatFitsAndTrapsForTheRest() {
		for (double value : Samples.doubles()) {
			checkTruncation((x) -> ConversionOps.i32TruncF64S(x), value, MIN_I32, MAX_I32);
			checkTruncation((x) -> ConversionOps.i32TruncF64U(x), value, BigInteger.ZERO, MAX_U32);
			checkTruncation(ConversionOps::i64TruncF64S, value, MIN_I64, MAX_I64);
			checkTruncation(ConversionOps::i64TruncF64U, value, BigInteger.ZERO, MAX_U64);
		}
		for (float value : Samples.floats()) {
			checkTruncation((x) -> ConversionOps.i32TruncF32S((float) x), value, MIN_I32, MAX_I32);
			checkTruncation((x) -> ConversionOps.i32TruncF32U((float) x), value, BigInteger.ZERO, MAX_U32);
			checkTruncation((x) -> ConversionOps.i64TruncF32S((float) x), value, MIN_I64, MAX_I64);
			checkTruncation((x) -> ConversionOps.i64TruncF32U((float) x), value, BigInteger.ZERO, MAX_U64);
		}
	}

	@Test
	void truncatingNotANumberIsAnotherTrap() {
		TrapCode invalid = TrapCode.INVALID_CONVERSION_TO_INTEGER;
		expectTrap(invalid, () -> ConversionOps.i32TruncF32S(Float.NaN));
		expectTrap(invalid, () -> ConversionOps.i32TruncF32U(Float.NaN));
		expectTrap(invalid, () -> ConversionOps.i64TruncF32S(Float.NaN));
		expectTrap(invalid, () -> ConversionOps.i64TruncF32U(Float.NaN));
		expectTrap(invalid, () -> ConversionOps.i32TruncF64S(Double.NaN));
		expectTrap(invalid, () -> ConversionOps.i32TruncF64U(Double.NaN));
		expectTrap(invalid, () -> ConversionOps.i64TruncF64S(Double.NaN));
		expectTrap(invalid, () -> ConversionOps.i64TruncF64U(Double.NaN));
	}

	@Test
	void saturatesWhereTruncationWouldTrap() {
		for (double value : Samples.doubles()) {
			assertThat(Integer.toUnsignedLong(ConversionOps.i32TruncSatF64U(value)))
				.isEqualTo(clamped(value, MAX_U32).longValue());
			assertThat(ConversionOps.i64TruncSatF64U(value)).isEqualTo(clamped(value, MAX_U64).longValue());
		}
		for (float value : Samples.floats()) {
			assertThat(Integer.toUnsignedLong(ConversionOps.i32TruncSatF32U(value)))
				.isEqualTo(clamped(value, MAX_U32).longValue());
			assertThat(ConversionOps.i64TruncSatF32U(value)).isEqualTo(clamped(value, MAX_U64).longValue());
		}
		assertThat(ConversionOps.i32TruncSatF32U(Float.NaN)).isZero();
		assertThat(ConversionOps.i64TruncSatF32U(Float.NaN)).isZero();
		assertThat(ConversionOps.i32TruncSatF64U(Double.NaN)).isZero();
		assertThat(ConversionOps.i64TruncSatF64U(Double.NaN)).isZero();
	}

	@Test
	void theSignedSaturatingTruncationsAreThoseOfJava() {
		for (double value : Samples.doubles()) {
			BigInteger whole = Double.isInfinite(value) ? (value > 0 ? MAX_I64 : MIN_I64)
					: new BigDecimal(value).toBigInteger();
			assertThat((int) value).isEqualTo(whole.max(MIN_I32).min(MAX_I32).intValue());
			assertThat((long) value).isEqualTo(whole.max(MIN_I64).min(MAX_I64).longValue());
		}
		assertThat((int) Float.NaN).isZero();
		assertThat((long) Double.NaN).isZero();
	}

	@Test
	void roundsUnsignedIntegersOnceAndToEven() {
		for (int value : Samples.ints()) {
			BigDecimal exact = new BigDecimal(Integer.toUnsignedString(value));
			assertThat(ConversionOps.f32ConvertI32U(value)).isEqualTo(exact.floatValue());
			assertThat(ConversionOps.f64ConvertI32U(value)).isEqualTo(exact.doubleValue());
		}
		checkUnsigned((value) -> (double) ConversionOps.f32ConvertI64U(value), (exact) -> (double) exact.floatValue());
		checkUnsigned(ConversionOps::f64ConvertI64U, BigDecimal::doubleValue);
	}

	@Test
	void roundsUnsignedIntegersNextToTheTiesOfAllMagnitudes() {
		for (int precision : new int[] { 24, 53 }) {
			for (int shift = 1; shift <= 64 - precision; shift++) {
				long tie = ((1L << (precision - 1)) << shift) | (1L << (shift - 1));
				for (long value : new long[] { tie - 1, tie, tie + 1, tie | (1L << shift) }) {
					BigDecimal exact = new BigDecimal(Long.toUnsignedString(value));
					assertThat(ConversionOps.f32ConvertI64U(value)).isEqualTo(exact.floatValue());
					assertThat(ConversionOps.f64ConvertI64U(value)).isEqualTo(exact.doubleValue());
				}
			}
		}
	}

	private static void checkUnsigned(LongFunction<Double> conversion, Function<BigDecimal, Double> reference) {
		for (long value : Samples.longs()) {
			BigDecimal exact = new BigDecimal(Long.toUnsignedString(value));
			assertThat(conversion.apply(value)).isEqualTo(reference.apply(exact));
		}
	}

	private static void checkTruncation(DoubleToLongFunction truncation, double value, BigInteger min, BigInteger max) {
		BigInteger whole = Double.isInfinite(value) ? null : new BigDecimal(value).toBigInteger();
		if (whole == null || whole.compareTo(min) < 0 || whole.compareTo(max) > 0) {
			expectTrap(TrapCode.INTEGER_OVERFLOW, () -> truncation.applyAsLong(value));
		}
		else {
			long expected = max.bitLength() > 32 ? whole.longValue() : whole.intValue();
			assertThat(truncation.applyAsLong(value)).as("%s", value).isEqualTo(expected);
		}
	}

	private static BigInteger clamped(double value, BigInteger max) {
		if (Double.isInfinite(value)) {
			return value > 0 ? max : BigInteger.ZERO;
		}
		return new BigDecimal(value).toBigInteger().max(BigInteger.ZERO).min(max);
	}

}
