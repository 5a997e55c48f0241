package dev.graft.compiler.vector;

import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.op.VectorOp;

/// About how many operations it takes to compute with narrow lanes: with all that are
/// together in two `long`s, and with a single one that is an `int`.
final class NarrowCosts {

	/// A vector into memory, out of two `long`s.
	static final int STORE_TOGETHER = 2;

	/// A vector into memory, out of lanes of 8 bits that are put together for it.
	static final int STORE_BYTES = 44;

	/// A vector into memory, out of lanes of 16 bits.
	static final int STORE_SHORTS = 20;

	/// A vector from memory, into two `long`s.
	static final int LOAD_TOGETHER = 2;

	/// A lane from memory.
	static final int LOAD_SINGLE = 3;

	/// A shift of wide lanes that moves narrow ones.
	static final int SHIFT = 8;

	/// From lanes to `long`s or back.
	static final int CONVERSION = 40;

	private NarrowCosts() {
	}

	/// Whether an operator makes lanes of 16 bits out of bytes: nothing has to be done
	/// for that if they are extended further.
	static boolean extendsBytes(VectorOp op) {
		return switch (op) {
			case I16X8_EXTEND_LOW_I8X16_S, I16X8_EXTEND_LOW_I8X16_U, I16X8_EXTEND_HIGH_I8X16_S,
					I16X8_EXTEND_HIGH_I8X16_U ->
				true;
			default -> false;
		};
	}

	/// Whether an operator makes lanes of 32 bits out of lanes of 16.
	static boolean extendsShorts(VectorOp op) {
		return switch (op) {
			case I32X4_EXTEND_LOW_I16X8_S, I32X4_EXTEND_LOW_I16X8_U, I32X4_EXTEND_HIGH_I16X8_S,
					I32X4_EXTEND_HIGH_I16X8_U ->
				true;
			default -> false;
		};
	}

	/// What an operator takes on `long`s.
	static int together(VectorOp op) {
		return switch (op) {
			case I8X16_SPLAT, I16X8_SPLAT -> 3;
			case I8X16_EXTRACT_LANE_S, I8X16_EXTRACT_LANE_U, I16X8_EXTRACT_LANE_S, I16X8_EXTRACT_LANE_U -> 3;
			case I8X16_REPLACE_LANE, I16X8_REPLACE_LANE -> 5;
			case I8X16_SHL, I16X8_SHL, I8X16_SHR_U, I16X8_SHR_U -> 6;
			case I8X16_ADD, I16X8_ADD, I8X16_SUB, I16X8_SUB, I8X16_NEG, I16X8_NEG -> 12;
			case I8X16_EQ, I16X8_EQ, I8X16_NE, I16X8_NE, I8X16_ABS, I16X8_ABS -> 14;
			case I8X16_ALL_TRUE, I16X8_ALL_TRUE, I8X16_BITMASK, I16X8_BITMASK -> 12;
			case I16X8_EXTEND_LOW_I8X16_U, I16X8_EXTEND_HIGH_I8X16_U -> 14;
			case I16X8_EXTEND_LOW_I8X16_S, I16X8_EXTEND_HIGH_I8X16_S -> 22;
			case I32X4_EXTEND_LOW_I16X8_S, I32X4_EXTEND_LOW_I16X8_U, I32X4_EXTEND_HIGH_I16X8_S,
					I32X4_EXTEND_HIGH_I16X8_U ->
				12;
			case I16X8_EXTADD_PAIRWISE_I8X16_S, I16X8_EXTADD_PAIRWISE_I8X16_U -> 16;
			case I32X4_EXTADD_PAIRWISE_I16X8_S, I32X4_EXTADD_PAIRWISE_I16X8_U -> 20;
			case I16X8_MUL -> 48;
			case I16X8_EXTMUL_LOW_I8X16_S, I16X8_EXTMUL_LOW_I8X16_U, I16X8_EXTMUL_HIGH_I8X16_S,
					I16X8_EXTMUL_HIGH_I8X16_U ->
				48;
			case I32X4_EXTMUL_LOW_I16X8_S, I32X4_EXTMUL_LOW_I16X8_U, I32X4_EXTMUL_HIGH_I16X8_S,
					I32X4_EXTMUL_HIGH_I16X8_U ->
				28;
			case I32X4_DOT_I16X8_S -> 56;
			case I16X8_Q15MULR_SAT_S -> 80;
			case I8X16_SWIZZLE -> 110;
			case I8X16_NARROW_I16X8_S, I8X16_NARROW_I16X8_U -> 60;
			case I16X8_NARROW_I32X4_S, I16X8_NARROW_I32X4_U -> 36;
			default -> 26;
		};
	}

	/// What an operator takes for each lane of its result.
	/// @return negative if it is not computed lane by lane
	static int single(VectorOp op) {
		return switch (op) {
			case I8X16_SPLAT, I16X8_SPLAT, I8X16_REPLACE_LANE, I16X8_REPLACE_LANE -> 0;
			case I8X16_EXTRACT_LANE_S, I8X16_EXTRACT_LANE_U, I16X8_EXTRACT_LANE_S, I16X8_EXTRACT_LANE_U -> 1;
			case I8X16_ADD, I16X8_ADD, I8X16_SUB, I16X8_SUB, I8X16_NEG, I16X8_NEG, I16X8_MUL, I8X16_SHL, I16X8_SHL -> 1;
			case I16X8_EXTEND_LOW_I8X16_U, I16X8_EXTEND_HIGH_I8X16_U -> 0;
			case I16X8_EXTEND_LOW_I8X16_S, I16X8_EXTEND_HIGH_I8X16_S, I32X4_EXTEND_LOW_I16X8_S,
					I32X4_EXTEND_LOW_I16X8_U, I32X4_EXTEND_HIGH_I16X8_S, I32X4_EXTEND_HIGH_I16X8_U ->
				1;
			case I8X16_SHR_U, I16X8_SHR_U, I8X16_SHR_S, I16X8_SHR_S, I8X16_POPCNT -> 2;
			case I16X8_EXTADD_PAIRWISE_I8X16_S, I16X8_EXTADD_PAIRWISE_I8X16_U, I32X4_EXTADD_PAIRWISE_I16X8_S,
					I32X4_EXTADD_PAIRWISE_I16X8_U ->
				2;
			case I16X8_EXTMUL_LOW_I8X16_S, I16X8_EXTMUL_LOW_I8X16_U, I16X8_EXTMUL_HIGH_I8X16_S,
					I16X8_EXTMUL_HIGH_I8X16_U, I32X4_EXTMUL_LOW_I16X8_S, I32X4_EXTMUL_LOW_I16X8_U,
					I32X4_EXTMUL_HIGH_I16X8_S, I32X4_EXTMUL_HIGH_I16X8_U ->
				2;
			case I16X8_NARROW_I32X4_S, I16X8_NARROW_I32X4_U -> 2;
			case I8X16_NARROW_I16X8_S, I8X16_NARROW_I16X8_U -> 3;
			case I8X16_MIN_S, I8X16_MIN_U, I8X16_MAX_S, I8X16_MAX_U, I16X8_MIN_S, I16X8_MIN_U, I16X8_MAX_S,
					I16X8_MAX_U ->
				3;
			case I8X16_AVGR_U, I16X8_AVGR_U, I8X16_ABS, I16X8_ABS -> 3;
			case I8X16_EQ, I16X8_EQ, I8X16_NE, I16X8_NE, I32X4_DOT_I16X8_S -> 4;
			case I8X16_ADD_SAT_S, I16X8_ADD_SAT_S, I8X16_SUB_SAT_S, I16X8_SUB_SAT_S -> 5;
			case I16X8_Q15MULR_SAT_S -> 6;
			default -> NarrowArithmetic.isLanewise(op) ? 5 : -1;
		};
	}

	/// What a shuffle takes on `long`s.
	static int shuffled(Vector shuffle) {
		return (Shuffle.laneBytes(shuffle) >= Integer.BYTES) ? 2 : 30;
	}

}
