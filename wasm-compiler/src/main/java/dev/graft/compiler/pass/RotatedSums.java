package dev.graft.compiler.pass;

import java.util.HashSet;
import java.util.Set;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.NumericOp;

/// Keeps rotations of sums with a constant rotations, which hashes consist of.
///
/// ```
///     v1 = v0 + 1518500249                    v1 = v0 + 1518500249
///     v2 = rotl v1 5                  ─▶      v2 = rotl ~(-1 - v1) 5
/// ```
///
/// HotSpot's C2 sees a rotation in two shifts of the same value. But as soon as it sees
/// `(x + C) << s` it makes `(x << s) + (C << s)` of it, of an `int` if `s` is less than
/// 16. A complement is not taken apart, and costs one or two instructions where the
/// shifts and the sum cost four or five.
///
/// What is a sum with a constant to C2 is followed through variables, as it moves constants
/// outwards: `v + (w + C)` is `(v + w) + C`. Behind a label nothing is known, as C2 knows
/// nothing either where lines join.
public final class RotatedSums {

	/// C2 takes shifts of an `int` by that much and more for narrowing ones.
	private static final int NARROWING_SHIFT = 16;

	/// The variables that hold a sum with a constant.
	private final Set<Variable> sums = new HashSet<>();

	private RotatedSums() {
	}

	/// Rewrites a body.
	public static void apply(Body body) {
		RotatedSums line = new RotatedSums();
		body.statements().replaceAll(line::rewrite);
	}

	private Statement rewrite(Statement statement) {
		Statement rewritten = statement.map(this::rewrite);
		if (rewritten instanceof Mark) {
			this.sums.clear();
		}
		else if (rewritten instanceof Assign(Variable variable, Expression value)) {
			if (isSum(value)) {
				this.sums.add(variable);
			}
			else {
				this.sums.remove(variable);
			}
		}
		return rewritten;
	}

	private Expression rewrite(Expression tree) {
		Expression mapped = tree.map(this::rewrite);
		return (mapped instanceof Numeric numeric && isTakenApart(numeric) && isSum(numeric.operand(0)))
				? numeric.with(new Expression[] { hidden(numeric.operand(0)), numeric.operand(1) }) : mapped;
	}

	private static boolean isTakenApart(Numeric rotation) {
		if (rotation.operandCount() < 2 || !(rotation.operand(1) instanceof Constant by)) {
			return false;
		}
		return switch (rotation.op()) {
			case I32_ROTL -> isShort(by.bits());
			case I32_ROTR -> isShort(-by.bits());
			case I64_ROTL, I64_ROTR -> by.bits() % Long.SIZE != 0;
			default -> false;
		};
	}

	private static boolean isShort(long left) {
		long by = left & (Integer.SIZE - 1);
		return by > 0 && by < NARROWING_SHIFT;
	}

	private static Expression hidden(Expression sum) {
		boolean isInt = sum.kind() == Kind.INT;
		Expression ones = Constant.of(sum.kind(), -1);
		Expression complement = new Numeric(isInt ? NumericOp.I32_SUB : NumericOp.I64_SUB, 0, ones, sum);
		return new Numeric(isInt ? NumericOp.I32_XOR : NumericOp.I64_XOR, 0, complement, ones);
	}

	private boolean isSum(Expression tree) {
		return switch (tree) {
			case Read read -> this.sums.contains(read.variable());
			case Numeric numeric -> switch (numeric.op()) {
				case I32_ADD, I64_ADD -> hasConstant(numeric) || numeric.operand(0) instanceof Constant;
				case I32_SUB, I64_SUB -> hasConstant(numeric) && !(numeric.operand(0) instanceof Constant);
				default -> false;
			};
			default -> false;
		};
	}

	private boolean hasConstant(Numeric numeric) {
		return isSum(numeric.operand(0)) || isSum(numeric.operand(1)) || numeric.operand(1) instanceof Constant;
	}

}
