package dev.graft.engine.abi;

import java.math.BigInteger;
import java.util.function.BinaryOperator;
import java.util.function.IntBinaryOperator;
import java.util.function.LongBinaryOperator;

import dev.graft.engine.trap.TrapCode;
import org.junit.jupiter.api.Test;

import static dev.graft.engine.abi.Samples.expectTrap;
import static org.assertj.core.api.Assertions.assertThat;

/// Division, against arbitrary-precision integers.
class IntegerOpsTests {

	@Test
	void dividesThirtyTwoBitsAsUnboundedIntegersWould() {
		check32(IntegerOps::i32DivS, BigInteger::divide, true);
		check32(IntegerOps::i32RemS, BigInteger::remainder, true);
		check32(IntegerOps::i32DivU, BigInteger::divide, false);
		check32(IntegerOps::i32RemU, BigInteger::remainder, false);
	}

	@Test
	void dividesSixtyFourBitsAsUnboundedIntegersWould() {
		check64(IntegerOps::i64DivS, BigInteger::divide, true);
		check64(IntegerOps::i64RemS, BigInteger::remainder, true);
		check64(IntegerOps::i64DivU, BigInteger::divide, false);
		check64(IntegerOps::i64RemU, BigInteger::remainder, false);
	}

	@Test
	void tellsAQuotientThatDoesNotFitFromADivisionByZero() {
		expectTrap(TrapCode.INTEGER_OVERFLOW, () -> IntegerOps.i32DivS(Integer.MIN_VALUE, -1));
		expectTrap(TrapCode.INTEGER_OVERFLOW, () -> IntegerOps.i64DivS(Long.MIN_VALUE, -1));
		expectTrap(TrapCode.INTEGER_DIVIDE_BY_ZERO, () -> IntegerOps.i32DivS(Integer.MIN_VALUE, 0));
		expectTrap(TrapCode.INTEGER_DIVIDE_BY_ZERO, () -> IntegerOps.i64DivS(Long.MIN_VALUE, 0));
	}

	@Test
	void theRemainderByMinusOneIsZeroEvenWhereTheQuotientWouldNotFit() {
		assertThat(IntegerOps.i32RemS(Integer.MIN_VALUE, -1)).isZero();
		assertThat(IntegerOps.i64RemS(Long.MIN_VALUE, -1)).isZero();
	}

	private static void check32(IntBinaryOperator operator, BinaryOperator<BigInteger> reference, boolean signed) {
		for (int left : Samples.ints()) {
			for (int right : Samples.ints()) {
				BigInteger expected = right == 0 ? null
						: reference.apply(unbounded(left, signed), unbounded(right, signed));
				if (expected == null) {
					expectTrap(TrapCode.INTEGER_DIVIDE_BY_ZERO, () -> operator.applyAsInt(left, right));
				}
				else if (signed && expected.bitLength() > 31) {
					expectTrap(TrapCode.INTEGER_OVERFLOW, () -> operator.applyAsInt(left, right));
				}
				else {
					assertThat(operator.applyAsInt(left, right)).isEqualTo(expected.intValue());
				}
			}
		}
	}

	private static void check64(LongBinaryOperator operator, BinaryOperator<BigInteger> reference, boolean signed) {
		for (long left : Samples.longs()) {
			for (long right : Samples.longs()) {
				BigInteger expected = right == 0 ? null
						: reference.apply(unbounded(left, signed), unbounded(right, signed));
				if (expected == null) {
					expectTrap(TrapCode.INTEGER_DIVIDE_BY_ZERO, () -> operator.applyAsLong(left, right));
				}
				else if (signed && expected.bitLength() > 63) {
					expectTrap(TrapCode.INTEGER_OVERFLOW, () -> operator.applyAsLong(left, right));
				}
				else {
					assertThat(operator.applyAsLong(left, right)).isEqualTo(expected.longValue());
				}
			}
		}
	}

	private static BigInteger unbounded(int value, boolean signed) {
		return BigInteger.valueOf(signed ? value : Integer.toUnsignedLong(value));
	}

	private static BigInteger unbounded(long value, boolean signed) {
		return signed || value >= 0 ? BigInteger.valueOf(value) : BigInteger.valueOf(value).add(BigInteger.TWO.pow(64));
	}

}
