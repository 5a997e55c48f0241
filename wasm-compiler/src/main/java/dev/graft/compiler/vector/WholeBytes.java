package dev.graft.compiler.vector;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.ir.VectorConstant;
import dev.graft.compiler.op.VectorOp;
import dev.graft.compiler.vector.ByteLanes.ExtendedByte;
import dev.graft.compiler.vector.ByteLanes.Goal;
import org.jspecify.annotations.Nullable;

/// Leaves bytes what they are where an operator on bytes does the same: sums and
/// differences that are limited to a byte, averages, the greater or the lesser of two.
///
/// ```
///   v3:V = (i16x8.add (i16x8.extend_low_i8x16_u v1) (i16x8.extend_low_i8x16_u v2))
///   v4:V = (i16x8.add (i16x8.extend_high_i8x16_u v1) (i16x8.extend_high_i8x16_u v2))
///   v5:V = (i16x8.min_u v3 255…)                                                    ─▶  v7:V = (i8x16.add_sat_u v1 v2)
///   v6:V = (i16x8.min_u v4 255…)
///   v7:V = (i8x16.narrow_i16x8_u v5 v6)
/// ```
final class WholeBytes {

	private static final int GREATEST = 0xFF;

	private static final int LANES = 16;

	/// Operators for one result, at most.
	private static final int MOST_OPERATORS = 200;

	private final Definitions definitions;

	private final ByteLanes lanes;

	private final List<Statement> emitted;

	/// What has been found for goals: a vector may be read more than once.
	private final Map<List<Object>, @Nullable Expression> attempted = new HashMap<>();

	private int operators;

	/// @param emitted takes what the result is computed from
	WholeBytes(Definitions definitions, List<Statement> emitted) {
		this.definitions = definitions;
		this.lanes = new ByteLanes(definitions);
		this.emitted = emitted;
	}

	/// The bytes that lanes are narrowed to, null if that takes more bits.
	/// @param narrowing to bytes without a sign
	@Nullable Vector narrowed(Vector narrowing) {
		Goal goal = new Goal(Short.SIZE, List.of(narrowing.operand(0), narrowing.operand(1)), Short.SIZE);
		int begin = this.emitted.size();
		Vector result = limited(goal, true, true);
		if (result == null) {
			this.emitted.subList(begin, this.emitted.size()).clear();
		}
		return result;
	}

	// The bytes that lanes are, if they are not greater; null if that is not known.
	private @Nullable Expression bytes(Goal goal) {
		VectorConstant constant = constant(goal);
		if (constant != null) {
			return constant;
		}
		ExtendedByte first = this.lanes.bytes(goal);
		if (first != null) {
			return first.signed() ? null : Read.of(first.from().vector());
		}
		List<Object> key = goal.key();
		if (!this.attempted.containsKey(key)) {
			Vector computed = computed(goal);
			this.attempted.put(key, (computed != null) ? emit(computed) : null);
		}
		return this.attempted.get(key);
	}

	private Expression emit(Vector value) {
		Assign assign = this.definitions.temporary(value);
		this.emitted.add(assign);
		return Read.of(assign.variable());
	}

	private static @Nullable VectorConstant constant(Goal goal) {
		int bytes = goal.laneBits() / Byte.SIZE;
		long[] halves = new long[2];
		for (int lane = 0; lane < LANES; lane++) {
			if (!(goal.parts().get(lane * bytes / LANES) instanceof VectorConstant part)) {
				return null;
			}
			int place = lane * bytes % LANES * Byte.SIZE;
			long half = (place < Long.SIZE) ? part.low() : part.high();
			long bits = half >>> place % Long.SIZE & -1L >>> Long.SIZE - goal.laneBits();
			if (bits > GREATEST) {
				return null;
			}
			halves[lane / Long.BYTES] |= bits << lane % Long.BYTES * Byte.SIZE;
		}
		return new VectorConstant(halves[0], halves[1]);
	}

	private @Nullable Vector computed(Goal goal) {
		if (++this.operators > MOST_OPERATORS) {
			return null;
		}
		Goal inOtherLanes = this.lanes.inOtherLanes(goal);
		if (inOtherLanes != null) {
			return computed(inOtherLanes);
		}
		Vector first = alike(goal);
		if (first == null) {
			return null;
		}
		return switch (first.op()) {
			case V128_AND, V128_OR, V128_XOR -> of(first.op(), goal);
			case I16X8_AVGR_U -> of(VectorOp.I8X16_AVGR_U, goal);
			case I16X8_MIN_U, I32X4_MIN_U, I16X8_MIN_S, I32X4_MIN_S -> {
				Goal other = otherThan(goal, GREATEST);
				yield (other != null) ? limited(other, true, false) : of(VectorOp.I8X16_MIN_U, goal);
			}
			case I16X8_MAX_S, I32X4_MAX_S -> {
				Goal other = otherThan(goal, 0);
				yield (other != null) ? limited(other, false, true) : of(VectorOp.I8X16_MAX_U, goal);
			}
			case I16X8_MAX_U, I32X4_MAX_U -> of(VectorOp.I8X16_MAX_U, goal);
			case I16X8_SHR_U, I16X8_SHR_S, I32X4_SHR_U, I32X4_SHR_S -> average(goal);
			default -> null;
		};
	}

	private @Nullable Vector alike(Goal goal) {
		Vector first = this.definitions.of(goal.parts().getFirst());
		return (first != null && this.lanes.areAlike(goal, first)) ? first : null;
	}

	private @Nullable Vector of(VectorOp op, Goal goal) {
		Expression one = bytes(operand(goal, 0));
		Expression other = (one != null) ? bytes(operand(goal, 1)) : null;
		return (one != null && other != null) ? Vector.of(op, 0, one, other) : null;
	}

	private Goal operand(Goal goal, int number) {
		return new Goal(goal.laneBits(), this.lanes.operands(goal, number), goal.bits());
	}

	// The operand that is not a number everywhere.
	private @Nullable Goal otherThan(Goal goal, int limit) {
		for (int number = 0; number < 2; number++) {
			if (isEverywhere(operand(goal, number), limit)) {
				return operand(goal, 1 - number);
			}
		}
		return null;
	}

	private static boolean isEverywhere(Goal goal, int value) {
		long byteEverywhere = value * 0x0101_0101_0101_0101L;
		VectorConstant constant = constant(goal);
		return constant != null && constant.low() == byteEverywhere && constant.high() == byteEverywhere;
	}

	// What is limited to a byte. A sum of bytes cannot be less than zero, nor a
	// difference greater than a byte; what is a byte is not limited at all.
	private @Nullable Vector limited(Goal goal, boolean above, boolean below) {
		Vector first = alike(goal);
		VectorOp op = (first != null) ? first.op() : null;
		if (above && (op == VectorOp.I16X8_ADD || op == VectorOp.I32X4_ADD)) {
			return of(VectorOp.I8X16_ADD_SAT_U, goal);
		}
		if (below && (op == VectorOp.I16X8_SUB || op == VectorOp.I32X4_SUB)) {
			return of(VectorOp.I8X16_SUB_SAT_U, goal);
		}
		return computed(goal);
	}

	// (one + other + 1) >> 1
	private @Nullable Vector average(Goal goal) {
		Goal sum = operand(goal, 0);
		if (this.lanes.count(goal) != 1 || !isSum(sum)) {
			return null;
		}
		for (int number = 0; number < 2; number++) {
			Goal rest = operand(sum, 1 - number);
			if (isEverywhere(operand(sum, number), 1) && isSum(rest)) {
				return of(VectorOp.I8X16_AVGR_U, rest);
			}
		}
		return null;
	}

	private boolean isSum(Goal goal) {
		Vector first = alike(goal);
		return first != null && (first.op() == VectorOp.I16X8_ADD || first.op() == VectorOp.I32X4_ADD);
	}

}
