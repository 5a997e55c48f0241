package dev.graft.compiler.vector;

import java.util.BitSet;
import java.util.List;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.ir.VectorConstant;
import dev.graft.compiler.op.NumericOp;
import dev.graft.compiler.op.VectorOp;
import org.jspecify.annotations.Nullable;

/// Looks at lanes before they are narrowed, where they are narrowed for nothing else.
///
/// Code that was written for other processors brings sixteen numbers into one vector to
/// compare them at once and to get a bit for each, as that is where an instruction is
/// saved. Narrowing with saturation is the dearest of all that: what is compared with a
/// constant within the limits is as large or as small as before, and has the same sign.
///
/// ```
///   v3:V = (i16x8.narrow_i32x4_s v1 v2)            v5:V = (i32x4.gt_s v1 0)
///   v4:V = (i16x8.gt_s v3 0)               ─▶      v6:V = (i32x4.gt_s v2 0)
///   (i16x8.bitmask v4)                             (i32x4.bitmask v5) | (i32x4.bitmask v6) << 4
/// ```
final class NarrowedLanes {

	private final Definitions definitions;

	private final BitSet readOnce = new BitSet();

	NarrowedLanes(Body body, Definitions definitions) {
		this.definitions = definitions;
		BitSet read = new BitSet();
		for (Statement statement : body.statements()) {
			statement.forEachRead((variable) -> {
				this.readOnce.set(variable.index(), !read.get(variable.index()));
				read.set(variable.index());
			});
		}
	}

	/// A comparison with constants of what has been narrowed with a sign.
	/// @param before takes what the result is computed from
	/// @return the mask, narrowed; null if it has to stay as it is
	@Nullable Vector compared(Vector comparison, List<Statement> before) {
		Vector narrowing = narrowing(comparison.operand(0));
		if (narrowing == null || !(comparison.operand(1) instanceof VectorConstant limits)
				|| narrowing.op().lanes() != comparison.op().lanes() || !areWithin(comparison.op(), limits)) {
			return null;
		}
		Expression low = part(comparison, narrowing.operand(0), limits.low(), before);
		Expression high = part(comparison, narrowing.operand(1), limits.high(), before);
		return Vector.of(narrowing.op(), 0, low, high);
	}

	// What is narrowed may have been narrowed itself.
	private Expression part(Vector comparison, Expression lanes, long limits, List<Statement> before) {
		int bits = comparison.op().laneBits();
		VectorConstant extended = new VectorConstant(extended(limits, 0, bits), extended(limits, Integer.SIZE, bits));
		Vector whole = Vector.of(widened(comparison.op()), 0, lanes, extended);
		Vector behind = compared(whole, before);
		Assign assign = this.definitions.temporary((behind != null) ? behind : whole);
		this.definitions.assigned(assign.variable(), assign.value());
		this.readOnce.set(assign.variable().index());
		before.add(assign);
		return Read.of(assign.variable());
	}

	private static long extended(long limits, int from, int bits) {
		long extended = 0;
		for (int place = 0; place < Integer.SIZE; place += bits) {
			long lane = lane(limits, from + place, bits) & (1L << 2 * bits) - 1;
			extended |= lane << 2 * place;
		}
		return extended;
	}

	private static long lane(long limits, int place, int bits) {
		return limits << Long.SIZE - bits - place >> Long.SIZE - bits;
	}

	// What is saturated is still beyond each of them, if it was.
	private static boolean areWithin(VectorOp comparison, VectorConstant limits) {
		int bits = comparison.laneBits();
		for (int place = 0; place < Long.SIZE; place += bits) {
			if (!isWithin(comparison, lane(limits.low(), place, bits), bits)
					|| !isWithin(comparison, lane(limits.high(), place, bits), bits)) {
				return false;
			}
		}
		return true;
	}

	private static boolean isWithin(VectorOp comparison, long limit, int bits) {
		boolean aboveLeast = limit > -(1L << bits - 1);
		boolean belowMost = limit < (1L << bits - 1) - 1;
		return switch (comparison) {
			case I8X16_LT_S, I8X16_GE_S, I16X8_LT_S, I16X8_GE_S -> aboveLeast;
			case I8X16_GT_S, I8X16_LE_S, I16X8_GT_S, I16X8_LE_S -> belowMost;
			case I8X16_EQ, I8X16_NE, I16X8_EQ, I16X8_NE -> aboveLeast && belowMost;
			default -> false;
		};
	}

	private static VectorOp widened(VectorOp comparison) {
		return switch (comparison) {
			case I8X16_EQ -> VectorOp.I16X8_EQ;
			case I8X16_NE -> VectorOp.I16X8_NE;
			case I8X16_LT_S -> VectorOp.I16X8_LT_S;
			case I8X16_GT_S -> VectorOp.I16X8_GT_S;
			case I8X16_LE_S -> VectorOp.I16X8_LE_S;
			case I8X16_GE_S -> VectorOp.I16X8_GE_S;
			case I16X8_EQ -> VectorOp.I32X4_EQ;
			case I16X8_NE -> VectorOp.I32X4_NE;
			case I16X8_LT_S -> VectorOp.I32X4_LT_S;
			case I16X8_GT_S -> VectorOp.I32X4_GT_S;
			case I16X8_LE_S -> VectorOp.I32X4_LE_S;
			case I16X8_GE_S -> VectorOp.I32X4_GE_S;
			default -> throw new IllegalArgumentException(comparison + " does not compare narrow lanes with a sign");
		};
	}

	/// The same tree with the signs of lanes taken before they are narrowed: saturation
	/// with a sign leaves them.
	Expression signs(Expression tree) {
		if (!tree.hasVectors()) {
			return tree;
		}
		Expression mapped = tree.map(this::signs);
		return (mapped instanceof Vector vector) ? signs(vector) : mapped;
	}

	private Expression signs(Vector vector) {
		VectorOp wider = switch (vector.op()) {
			case I8X16_BITMASK -> VectorOp.I16X8_BITMASK;
			case I16X8_BITMASK -> VectorOp.I32X4_BITMASK;
			default -> null;
		};
		Vector narrowing = (wider != null) ? narrowing(this.definitions.resolved(vector.operand(0))) : null;
		if (wider == null || narrowing == null || narrowing.op().lanes() != vector.op().lanes()) {
			return vector;
		}
		Expression low = signs(Vector.of(wider, 0, narrowing.operand(0)));
		Expression high = signs(Vector.of(wider, 0, narrowing.operand(1)));
		return Trees.or(low, Trees.numeric(NumericOp.I32_SHL, high, Trees.constant(wider.lanes())));
	}

	private @Nullable Vector narrowing(Expression vector) {
		Vector narrowing = this.definitions.of(vector);
		boolean narrowed = narrowing != null
				&& (narrowing.op() == VectorOp.I8X16_NARROW_I16X8_S || narrowing.op() == VectorOp.I16X8_NARROW_I32X4_S);
		return (narrowed && vector instanceof Read read && this.readOnce.get(read.variable().index())) ? narrowing
				: null;
	}

}
