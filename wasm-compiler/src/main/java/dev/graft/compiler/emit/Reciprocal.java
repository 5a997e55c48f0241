package dev.graft.compiler.emit;

import java.math.BigInteger;

/// What to multiply unsigned numbers of a width by in order to divide them by a constant
/// that is no power of two: 2 to the power of the width and a shift, divided by the
/// constant, where 2 to the power of the shift is the greatest that is less than the
/// constant. It is more than half of what fits into the width (Granlund and Montgomery,
/// "Division by Invariant Integers using Multiplication").
///
/// @param floor the reciprocal, rounded down
/// @param shift the shift
/// @param isClose whether one more than [#floor] is close enough to the reciprocal for
/// all numbers: the upper half of the product, shifted, is the quotient. If not, the same
/// is true of [#floor] itself and the number plus one
/// @param twiceCeiling twice the reciprocal, rounded up, without its uppermost bit, which
/// always is close enough
record Reciprocal(long floor, int shift, boolean isClose, long twiceCeiling) {

	/// The reciprocal of a divisor.
	///
	/// @param divisor without a sign, no power of two
	/// @param width of the numbers that are divided, in bits
	static Reciprocal of(long divisor, int width) {
		int shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(divisor);
		BigInteger by = new BigInteger(Long.toUnsignedString(divisor));
		BigInteger[] parts = BigInteger.ONE.shiftLeft(width + shift).divideAndRemainder(by);
		boolean isClose = by.subtract(parts[1]).compareTo(BigInteger.ONE.shiftLeft(shift)) < 0;
		BigInteger twice = BigInteger.ONE.shiftLeft(width + shift + 1).divide(by).add(BigInteger.ONE);
		return new Reciprocal(parts[0].longValue(), shift, isClose, twice.longValue());
	}

}
