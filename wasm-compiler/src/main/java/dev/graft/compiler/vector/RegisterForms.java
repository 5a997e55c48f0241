package dev.graft.compiler.vector;

import java.util.function.UnaryOperator;

import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.RegisterOperation;
import dev.graft.compiler.op.VectorOp;

/// Operators on objects of the Vector API that it has no method for, made of some that it
/// has methods for.
final class RegisterForms {

	private static final long LOW_BYTES = 0x00FF00FF00FF00FFL;

	private static final long LOW_SHORTS = 0x0000FFFF0000FFFFL;

	private static final long LOW_SEVEN_BITS = 0x7F7F7F7F7F7F7F7FL;

	private static final long FLOAT_SIGNS = 0x8000000080000000L;

	/// 2^23: floats from there on have no fractional digits.
	private static final long WHOLE_FLOATS = 0x4B0000004B000000L;

	private final UnaryOperator<Expression> keep;

	/// @param keep assigns what is used twice to a variable
	RegisterForms(UnaryOperator<Expression> keep) {
		this.keep = keep;
	}

	/// How many methods of the API an operator takes that is made of others, or 0 if it
	/// is not.
	static int steps(VectorOp op) {
		return switch (op) {
			case I16X8_EXTMUL_LOW_I8X16_S, I16X8_EXTMUL_HIGH_I8X16_S, I16X8_EXTMUL_LOW_I8X16_U,
					I16X8_EXTMUL_HIGH_I8X16_U, I32X4_EXTMUL_LOW_I16X8_S, I32X4_EXTMUL_HIGH_I16X8_S,
					I32X4_EXTMUL_LOW_I16X8_U, I32X4_EXTMUL_HIGH_I16X8_U, I64X2_EXTMUL_LOW_I32X4_S,
					I64X2_EXTMUL_HIGH_I32X4_S, I64X2_EXTMUL_LOW_I32X4_U, I64X2_EXTMUL_HIGH_I32X4_U, F32X4_PMIN,
					F32X4_PMAX, I16X8_EXTADD_PAIRWISE_I8X16_U, I32X4_EXTADD_PAIRWISE_I16X8_U ->
				3;
			case I16X8_EXTADD_PAIRWISE_I8X16_S, I32X4_EXTADD_PAIRWISE_I16X8_S, I16X8_AVGR_U -> 4;
			case I8X16_AVGR_U -> 5;
			case F32X4_NEAREST -> 8;
			case I32X4_DOT_I16X8_S -> 9;
			default -> 0;
		};
	}

	/// @param operands read variables, as they may be used more than once
	Expression of(VectorOp op, Expression[] operands) {
		Expression first = operands[0];
		Expression last = operands[operands.length - 1];
		return switch (op) {
			case I16X8_EXTMUL_LOW_I8X16_S -> product(VectorOp.I16X8_MUL, VectorOp.I16X8_EXTEND_LOW_I8X16_S, operands);
			case I16X8_EXTMUL_HIGH_I8X16_S -> product(VectorOp.I16X8_MUL, VectorOp.I16X8_EXTEND_HIGH_I8X16_S, operands);
			case I16X8_EXTMUL_LOW_I8X16_U -> product(VectorOp.I16X8_MUL, VectorOp.I16X8_EXTEND_LOW_I8X16_U, operands);
			case I16X8_EXTMUL_HIGH_I8X16_U -> product(VectorOp.I16X8_MUL, VectorOp.I16X8_EXTEND_HIGH_I8X16_U, operands);
			case I32X4_EXTMUL_LOW_I16X8_S -> product(VectorOp.I32X4_MUL, VectorOp.I32X4_EXTEND_LOW_I16X8_S, operands);
			case I32X4_EXTMUL_HIGH_I16X8_S -> product(VectorOp.I32X4_MUL, VectorOp.I32X4_EXTEND_HIGH_I16X8_S, operands);
			case I32X4_EXTMUL_LOW_I16X8_U -> product(VectorOp.I32X4_MUL, VectorOp.I32X4_EXTEND_LOW_I16X8_U, operands);
			case I32X4_EXTMUL_HIGH_I16X8_U -> product(VectorOp.I32X4_MUL, VectorOp.I32X4_EXTEND_HIGH_I16X8_U, operands);
			case I64X2_EXTMUL_LOW_I32X4_S -> product(VectorOp.I64X2_MUL, VectorOp.I64X2_EXTEND_LOW_I32X4_S, operands);
			case I64X2_EXTMUL_HIGH_I32X4_S -> product(VectorOp.I64X2_MUL, VectorOp.I64X2_EXTEND_HIGH_I32X4_S, operands);
			case I64X2_EXTMUL_LOW_I32X4_U -> product(VectorOp.I64X2_MUL, VectorOp.I64X2_EXTEND_LOW_I32X4_U, operands);
			case I64X2_EXTMUL_HIGH_I32X4_U -> product(VectorOp.I64X2_MUL, VectorOp.I64X2_EXTEND_HIGH_I32X4_U, operands);
			case I16X8_EXTADD_PAIRWISE_I8X16_S -> op(VectorOp.I16X8_ADD, lowBytes(first), highBytes(first));
			case I32X4_EXTADD_PAIRWISE_I16X8_S -> op(VectorOp.I32X4_ADD, lowShorts(first), highShorts(first));
			case I16X8_EXTADD_PAIRWISE_I8X16_U -> op(VectorOp.I16X8_ADD,
					op(VectorOp.V128_AND, first, halves(LOW_BYTES)), op(VectorOp.I16X8_SHR_U, first, count(Byte.SIZE)));
			case I32X4_EXTADD_PAIRWISE_I16X8_U ->
				op(VectorOp.I32X4_ADD, op(VectorOp.V128_AND, first, halves(LOW_SHORTS)),
						op(VectorOp.I32X4_SHR_U, first, count(Short.SIZE)));
			case I32X4_DOT_I16X8_S -> op(VectorOp.I32X4_ADD, op(VectorOp.I32X4_MUL, lowShorts(first), lowShorts(last)),
					op(VectorOp.I32X4_MUL, highShorts(first), highShorts(last)));
			case I8X16_AVGR_U -> op(VectorOp.I8X16_SUB, op(VectorOp.V128_OR, first, last),
					op(VectorOp.V128_AND, halfOfDifference(first, last), halves(LOW_SEVEN_BITS)));
			case I16X8_AVGR_U ->
				op(VectorOp.I16X8_SUB, op(VectorOp.V128_OR, first, last), halfOfDifference(first, last));
			case F32X4_PMIN -> op(VectorOp.V128_BITSELECT, last, first, op(VectorOp.F32X4_LT, last, first));
			case F32X4_PMAX -> op(VectorOp.V128_BITSELECT, last, first, op(VectorOp.F32X4_LT, first, last));
			case F32X4_NEAREST -> nearest(first);
			default -> throw new IllegalArgumentException("not made of others: " + op);
		};
	}

	private static Expression product(VectorOp multiply, VectorOp extend, Expression[] operands) {
		return op(multiply, op(extend, operands[0]), op(extend, operands[1]));
	}

	private static Expression lowBytes(Expression vector) {
		return op(VectorOp.I16X8_SHR_S, op(VectorOp.I16X8_SHL, vector, count(Byte.SIZE)), count(Byte.SIZE));
	}

	private static Expression highBytes(Expression vector) {
		return op(VectorOp.I16X8_SHR_S, vector, count(Byte.SIZE));
	}

	private static Expression lowShorts(Expression vector) {
		return op(VectorOp.I32X4_SHR_S, op(VectorOp.I32X4_SHL, vector, count(Short.SIZE)), count(Short.SIZE));
	}

	private static Expression highShorts(Expression vector) {
		return op(VectorOp.I32X4_SHR_S, vector, count(Short.SIZE));
	}

	// (a + b + 1) / 2 = (a | b) - (a ^ b) / 2
	private static Expression halfOfDifference(Expression first, Expression last) {
		return op(VectorOp.I16X8_SHR_U, op(VectorOp.V128_XOR, first, last), count(1));
	}

	// Adding so much that no digit is left for fractions rounds, to even ones. What is as
	// large as that is whole already, and adding the negative zero makes a NaN quiet.
	private Expression nearest(Expression number) {
		Expression whole = halves(WHOLE_FLOATS);
		Expression signs = halves(FLOAT_SIGNS);
		Expression magnitude = this.keep.apply(op(VectorOp.F32X4_ABS, number));
		Expression rounded = op(VectorOp.F32X4_SUB, op(VectorOp.F32X4_ADD, magnitude, whole), whole);
		Expression signed = op(VectorOp.V128_OR, rounded, op(VectorOp.V128_AND, number, signs));
		Expression large = this.keep.apply(op(VectorOp.F32X4_ADD, number, signs));
		return op(VectorOp.V128_BITSELECT, signed, large, op(VectorOp.F32X4_LT, magnitude, whole));
	}

	private static Expression op(VectorOp op, Expression... operands) {
		return RegisterOperation.of(op, 0, operands);
	}

	private static Expression count(int bits) {
		return Constant.of(Kind.INT, bits);
	}

	private static Expression halves(long bits) {
		return RegisterOperation.ofHalves(Constant.of(Kind.LONG, bits), Constant.of(Kind.LONG, bits));
	}

}
