package dev.graft.compiler.emit;

/// What to multiply signed numbers of 32 bits by in order to divide them by a constant
/// that is no power of two: 2 to the power of 32 and a shift, divided by the constant and
/// rounded up, where 2 to the power of the shift is the greatest that is less than the
/// constant. The upper half of the product, shifted, is the quotient rounded down.
///
/// @param ceiling the reciprocal, at least 2 to the power of 31
/// @param shift the shift
/// @param isWide whether half of it, rounded up, would not do
record SignedReciprocal(long ceiling, int shift, boolean isWide) {

	/// The reciprocal of a divisor.
	///
	/// @param divisor greater than 2, no power of two
	static SignedReciprocal of(int divisor) {
		int shift = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(divisor);
		long half = 1L << (Integer.SIZE - 1 + shift);
		boolean isWide = divisor - half % divisor > 1L << shift;
		return new SignedReciprocal(2 * half / divisor + 1, shift, isWide);
	}

}
