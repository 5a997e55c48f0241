package dev.graft.compiler.vector;

import java.util.List;

import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.ir.VectorConstant;
import dev.graft.compiler.op.VectorOp;
import org.jspecify.annotations.Nullable;

/// Takes the lower or the upper halves of lanes of 64 bits by a mask or a shift, where a
/// shuffle puts them side by side for an operator that extends them.
///
/// Programs multiply the halves of lanes this way (an instruction of other processors
/// reads every other `int` at once, `pmuludq`). As `int`s in between each half would be
/// cut off and extended again.
///
/// ```
///   v2:V = (i8x16.shuffle 0 1 2 3 8 9 10 11 … v1 v1)         v4:V = (v128.and v1 00000000ffffffff…)
///   v3:V = (i8x16.shuffle 4 5 6 7 12 13 14 15 … v1 v1)  ─▶   v5:V = (i64x2.shr_u v1 32)
///   v6:V = (i64x2.extmul_low_i32x4_u v2 v3)                  v6:V = (i64x2.mul v4 v5)
/// ```
final class ExtendedInts {

	private static final long LOWER_HALF = 0xFFFF_FFFFL;

	private final Definitions definitions;

	private final List<Statement> emitted;

	/// @param emitted takes what the result is computed from
	ExtendedInts(Definitions definitions, List<Statement> emitted) {
		this.definitions = definitions;
		this.emitted = emitted;
	}

	/// The product of lanes that are extended first; null if none is a half of 64 bits.
	/// @param extension what extends them
	@Nullable Vector product(Vector product, VectorOp extension) {
		Vector first = extended(product.operand(0), extension);
		Vector second = extended(product.operand(1), extension);
		if (first == null && second == null) {
			return null;
		}
		return Vector.of(VectorOp.I64X2_MUL, 0, emit(orExtended(first, product, 0, extension)),
				emit(orExtended(second, product, 1, extension)));
	}

	private static Vector orExtended(@Nullable Vector found, Vector product, int number, VectorOp extension) {
		return (found != null) ? found : Vector.of(extension, 0, product.operand(number));
	}

	/// The extended lanes, null if they are not halves of 64 bits in their order.
	@Nullable Vector extended(Expression shuffled, VectorOp extension) {
		int from = isHigh(extension) ? Long.BYTES : 0;
		Definitions.Origin first = this.definitions.origin(shuffled, from);
		if (first == null || first.place() != 0 && first.place() != Integer.BYTES
				|| !areHalves(first.vector(), first.place(), shuffled, from)) {
			return null;
		}
		Read halves = Read.of(first.vector());
		if (first.place() == Integer.BYTES) {
			VectorOp shift = isSigned(extension) ? VectorOp.I64X2_SHR_S : VectorOp.I64X2_SHR_U;
			return Vector.of(shift, 0, halves, Constant.ofInt(Integer.SIZE));
		}
		return isSigned(extension) ? null
				: Vector.of(VectorOp.V128_AND, 0, halves, new VectorConstant(LOWER_HALF, LOWER_HALF));
	}

	private boolean areHalves(Variable vector, int place, Expression shuffled, int from) {
		for (int at = 0; at < Long.BYTES; at++) {
			int expected = place + at / Integer.BYTES * Long.BYTES + at % Integer.BYTES;
			if (!new Definitions.Origin(vector, expected).equals(this.definitions.origin(shuffled, from + at))) {
				return false;
			}
		}
		return true;
	}

	private static boolean isHigh(VectorOp extension) {
		return extension == VectorOp.I64X2_EXTEND_HIGH_I32X4_S || extension == VectorOp.I64X2_EXTEND_HIGH_I32X4_U;
	}

	private static boolean isSigned(VectorOp extension) {
		return extension == VectorOp.I64X2_EXTEND_LOW_I32X4_S || extension == VectorOp.I64X2_EXTEND_HIGH_I32X4_S;
	}

	private Expression emit(Vector value) {
		Assign assign = this.definitions.temporary(value);
		this.emitted.add(assign);
		return Read.of(assign.variable());
	}

}
