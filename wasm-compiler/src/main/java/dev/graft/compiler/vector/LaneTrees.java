package dev.graft.compiler.vector;

import java.util.function.LongPredicate;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Effects;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Select;
import dev.graft.compiler.op.NumericOp;
import org.jspecify.annotations.Nullable;

/// Simplifies what only lanes that are taken apart show: that a mask is chosen by a
/// comparison, and that a factor is one or minus one in this lane.
///
/// ```
///     y ^ ((x ^ y) & (c ? -1 : 0))             ─▶     c ? x : y
///     x & ((c ? -1 : 0) ^ -1)                  ─▶     c ? 0 : x
///     a + x * -1.0                             ─▶     a - x
///     float of (int of x ^ 0x80000000)         ─▶     -x
/// ```
///
/// Programs choose by masks, turn the signs of some lanes by a product or by bits, and
/// compilers make the masks of 64-bit lanes one by one, as there are comparisons without a
/// sign of narrower lanes only.
final class LaneTrees {

	private LaneTrees() {
	}

	/// Rewrites a body without vectors.
	static void apply(Body body) {
		body.statements().replaceAll((statement) -> statement.map(LaneTrees::simplified));
	}

	static Expression simplified(Expression tree) {
		Expression mapped = tree.map(LaneTrees::simplified);
		if (!(mapped instanceof Numeric numeric)) {
			return mapped;
		}
		Expression simple = switch (numeric.op()) {
			case I32_XOR, I64_XOR -> chosen(numeric);
			case I32_AND, I64_AND -> masked(numeric);
			case F32_ADD -> sum(numeric, NumericOp.F32_SUB);
			case F64_ADD -> sum(numeric, NumericOp.F64_SUB);
			case F32_SUB -> sum(numeric, NumericOp.F32_ADD);
			case F64_SUB -> sum(numeric, NumericOp.F64_ADD);
			case F32_REINTERPRET_I32 ->
				turned(numeric.operand(0), NumericOp.I32_REINTERPRET_F32, Integer.MIN_VALUE, NumericOp.F32_NEG);
			case F64_REINTERPRET_I64 ->
				turned(numeric.operand(0), NumericOp.I64_REINTERPRET_F64, Long.MIN_VALUE, NumericOp.F64_NEG);
			default -> null;
		};
		return (simple != null) ? simple : mapped;
	}

	// Only variables and constants stand in such a tree twice. What the mask leaves of
	// the difference is a choice already.
	private static @Nullable Expression chosen(Numeric xor) {
		Expression other = xor.operand(0);
		boolean chosen = xor.operand(1) instanceof Select select && Trees.isConstant(select.operand(1), 0)
				&& select.operand(0) instanceof Numeric differing && differing.op() == xor.op()
				&& isSame(differing.operand(1), other);
		Expression choice = xor.operand(1);
		return chosen ? new Select(choice.operand(0).operand(0), other, choice.operand(2)) : null;
	}

	// A choice computes its condition last.
	private static @Nullable Expression masked(Numeric and) {
		for (int number = mayBeSwapped(and) ? 0 : 1; number < 2; number++) {
			Expression value = and.operand(1 - number);
			Expression mask = and.operand(number);
			Expression condition = condition(mask);
			if (condition != null && isSimple(value)) {
				return new Select(value, Constant.zero(value.kind()), condition);
			}
			Expression inverted = (mask instanceof Numeric not && is(not, NumericOp.I32_XOR, NumericOp.I64_XOR)
					&& Trees.isConstant(not.operand(1), -1)) ? condition(not.operand(0)) : null;
			if (inverted != null && isSimple(value)) {
				return new Select(Constant.zero(value.kind()), value, inverted);
			}
		}
		return null;
	}

	// HotSpot chooses by a jump what takes more than one operation to compute, and so
	// that is masked.
	private static boolean isSimple(Expression value) {
		for (int number = 0; number < value.operandCount(); number++) {
			if (!(value.operand(number) instanceof Read || value.operand(number) instanceof Constant)) {
				return false;
			}
		}
		return true;
	}

	private static @Nullable Expression condition(Expression mask) {
		boolean chosen = mask instanceof Select select && Trees.isConstant(select.operand(0), -1)
				&& Trees.isConstant(select.operand(1), 0);
		return chosen ? mask.operand(2) : null;
	}

	// A sum or a difference, which make a NaN quiet as products do.
	private static @Nullable Expression sum(Numeric sum, NumericOp opposite) {
		Expression one = sum.operand(0);
		Expression other = sum.operand(1);
		if (isTimes(other, -1)) {
			return Trees.numeric(opposite, plain(one), other.operand(0));
		}
		if (isTimes(one, -1) && is(sum, NumericOp.F32_ADD, NumericOp.F64_ADD) && mayBeSwapped(sum)) {
			return Trees.numeric(opposite, plain(other), one.operand(0));
		}
		return (isTimes(one, 1) || isTimes(other, 1)) ? Trees.numeric(sum.op(), plain(one), plain(other)) : null;
	}

	private static boolean mayBeSwapped(Numeric numeric) {
		return !Effects.conflict(numeric.operand(0).effects(), numeric.operand(1).effects());
	}

	private static Expression plain(Expression tree) {
		return isTimes(tree, 1) ? tree.operand(0) : tree;
	}

	private static boolean isTimes(Expression tree, int factor) {
		LongPredicate is = (tree.kind() == Kind.FLOAT) ? (bits) -> (int) bits == Float.floatToRawIntBits(factor)
				: (bits) -> bits == Double.doubleToRawLongBits(factor);
		return tree instanceof Numeric product && is(product, NumericOp.F32_MUL, NumericOp.F64_MUL)
				&& product.operand(1) instanceof Constant constant && is.test(constant.bits());
	}

	private static @Nullable Expression turned(Expression bits, NumericOp asBits, long sign, NumericOp negated) {
		boolean turned = bits instanceof Numeric xor && is(xor, NumericOp.I32_XOR, NumericOp.I64_XOR)
				&& Trees.isConstant(xor.operand(1), sign) && xor.operand(0) instanceof Numeric number
				&& number.op() == asBits;
		return turned ? Trees.numeric(negated, bits.operand(0).operand(0)) : null;
	}

	private static boolean is(Numeric numeric, NumericOp one, NumericOp other) {
		return numeric.op() == one || numeric.op() == other;
	}

	private static boolean isSame(Expression one, Expression other) {
		return switch (one) {
			case Read read -> other instanceof Read second && read.variable() == second.variable();
			case Constant constant -> Trees.isConstant(other, constant.bits());
			default -> false;
		};
	}

}
