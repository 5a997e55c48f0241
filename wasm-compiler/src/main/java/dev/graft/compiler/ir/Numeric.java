package dev.graft.compiler.ir;

import dev.graft.compiler.op.NumericOp;

/// A number from numbers.
public final class Numeric extends Expression {

	private final NumericOp op;

	private final int site;

	/// @param op the operator
	/// @param site where it is if it can trap, otherwise 0
	/// @param operands one or two
	public Numeric(NumericOp op, int site, Expression... operands) {
		super(Kind.of(op.signature().result()), trapsWith(op, operands) ? Effects.TRAPS : Effects.NONE, 0, operands);
		this.op = op;
		this.site = site;
	}

	/// Whether an operator can trap at all.
	public static boolean canTrap(NumericOp op) {
		return switch (op) {
			case I32_DIV_S, I32_DIV_U, I32_REM_S, I32_REM_U, I64_DIV_S, I64_DIV_U, I64_REM_S, I64_REM_U,
					I32_TRUNC_F32_S, I32_TRUNC_F32_U, I32_TRUNC_F64_S, I32_TRUNC_F64_U, I64_TRUNC_F32_S,
					I64_TRUNC_F32_U, I64_TRUNC_F64_S, I64_TRUNC_F64_U ->
				true;
			default -> false;
		};
	}

	/// Whether an operator divides.
	public static boolean isDivision(NumericOp op) {
		return switch (op) {
			case I32_DIV_S, I32_DIV_U, I32_REM_S, I32_REM_U, I64_DIV_S, I64_DIV_U, I64_REM_S, I64_REM_U -> true;
			default -> false;
		};
	}

	private static boolean trapsWith(NumericOp op, Expression[] operands) {
		return canTrap(op) && !(isDivision(op) && isHarmlessDivisor(operands[1]));
	}

	/// Whether dividing by it cannot trap: a constant that is neither 0 (division by
	/// zero) nor -1 (overflow).
	public static boolean isHarmlessDivisor(Expression divisor) {
		return divisor instanceof Constant constant && constant.bits() != 0 && constant.bits() != -1;
	}

	/// The operator.
	public NumericOp op() {
		return this.op;
	}

	/// Where it is if it can trap, otherwise 0.
	public int site() {
		return this.site;
	}

	@Override
	public Expression with(Expression[] operands) {
		return new Numeric(this.op, this.site, operands);
	}

	@Override
	public String toString() {
		return "(" + this.op + list(this) + ")";
	}

}
