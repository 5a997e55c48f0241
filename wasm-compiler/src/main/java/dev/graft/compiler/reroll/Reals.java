package dev.graft.compiler.reroll;

import dev.graft.artifact.type.NumberType;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.op.NumericOp;
import dev.graft.compiler.op.VectorOp;
import org.jspecify.annotations.Nullable;

/// Operators on `f32`s, of which terms hold the bits.
final class Reals {

	private Reals() {
	}

	/// What an operator does with each lane; null if it is none of these. (Minima, maxima
	/// and comparisons are left to vectors, whose choices have no jumps.)
	static @Nullable NumericOp ofLanes(VectorOp op) {
		return switch (op) {
			case F32X4_ADD -> NumericOp.F32_ADD;
			case F32X4_SUB -> NumericOp.F32_SUB;
			case F32X4_MUL -> NumericOp.F32_MUL;
			case F32X4_DIV -> NumericOp.F32_DIV;
			case F32X4_SQRT -> NumericOp.F32_SQRT;
			case F32X4_NEG -> NumericOp.F32_NEG;
			case F32X4_ABS -> NumericOp.F32_ABS;
			case F32X4_CONVERT_I32X4_S -> NumericOp.F32_CONVERT_I32_S;
			case F32X4_CONVERT_I32X4_U -> NumericOp.F32_CONVERT_I32_U;
			case I32X4_TRUNC_SAT_F32X4_S -> NumericOp.I32_TRUNC_SAT_F32_S;
			case I32X4_TRUNC_SAT_F32X4_U -> NumericOp.I32_TRUNC_SAT_F32_U;
			default -> null;
		};
	}

	/// Whether an operator is one of these.
	static boolean isReal(NumericOp op) {
		return switch (op) {
			case F32_ADD, F32_SUB, F32_MUL, F32_DIV, F32_SQRT, F32_NEG, F32_ABS, F32_CONVERT_I32_S, F32_CONVERT_I32_U,
					I32_TRUNC_SAT_F32_S, I32_TRUNC_SAT_F32_U ->
				true;
			default -> false;
		};
	}

	/// What an operator makes of bits, as bits.
	static Expression node(NumericOp op, Expression... operands) {
		Expression[] numbers = operands.clone();
		for (int number = 0; number < numbers.length; number++) {
			if (op.signature().operands().get(number) == NumberType.F32) {
				numbers[number] = number(numbers[number]);
			}
		}
		Expression result = new Numeric(op, 0, numbers);
		return (result.kind() == Kind.FLOAT) ? new Numeric(NumericOp.I32_REINTERPRET_F32, 0, result) : result;
	}

	private static Expression number(Expression bits) {
		if (bits instanceof Numeric numeric && numeric.op() == NumericOp.I32_REINTERPRET_F32) {
			return numeric.operand(0);
		}
		return (bits instanceof Constant constant) ? Constant.of(Kind.FLOAT, constant.bits())
				: new Numeric(NumericOp.F32_REINTERPRET_I32, 0, bits);
	}

}
