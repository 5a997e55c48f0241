package dev.graft.compiler.vector;

import java.util.List;

import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.op.VectorOp;
import org.jspecify.annotations.Nullable;

/// Multiplies lanes of 32 bits where two products of 16 bits each are added, and one is
/// known to be zero.
///
/// Processors whose vectors had sums of products of 16 bits (`pmaddwd`) had no products of
/// 32 bits. Programs put factors of 16 bits into the lower halves of lanes for that.
///
/// ```
///   v2:V = (i32x4.dot_i16x8_s v0 v1)     ─▶     v2:V = (i32x4.mul v0 << 16 >> 16, v1 << 16 >> 16)
/// ```
final class LowerHalves {

	private final Definitions definitions;

	private final List<Statement> emitted;

	/// @param emitted takes what the product is computed from
	LowerHalves(Definitions definitions, List<Statement> emitted) {
		this.definitions = definitions;
		this.emitted = emitted;
	}

	/// The product, null if both halves of lanes may count.
	@Nullable Vector product(Vector dot) {
		boolean lower = width(dot.operand(0)) <= Short.SIZE || width(dot.operand(1)) <= Short.SIZE;
		return lower ? Vector.of(VectorOp.I32X4_MUL, 0, extended(dot.operand(0)), extended(dot.operand(1))) : null;
	}

	private int width(Expression vector) {
		return this.definitions.widths().of(vector, Integer.SIZE);
	}

	private Expression extended(Expression vector) {
		if (width(vector) < Short.SIZE) {
			return vector;
		}
		Constant half = Constant.ofInt(Short.SIZE);
		Expression upper = emit(Vector.of(VectorOp.I32X4_SHL, 0, vector, half));
		return emit(Vector.of(VectorOp.I32X4_SHR_S, 0, upper, half));
	}

	private Expression emit(Vector value) {
		Assign assign = this.definitions.temporary(value);
		this.emitted.add(assign);
		return Read.of(assign.variable());
	}

}
