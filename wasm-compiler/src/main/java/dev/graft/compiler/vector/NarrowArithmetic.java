package dev.graft.compiler.vector;

import java.util.Arrays;

import dev.graft.artifact.abi.JavaBaseMember;
import dev.graft.compiler.ir.Computed;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.op.NumericOp;
import dev.graft.compiler.op.VectorOp;
import org.jspecify.annotations.Nullable;

/// What vector operators do with lanes of 8 or 16 bits that are `int`s of their own.
///
/// Only the lower bits of such an `int` count. What adds, multiplies or combines bits
/// leaves anything in the others; what compares or shifts down extends its operands
/// first, which costs nothing where HotSpot knows their range. As `int`s have room for
/// the difference of two lanes, its sign compares them, without a branch.
final class NarrowArithmetic {

	private static final int SIGN = Integer.SIZE - 1;

	private final LaneCode code;

	private final LaneWidths widths;

	NarrowArithmetic(LaneCode code, LaneWidths widths) {
		this.code = code;
		this.widths = widths;
	}

	/// A vector.
	/// @return null if there is no way to compute it lane by lane
	@Nullable Lanes vector(Vector node) {
		return switch (node.op()) {
			case I8X16_SPLAT -> splat(node, Shape.I8X16);
			case I16X8_SPLAT -> splat(node, Shape.I16X8);
			case I8X16_REPLACE_LANE, I16X8_REPLACE_LANE -> replaced(node);
			case I8X16_NARROW_I16X8_S, I8X16_NARROW_I16X8_U -> narrowed(node);
			case I16X8_NARROW_I32X4_S, I16X8_NARROW_I32X4_U -> narrowedInts(node);
			case I16X8_EXTEND_LOW_I8X16_S, I16X8_EXTEND_LOW_I8X16_U, I32X4_EXTEND_LOW_I16X8_S, I32X4_EXTEND_LOW_I16X8_U,
					I16X8_EXTMUL_LOW_I8X16_S, I16X8_EXTMUL_LOW_I8X16_U, I32X4_EXTMUL_LOW_I16X8_S,
					I32X4_EXTMUL_LOW_I16X8_U ->
				widened(node, false);
			case I16X8_EXTEND_HIGH_I8X16_S, I16X8_EXTEND_HIGH_I8X16_U, I32X4_EXTEND_HIGH_I16X8_S,
					I32X4_EXTEND_HIGH_I16X8_U, I16X8_EXTMUL_HIGH_I8X16_S, I16X8_EXTMUL_HIGH_I8X16_U,
					I32X4_EXTMUL_HIGH_I16X8_S, I32X4_EXTMUL_HIGH_I16X8_U ->
				widened(node, true);
			case I16X8_EXTADD_PAIRWISE_I8X16_S, I16X8_EXTADD_PAIRWISE_I8X16_U, I32X4_EXTADD_PAIRWISE_I16X8_S,
					I32X4_EXTADD_PAIRWISE_I16X8_U, I32X4_DOT_I16X8_S ->
				pairwise(node);
			default -> lanewise(node);
		};
	}

	private Lanes splat(Vector node, Shape shape) {
		Expression[] values = new Expression[shape.lanes()];
		Arrays.fill(values, this.code.once(node.operand(0)));
		return new Lanes(shape, values);
	}

	private Lanes replaced(Vector node) {
		Shape shape = result(node);
		Expression[] values = this.code.lanes(node.operand(0), shape).clone();
		values[node.lane()] = node.operand(1);
		return new Lanes(shape, values);
	}

	private static Shape result(Vector node) {
		Shape narrow = Shape.narrowResult(node.op());
		return (narrow != null) ? narrow : Shape.I32X4;
	}

	private Expression[] operand(Vector node, int number) {
		Shape shape = Shape.narrowOperand(node.op(), number);
		return this.code.lanes(node.operand(number), (shape != null) ? shape : Shape.I32X4);
	}

	private Lanes narrowed(Vector node) {
		boolean unsigned = node.op() == VectorOp.I8X16_NARROW_I16X8_U;
		Expression[] values = new Expression[16];
		for (int half = 0; half < 2; half++) {
			boolean fits = this.widths.fits(node, half);
			Expression[] lanes = operand(node, half);
			for (int lane = 0; lane < 8; lane++) {
				values[8 * half + lane] = fits ? lanes[lane]
						: limited(signed(lanes[lane], Short.SIZE), Byte.SIZE, !unsigned);
			}
		}
		return new Lanes(Shape.I8X16, values);
	}

	private Lanes narrowedInts(Vector node) {
		boolean signed = node.op() == VectorOp.I16X8_NARROW_I32X4_S;
		Expression[] values = new Expression[8];
		for (int half = 0; half < 2; half++) {
			boolean fits = this.widths.fits(node, half);
			Expression[] lanes = operand(node, half);
			for (int lane = 0; lane < 4; lane++) {
				values[4 * half + lane] = fits ? lanes[lane] : limited(lanes[lane], Short.SIZE, signed);
			}
		}
		return new Lanes(Shape.I16X8, values);
	}

	// Neither below nor above what so many bits can hold.
	private static Expression limited(Expression value, int bits, boolean signed) {
		int least = signed ? -1 << bits - 1 : 0;
		return smaller(larger(value, constant(least)), constant(least + (1 << bits) - 1));
	}

	private Lanes widened(Vector node, boolean high) {
		Shape result = result(node);
		int bits = Long.SIZE / result.lanes();
		boolean signed = isSigned(node.op());
		Expression[] values = new Expression[result.lanes()];
		for (int lane = 0; lane < values.length; lane++) {
			int source = high ? lane + values.length : lane;
			values[lane] = extended(operand(node, 0)[source], bits, signed);
			if (node.operandCount() > 1) {
				values[lane] = mul(values[lane], extended(operand(node, 1)[source], bits, signed));
			}
		}
		return new Lanes(result, values);
	}

	private static boolean isSigned(VectorOp op) {
		return op.mnemonic().endsWith("_s");
	}

	// Sums of neighbours, or of their products if there are two operands.
	private Lanes pairwise(Vector node) {
		Shape result = result(node);
		int bits = Long.SIZE / result.lanes();
		boolean signed = isSigned(node.op());
		Expression[] values = new Expression[result.lanes()];
		for (int lane = 0; lane < values.length; lane++) {
			values[lane] = add(addend(node, 2 * lane, bits, signed), addend(node, 2 * lane + 1, bits, signed));
		}
		return new Lanes(result, values);
	}

	private Expression addend(Vector node, int lane, int bits, boolean signed) {
		Expression value = extended(operand(node, 0)[lane], bits, signed);
		return (node.operandCount() > 1) ? mul(value, extended(operand(node, 1)[lane], bits, signed)) : value;
	}

	private @Nullable Lanes lanewise(Vector node) {
		Shape shape = Shape.narrowResult(node.op());
		if (shape == null || !isLanewise(node.op())) {
			return null;
		}
		Expression[] one = this.code.lanes(node.operand(0), shape);
		Expression[] other = (node.operandCount() > 1) ? second(node, shape) : one;
		Expression[] values = new Expression[shape.lanes()];
		int bits = shape.laneBytes() * Byte.SIZE;
		for (int lane = 0; lane < values.length; lane++) {
			values[lane] = lane(node.op(), bits, one[lane], other[lane]);
		}
		return new Lanes(shape, values);
	}

	// Shifts count modulo the width of a lane, the same for all.
	private Expression[] second(Vector node, Shape shape) {
		Expression operand = node.operand(1);
		if (operand.kind() == Kind.VECTOR) {
			return this.code.lanes(operand, shape);
		}
		Expression[] counts = new Expression[shape.lanes()];
		Arrays.fill(counts, this.code.once(and(operand, constant(shape.laneBytes() * Byte.SIZE - 1))));
		return counts;
	}

	/// Whether an operator on narrow lanes does the same with each, and can here.
	static boolean isLanewise(VectorOp op) {
		return switch (op) {
			case I8X16_ADD, I16X8_ADD, I8X16_SUB, I16X8_SUB, I16X8_MUL, I8X16_NEG, I16X8_NEG, I8X16_ABS, I16X8_ABS,
					I8X16_POPCNT, I8X16_SHL, I16X8_SHL, I8X16_SHR_S, I16X8_SHR_S, I8X16_SHR_U, I16X8_SHR_U, I8X16_EQ,
					I16X8_EQ, I8X16_NE, I16X8_NE, I8X16_LT_S, I16X8_LT_S, I8X16_LT_U, I16X8_LT_U, I8X16_GT_S,
					I16X8_GT_S, I8X16_GT_U, I16X8_GT_U, I8X16_LE_S, I16X8_LE_S, I8X16_LE_U, I16X8_LE_U, I8X16_GE_S,
					I16X8_GE_S, I8X16_GE_U, I16X8_GE_U, I8X16_MIN_S, I16X8_MIN_S, I8X16_MIN_U, I16X8_MIN_U, I8X16_MAX_S,
					I16X8_MAX_S, I8X16_MAX_U, I16X8_MAX_U, I8X16_AVGR_U, I16X8_AVGR_U, I8X16_ADD_SAT_S, I16X8_ADD_SAT_S,
					I8X16_ADD_SAT_U, I16X8_ADD_SAT_U, I8X16_SUB_SAT_S, I16X8_SUB_SAT_S, I8X16_SUB_SAT_U,
					I16X8_SUB_SAT_U, I16X8_Q15MULR_SAT_S ->
				true;
			default -> false;
		};
	}

	private Expression lane(VectorOp op, int bits, Expression one, Expression other) {
		return switch (op) {
			case I8X16_ADD, I16X8_ADD -> add(one, other);
			case I8X16_SUB, I16X8_SUB -> sub(one, other);
			case I16X8_MUL -> mul(one, other);
			case I8X16_NEG, I16X8_NEG -> sub(constant(0), one);
			case I8X16_ABS, I16X8_ABS -> absolute(this.code.once(signed(one, bits)));
			case I8X16_POPCNT -> Trees.numeric(NumericOp.I32_POPCNT, unsigned(one, bits));
			case I8X16_SHL, I16X8_SHL -> Trees.numeric(NumericOp.I32_SHL, one, other);
			case I8X16_SHR_S, I16X8_SHR_S -> Trees.numeric(NumericOp.I32_SHR_S, signed(one, bits), other);
			case I8X16_SHR_U, I16X8_SHR_U -> Trees.numeric(NumericOp.I32_SHR_U, unsigned(one, bits), other);
			case I8X16_EQ, I16X8_EQ -> sign(sub(unsigned(Trees.xor(one, other), bits), constant(1)));
			case I8X16_NE, I16X8_NE -> sign(sub(constant(0), unsigned(Trees.xor(one, other), bits)));
			case I8X16_LT_S, I16X8_LT_S -> less(one, other, bits, true);
			case I8X16_LT_U, I16X8_LT_U -> less(one, other, bits, false);
			case I8X16_GT_S, I16X8_GT_S -> less(other, one, bits, true);
			case I8X16_GT_U, I16X8_GT_U -> less(other, one, bits, false);
			case I8X16_LE_S, I16X8_LE_S -> not(less(other, one, bits, true));
			case I8X16_LE_U, I16X8_LE_U -> not(less(other, one, bits, false));
			case I8X16_GE_S, I16X8_GE_S -> not(less(one, other, bits, true));
			case I8X16_GE_U, I16X8_GE_U -> not(less(one, other, bits, false));
			case I8X16_MIN_S, I16X8_MIN_S -> smaller(signed(one, bits), signed(other, bits));
			case I8X16_MIN_U, I16X8_MIN_U -> smaller(unsigned(one, bits), unsigned(other, bits));
			case I8X16_MAX_S, I16X8_MAX_S -> larger(signed(one, bits), signed(other, bits));
			case I8X16_MAX_U, I16X8_MAX_U -> larger(unsigned(one, bits), unsigned(other, bits));
			case I8X16_AVGR_U, I16X8_AVGR_U ->
				shifted(add(add(unsigned(one, bits), unsigned(other, bits)), constant(1)), NumericOp.I32_SHR_U, 1);
			case I8X16_ADD_SAT_S, I16X8_ADD_SAT_S -> limited(add(signed(one, bits), signed(other, bits)), bits, true);
			case I8X16_SUB_SAT_S, I16X8_SUB_SAT_S -> limited(sub(signed(one, bits), signed(other, bits)), bits, true);
			case I8X16_ADD_SAT_U, I16X8_ADD_SAT_U ->
				smaller(add(unsigned(one, bits), unsigned(other, bits)), constant((1 << bits) - 1));
			case I8X16_SUB_SAT_U, I16X8_SUB_SAT_U ->
				larger(sub(unsigned(one, bits), unsigned(other, bits)), constant(0));
			case I16X8_Q15MULR_SAT_S -> {
				Expression product = add(mul(signed(one, bits), signed(other, bits)), constant(0x4000));
				Expression rounded = this.code.once(shifted(product, NumericOp.I32_SHR_S, bits - 1));
				Expression excess = shifted(sub(constant(Short.MAX_VALUE), rounded), NumericOp.I32_SHR_U, SIGN);
				yield sub(rounded, excess);
			}
			default -> throw new IllegalArgumentException(op + " is not computed lane by lane");
		};
	}

	private Expression absolute(Expression value) {
		Expression sign = this.code.once(sign(value));
		return sub(Trees.xor(value, sign), sign);
	}

	// All bits, or none.
	private static Expression less(Expression one, Expression other, int bits, boolean signed) {
		return sign(sub(extended(one, bits, signed), extended(other, bits, signed)));
	}

	private static Expression smaller(Expression one, Expression other) {
		return new Computed(JavaBaseMember.I32_MIN, one, other);
	}

	private static Expression larger(Expression one, Expression other) {
		return new Computed(JavaBaseMember.I32_MAX, one, other);
	}

	private static Expression extended(Expression lane, int bits, boolean signed) {
		return signed ? signed(lane, bits) : unsigned(lane, bits);
	}

	private static Expression signed(Expression lane, int bits) {
		return Trees.numeric((bits == Byte.SIZE) ? NumericOp.I32_EXTEND8_S : NumericOp.I32_EXTEND16_S, lane);
	}

	private static Expression unsigned(Expression lane, int bits) {
		return and(lane, constant((1 << bits) - 1));
	}

	private static Expression sign(Expression value) {
		return shifted(value, NumericOp.I32_SHR_S, SIGN);
	}

	private static Expression shifted(Expression value, NumericOp op, int count) {
		return Trees.numeric(op, value, constant(count));
	}

	private static Expression add(Expression one, Expression other) {
		return Trees.numeric(NumericOp.I32_ADD, one, other);
	}

	private static Expression sub(Expression one, Expression other) {
		return Trees.numeric(NumericOp.I32_SUB, one, other);
	}

	private static Expression mul(Expression one, Expression other) {
		return Trees.numeric(NumericOp.I32_MUL, one, other);
	}

	private static Expression and(Expression one, Expression other) {
		return Trees.and(one, other);
	}

	private static Expression not(Expression value) {
		return Trees.not(value);
	}

	private static Expression constant(int value) {
		return Trees.constant(value);
	}

}
