package dev.graft.compiler.vector;

import java.util.List;

import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.ir.VectorConstant;
import dev.graft.compiler.op.VectorOp;
import org.jspecify.annotations.Nullable;

/// Multiplies lanes of 32 bits where two products of 16 bits each are computed or added,
/// and one is known to be zero.
///
/// Processors whose vectors had products of 16 bits (`pmullw`) and sums of two of them
/// (`pmaddwd`) had no products of 32 bits. Programs put factors of 16 bits into the lower
/// halves of lanes for that.
///
/// ```
///   v2:V = (i32x4.dot_i16x8_s v0 v1)     ─▶     v2:V = (i32x4.mul v0 << 16 >> 16, v1 << 16 >> 16)
///   v2:V = (i16x8.mul v0 v1)             ─▶     v2:V = (v128.and (i32x4.mul v0 v1) 0000ffff…)
/// ```
final class LowerHalves {

	private static final long LOWER_HALVES = 0x0000_FFFF_0000_FFFFL;

	private final Definitions definitions;

	private final List<Statement> emitted;

	/// @param emitted takes what the product is computed from
	LowerHalves(Definitions definitions, List<Statement> emitted) {
		this.definitions = definitions;
		this.emitted = emitted;
	}

	/// The sum that is one product, null if both halves of lanes may count.
	@Nullable Vector sum(Vector dot) {
		return isSingle(dot) ? Vector.of(VectorOp.I32X4_MUL, 0, extended(dot.operand(0)), extended(dot.operand(1)))
				: null;
	}

	/// The products, null if the upper halves of lanes may have some.
	@Nullable Vector products(Vector products) {
		if (!isSingle(products)) {
			return null;
		}
		Vector single = Vector.of(VectorOp.I32X4_MUL, 0, products.operand(0), products.operand(1));
		return (width(single) <= Short.SIZE) ? single
				: Vector.of(VectorOp.V128_AND, 0, emit(single), new VectorConstant(LOWER_HALVES, LOWER_HALVES));
	}

	private boolean isSingle(Vector products) {
		return width(products.operand(0)) <= Short.SIZE || width(products.operand(1)) <= Short.SIZE;
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
