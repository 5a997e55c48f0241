package dev.graft.compiler.vector;

import java.util.Set;

import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.ir.VectorConstant;
import dev.graft.compiler.op.Op;
import dev.graft.compiler.op.VectorOp;

/// What is known of operators on objects of the Vector API.
final class RegisterOperators {

	/// Narrow lanes are computed together, which takes care to keep them apart.
	private static final int NARROW = 10;

	private static final int FLOATING = 3;

	private static final Set<String> RELATIONS = Set.of("eq", "ne", "lt", "le", "gt", "ge", "lt_s", "le_s", "gt_s",
			"ge_s", "lt_u", "le_u", "gt_u", "ge_u");

	private RegisterOperators() {
	}

	/// Whether there is a method of the API, or a few, that HotSpot compiles to
	/// instructions and that gives the same result, bit by bit. It has none for masks of
	/// two lanes, so 64-bit ones are not compared.
	static boolean supports(VectorOp op) {
		return switch (op) {
			case I8X16_SPLAT, I16X8_SPLAT, I32X4_SPLAT, I64X2_SPLAT, F32X4_SPLAT, F64X2_SPLAT, //
					I8X16_EXTRACT_LANE_S, I8X16_EXTRACT_LANE_U, I16X8_EXTRACT_LANE_S, I16X8_EXTRACT_LANE_U,
					I32X4_EXTRACT_LANE, I64X2_EXTRACT_LANE, F32X4_EXTRACT_LANE, F64X2_EXTRACT_LANE, //
					I8X16_REPLACE_LANE, I16X8_REPLACE_LANE, I32X4_REPLACE_LANE, I64X2_REPLACE_LANE, F32X4_REPLACE_LANE,
					F64X2_REPLACE_LANE, //
					I8X16_EQ, I8X16_NE, I8X16_LT_S, I8X16_LT_U, I8X16_GT_S, I8X16_GT_U, I8X16_LE_S, I8X16_LE_U,
					I8X16_GE_S, I8X16_GE_U, //
					I16X8_EQ, I16X8_NE, I16X8_LT_S, I16X8_LT_U, I16X8_GT_S, I16X8_GT_U, I16X8_LE_S, I16X8_LE_U,
					I16X8_GE_S, I16X8_GE_U, //
					I32X4_EQ, I32X4_NE, I32X4_LT_S, I32X4_LT_U, I32X4_GT_S, I32X4_GT_U, I32X4_LE_S, I32X4_LE_U,
					I32X4_GE_S, I32X4_GE_U, //
					V128_NOT, V128_AND, V128_ANDNOT, V128_OR, V128_XOR, V128_BITSELECT, V128_ANY_TRUE, //
					I8X16_ALL_TRUE, I16X8_ALL_TRUE, I32X4_ALL_TRUE, I8X16_BITMASK, I16X8_BITMASK, I32X4_BITMASK, //
					I8X16_ABS, I8X16_NEG, I8X16_ADD, I8X16_SUB, I8X16_ADD_SAT_S, I8X16_ADD_SAT_U, I8X16_SUB_SAT_S,
					I8X16_SUB_SAT_U, I8X16_MIN_S, I8X16_MIN_U, I8X16_MAX_S, I8X16_MAX_U, I8X16_SHL, I8X16_SHR_S,
					I8X16_SHR_U, I8X16_SWIZZLE, I8X16_SHUFFLE, I8X16_NARROW_I16X8_S, I8X16_NARROW_I16X8_U, //
					I16X8_ABS, I16X8_NEG, I16X8_ADD, I16X8_SUB, I16X8_MUL, I16X8_ADD_SAT_S, I16X8_ADD_SAT_U,
					I16X8_SUB_SAT_S, I16X8_SUB_SAT_U, I16X8_MIN_S, I16X8_MIN_U, I16X8_MAX_S, I16X8_MAX_U, I16X8_SHL,
					I16X8_SHR_S, I16X8_SHR_U, I16X8_EXTEND_LOW_I8X16_S, I16X8_EXTEND_LOW_I8X16_U,
					I16X8_EXTEND_HIGH_I8X16_S, I16X8_EXTEND_HIGH_I8X16_U, I16X8_NARROW_I32X4_S, I16X8_NARROW_I32X4_U, //
					I32X4_ABS, I32X4_NEG, I32X4_ADD, I32X4_SUB, I32X4_MUL, I32X4_MIN_S, I32X4_MIN_U, I32X4_MAX_S,
					I32X4_MAX_U, I32X4_SHL, I32X4_SHR_S, I32X4_SHR_U, I32X4_EXTEND_LOW_I16X8_S,
					I32X4_EXTEND_LOW_I16X8_U, I32X4_EXTEND_HIGH_I16X8_S, I32X4_EXTEND_HIGH_I16X8_U, //
					I64X2_ADD, I64X2_SUB, I64X2_MUL, I64X2_NEG, I64X2_SHL, I64X2_SHR_S, I64X2_SHR_U,
					I64X2_EXTEND_LOW_I32X4_S, I64X2_EXTEND_LOW_I32X4_U, I64X2_EXTEND_HIGH_I32X4_S,
					I64X2_EXTEND_HIGH_I32X4_U, //
					F32X4_EQ, F32X4_NE, F32X4_LT, F32X4_LE, F32X4_GT, F32X4_GE, I32X4_TRUNC_SAT_F32X4_S,
					F64X2_CONVERT_LOW_I32X4_S, //
					F32X4_ABS, F32X4_NEG, F32X4_ADD, F32X4_SUB, F32X4_MUL, F32X4_DIV, F32X4_SQRT, F32X4_CONVERT_I32X4_S, //
					F64X2_ABS, F64X2_NEG, F64X2_ADD, F64X2_SUB, F64X2_MUL, F64X2_DIV, F64X2_SQRT ->
				true;
			default -> RegisterForms.steps(op) > 0;
		};
	}

	/// Whether an operator compares lanes.
	static boolean isComparison(Op op) {
		return switch (op) {
			case VectorOp.I8X16_EQ, VectorOp.I8X16_NE, VectorOp.I8X16_LT_S, VectorOp.I8X16_LT_U, VectorOp.I8X16_GT_S,
					VectorOp.I8X16_GT_U, VectorOp.I8X16_LE_S, VectorOp.I8X16_LE_U, VectorOp.I8X16_GE_S,
					VectorOp.I8X16_GE_U ->
				true;
			default -> false;
		};
	}

	/// Whether an operator asks which lanes have been found true.
	static boolean asksForTruth(VectorOp op) {
		return op == VectorOp.V128_ANY_TRUE || op == VectorOp.I8X16_BITMASK;
	}

	/// About how many methods of the API an operator is. Bytes of two vectors are chosen
	/// from each, and what the other one has is masked out.
	static int registersTake(Vector vector) {
		if (vector.op() == VectorOp.I8X16_SHUFFLE) {
			return (Shuffle.uses(vector, 0) && Shuffle.uses(vector, 1)) ? 5 : 1;
		}
		return switch (vector.op()) {
			case I8X16_NARROW_I16X8_S, I8X16_NARROW_I16X8_U, I16X8_NARROW_I32X4_S, I16X8_NARROW_I32X4_U -> 4;
			default -> Math.max(1, RegisterForms.steps(vector.op()));
		};
	}

	/// How many methods of the API the code of an operator calls. A constant is another
	/// call until C2 knows that it is the same each time.
	static int calls(Vector vector) {
		int constants = 0;
		for (int number = 0; number < vector.operandCount(); number++) {
			constants += (vector.operand(number) instanceof VectorConstant constant)
					? (constant.low() == constant.high()) ? 1 : 3 : 0;
		}
		return constants + callsOf(vector);
	}

	private static int callsOf(Vector vector) {
		VectorOp op = vector.op();
		return switch (op) {
			case I8X16_SHUFFLE -> (Shuffle.uses(vector, 0) && Shuffle.uses(vector, 1)) ? 15 : 4;
			case I8X16_SWIZZLE -> 5;
			case I8X16_NARROW_I16X8_S, I8X16_NARROW_I16X8_U, I16X8_NARROW_I32X4_S, I16X8_NARROW_I32X4_U -> 11;
			case V128_BITSELECT, V128_ANY_TRUE, I8X16_ALL_TRUE, I16X8_ALL_TRUE, I32X4_ALL_TRUE, I8X16_BITMASK,
					I16X8_BITMASK, I32X4_BITMASK ->
				3;
			case V128_ANDNOT -> 2;
			default -> isRelation(op) ? 2 : Math.max(1, RegisterForms.steps(op));
		};
	}

	private static boolean isRelation(VectorOp op) {
		return RELATIONS.contains(op.mnemonic().substring(op.mnemonic().indexOf('.') + 1));
	}

	/// About how much longer it takes if the vectors are held as lanes. Four operations
	/// on `int`s run side by side, and rotating one is a single instruction.
	static int lanesTake(Vector vector) {
		VectorOp op = vector.op();
		String name = op.mnemonic();
		if (op == VectorOp.I8X16_SHUFFLE && Shuffle.isOfInts(vector) && !Shuffle.reversesInts(vector)) {
			return (Shuffle.laneBytes(vector) >= Integer.BYTES) ? 0 : 1;
		}
		if (name.contains("splat") || name.contains("lane") || name.startsWith("v128")) {
			return 1;
		}
		return switch (name.substring(0, name.indexOf('.'))) {
			case "i8x16", "i16x8" -> NARROW;
			case "f32x4", "f64x2" -> FLOATING;
			default -> ofInts(op);
		};
	}

	// Where lanes of 32 bits are made of narrow ones, these have to be taken apart.
	private static int ofInts(VectorOp op) {
		return switch (op) {
			case I32X4_DOT_I16X8_S -> 11;
			case I64X2_MUL -> 3;
			case I32X4_EXTMUL_LOW_I16X8_S, I32X4_EXTMUL_HIGH_I16X8_S, I32X4_EXTMUL_LOW_I16X8_U,
					I32X4_EXTMUL_HIGH_I16X8_U, I32X4_EXTADD_PAIRWISE_I16X8_S, I32X4_EXTADD_PAIRWISE_I16X8_U ->
				5;
			default -> 1;
		};
	}

}
