package dev.graft.compiler.vector;

import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Select;
import dev.graft.compiler.op.NumericOp;

/// Lanes that one of two others is chosen for.
///
/// ```
///     c ? x : 1.0     ─▶     float of (c ? bits of x : bits of 1.0)
///     c ? x : y       ─▶     float of (bits of y ^ ((bits of x ^ bits of y) & (c ? -1 : 0)))
/// ```
///
/// HotSpot chooses between floats by a jump, always, and programs that choose by vectors do
/// so because nobody can tell which way it goes. It chooses between `int`s without one if
/// that takes no more than one operation on either side and the profile does not show that
/// one side is rare.
final class FloatChoices {

	private FloatChoices() {
	}

	/// What a comparison chooses.
	/// @param one what can be used several times, as the other can
	static Expression chosen(Expression one, Expression other, Expression condition) {
		if (!isFloat(one) || one instanceof Constant || other instanceof Constant) {
			return limited(one, other, condition);
		}
		Expression changing = Trees.xor(bits(one), bits(other));
		Expression mask = new Select(Constant.of(changing.kind(), -1), Constant.zero(changing.kind()), condition);
		return ofBits(Trees.xor(bits(other), Trees.and(changing, mask)));
	}

	/// What a pseudo-minimum or maximum chooses. If none is a constant, it is mostly the
	/// least of a long row so far, which seldom changes, so that a jump costs less than a
	/// mask.
	static Expression limited(Expression one, Expression other, Expression condition) {
		boolean limited = one instanceof Constant || other instanceof Constant;
		return (limited && isFloat(one)) ? ofBits(new Select(bits(one), bits(other), condition))
				: new Select(one, other, condition);
	}

	private static boolean isFloat(Expression value) {
		return value.kind() == Kind.FLOAT || value.kind() == Kind.DOUBLE;
	}

	private static Expression bits(Expression value) {
		boolean isFloat = value.kind() == Kind.FLOAT;
		if (value instanceof Constant constant) {
			return isFloat ? Trees.constant((int) constant.bits()) : Trees.constant(constant.bits());
		}
		return Trees.numeric(isFloat ? NumericOp.I32_REINTERPRET_F32 : NumericOp.I64_REINTERPRET_F64, value);
	}

	private static Expression ofBits(Expression bits) {
		boolean isInt = bits.kind() == Kind.INT;
		return Trees.numeric(isInt ? NumericOp.F32_REINTERPRET_I32 : NumericOp.F64_REINTERPRET_I64, bits);
	}

}
