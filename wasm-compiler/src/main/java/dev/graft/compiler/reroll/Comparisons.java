package dev.graft.compiler.reroll;

import java.util.function.UnaryOperator;

import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.op.NumericOp;

/// Compares without a jump: what makes a number whose highest bit tells the answer.
///
/// ```
///     a < b      a - b             if no difference of theirs overflows
///                a & ~b | ~(a ^ b) & (a - b)
///     a < b      ~a & (a - b)      without signs, if b is below 2^31
///     a == b     (a ^ b) - 1       if neither is negative
///                ~((a ^ b) | -(a ^ b))
/// ```
///
/// Bytes and numbers of 16 bits take the shorter forms.
final class Comparisons {

	private static final Constant ZERO = Constant.ofInt(0);

	private final UnaryOperator<Expression> held;

	/// @param held computes something once that is read several times
	Comparisons(UnaryOperator<Expression> held) {
		this.held = held;
	}

	/// Whether an operator compares.
	static boolean compares(NumericOp op) {
		return switch (op) {
			case I32_EQ, I32_NE, I32_LT_S, I32_GT_S, I32_LE_S, I32_GE_S, I32_LT_U, I32_GT_U, I32_LE_U, I32_GE_U -> true;
			default -> false;
		};
	}

	/// Whether a term is all ones where something compares, and zero elsewhere.
	static boolean isMask(Term term) {
		return term.is(NumericOp.I32_SUB) && term.operand(0).isConstant(0) && compares(term.operand(1));
	}

	/// Whether a term is one where something compares, and zero elsewhere.
	static boolean compares(Term term) {
		return term.head() instanceof Term.Head.Operation operation && compares(operation.op());
	}

	/// One or zero.
	Expression bit(Term comparison, Expression one, Expression other) {
		return node(NumericOp.I32_SHR_U, sign(comparison, one, other), Constant.ofInt(Integer.SIZE - 1));
	}

	/// All ones or zero.
	Expression mask(Term comparison, Expression one, Expression other) {
		return node(NumericOp.I32_SHR_S, sign(comparison, one, other), Constant.ofInt(Integer.SIZE - 1));
	}

	private Expression sign(Term comparison, Expression one, Expression other) {
		Term first = comparison.operand(0);
		Term second = comparison.operand(1);
		return switch (((Term.Head.Operation) comparison.head()).op()) {
			case I32_LT_S -> less(first, second, one, other);
			case I32_GT_S -> less(second, first, other, one);
			case I32_LE_S -> not(less(second, first, other, one));
			case I32_GE_S -> not(less(first, second, one, other));
			case I32_LT_U -> lessUnsigned(first, second, one, other);
			case I32_GT_U -> lessUnsigned(second, first, other, one);
			case I32_LE_U -> not(lessUnsigned(second, first, other, one));
			case I32_GE_U -> not(lessUnsigned(first, second, one, other));
			case I32_EQ -> same(first, second, one, other);
			case I32_NE -> differ(first, second, one, other);
			default -> throw new IllegalArgumentException(comparison.toString());
		};
	}

	private Expression less(Term first, Term second, Expression one, Expression other) {
		boolean fits = (long) first.least() - second.most() >= Integer.MIN_VALUE
				&& (long) first.most() - second.least() <= Integer.MAX_VALUE;
		if (fits) {
			return node(NumericOp.I32_SUB, one, other);
		}
		Expression left = this.held.apply(one);
		Expression right = this.held.apply(other);
		Expression alike = not(node(NumericOp.I32_XOR, left, right));
		return node(NumericOp.I32_OR, node(NumericOp.I32_AND, left, not(right)),
				node(NumericOp.I32_AND, alike, node(NumericOp.I32_SUB, left, right)));
	}

	// Where signs are equal, that of the difference tells. What has a sign of which the
	// other is known not to have it is the greater one.
	private Expression lessUnsigned(Term first, Term second, Expression one, Expression other) {
		Expression left = this.held.apply(one);
		Expression right = this.held.apply(other);
		Expression difference = node(NumericOp.I32_SUB, left, right);
		if (second.least() >= 0) {
			return node(NumericOp.I32_AND, not(left), difference);
		}
		if (first.least() >= 0) {
			return node(NumericOp.I32_OR, right, difference);
		}
		Expression alike = not(node(NumericOp.I32_XOR, left, right));
		return node(NumericOp.I32_OR, node(NumericOp.I32_AND, not(left), right),
				node(NumericOp.I32_AND, alike, difference));
	}

	private Expression same(Term first, Term second, Expression one, Expression other) {
		return areNotNegative(first, second)
				? node(NumericOp.I32_SUB, node(NumericOp.I32_XOR, one, other), Constant.ofInt(1))
				: not(differ(first, second, one, other));
	}

	private Expression differ(Term first, Term second, Expression one, Expression other) {
		Expression difference = second.isConstant(0) ? one : node(NumericOp.I32_XOR, one, other);
		if (areNotNegative(first, second)) {
			return node(NumericOp.I32_SUB, ZERO, difference);
		}
		Expression read = this.held.apply(difference);
		return node(NumericOp.I32_OR, read, node(NumericOp.I32_SUB, ZERO, read));
	}

	private static boolean areNotNegative(Term first, Term second) {
		return first.least() >= 0 && second.least() >= 0;
	}

	private static Expression not(Expression tree) {
		return node(NumericOp.I32_XOR, tree, Constant.ofInt(-1));
	}

	private static Expression node(NumericOp op, Expression one, Expression other) {
		return new Numeric(op, 0, one, other);
	}

}
