package dev.graft.compiler.lower;

import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.ir.VectorConstant;
import dev.graft.compiler.ir.VectorOfHalves;
import dev.graft.compiler.op.MemoryAccessOp;
import dev.graft.compiler.op.VectorMemoryOp;
import dev.graft.compiler.op.VectorOp;

/// The loads and stores that touch less than a whole vector, as those of a number and an
/// operator that does not touch memory.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/instructions.html#vector-instructions">Execution,
/// "Vector Instructions"</a>
final class VectorAccesses {

	private VectorAccesses() {
	}

	/// How the number is loaded or stored.
	static MemoryAccessOp part(VectorMemoryOp op) {
		return switch (op) {
			case V128_LOAD8_SPLAT, V128_LOAD8_LANE -> MemoryAccessOp.I32_LOAD8_U;
			case V128_LOAD16_SPLAT, V128_LOAD16_LANE -> MemoryAccessOp.I32_LOAD16_U;
			case V128_LOAD32_SPLAT, V128_LOAD32_LANE, V128_LOAD32_ZERO -> MemoryAccessOp.I32_LOAD;
			case V128_LOAD8X8_S, V128_LOAD8X8_U, V128_LOAD16X4_S, V128_LOAD16X4_U, V128_LOAD32X2_S, V128_LOAD32X2_U,
					V128_LOAD64_SPLAT, V128_LOAD64_LANE, V128_LOAD64_ZERO ->
				MemoryAccessOp.I64_LOAD;
			case V128_STORE8_LANE -> MemoryAccessOp.I32_STORE8;
			case V128_STORE16_LANE -> MemoryAccessOp.I32_STORE16;
			case V128_STORE32_LANE -> MemoryAccessOp.I32_STORE;
			case V128_STORE64_LANE -> MemoryAccessOp.I64_STORE;
			case V128_LOAD, V128_STORE -> throw new IllegalArgumentException(op + " has no parts");
		};
	}

	/// The vector that is made of what has been loaded.
	static Expression vector(VectorMemoryOp op, Expression loaded) {
		return switch (op) {
			case V128_LOAD8_SPLAT -> Vector.of(VectorOp.I8X16_SPLAT, 0, loaded);
			case V128_LOAD16_SPLAT -> Vector.of(VectorOp.I16X8_SPLAT, 0, loaded);
			case V128_LOAD32_SPLAT -> Vector.of(VectorOp.I32X4_SPLAT, 0, loaded);
			case V128_LOAD64_SPLAT -> Vector.of(VectorOp.I64X2_SPLAT, 0, loaded);
			case V128_LOAD32_ZERO -> Vector.of(VectorOp.I32X4_REPLACE_LANE, 0, new VectorConstant(0, 0), loaded);
			case V128_LOAD64_ZERO -> new VectorOfHalves(loaded, Constant.zero(Kind.LONG));
			default -> throw new IllegalArgumentException(op + " makes no vector by itself");
		};
	}

	/// The operator that extends each lane of the lower half.
	static VectorOp extending(VectorMemoryOp op) {
		return switch (op) {
			case V128_LOAD8X8_S -> VectorOp.I16X8_EXTEND_LOW_I8X16_S;
			case V128_LOAD8X8_U -> VectorOp.I16X8_EXTEND_LOW_I8X16_U;
			case V128_LOAD16X4_S -> VectorOp.I32X4_EXTEND_LOW_I16X8_S;
			case V128_LOAD16X4_U -> VectorOp.I32X4_EXTEND_LOW_I16X8_U;
			case V128_LOAD32X2_S -> VectorOp.I64X2_EXTEND_LOW_I32X4_S;
			case V128_LOAD32X2_U -> VectorOp.I64X2_EXTEND_LOW_I32X4_U;
			default -> throw new IllegalArgumentException(op + " does not extend");
		};
	}

	/// Whether it extends each lane that it loads.
	static boolean isExtending(VectorMemoryOp op) {
		return switch (op) {
			case V128_LOAD8X8_S, V128_LOAD8X8_U, V128_LOAD16X4_S, V128_LOAD16X4_U, V128_LOAD32X2_S, V128_LOAD32X2_U ->
				true;
			default -> false;
		};
	}

	/// The operator that puts what has been loaded into a lane.
	static VectorOp replacing(VectorMemoryOp op) {
		return switch (op.bytes()) {
			case 1 -> VectorOp.I8X16_REPLACE_LANE;
			case 2 -> VectorOp.I16X8_REPLACE_LANE;
			case 4 -> VectorOp.I32X4_REPLACE_LANE;
			default -> VectorOp.I64X2_REPLACE_LANE;
		};
	}

	/// The operator that takes what is stored out of a lane.
	static VectorOp extracting(VectorMemoryOp op) {
		return switch (op.bytes()) {
			case 1 -> VectorOp.I8X16_EXTRACT_LANE_U;
			case 2 -> VectorOp.I16X8_EXTRACT_LANE_U;
			case 4 -> VectorOp.I32X4_EXTRACT_LANE;
			default -> VectorOp.I64X2_EXTRACT_LANE;
		};
	}

}
