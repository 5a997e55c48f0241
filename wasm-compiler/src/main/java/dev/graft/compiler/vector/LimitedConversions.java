package dev.graft.compiler.vector;

import java.util.List;

import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.ir.VectorConstant;
import dev.graft.compiler.op.VectorOp;
import org.jspecify.annotations.Nullable;

/// Limits floats when they have become integers, and not before.
///
/// ```
///   v3 = (f32x4.pmin v2 255.0 …)                      v4 = (i32x4.trunc_sat_f32x4_s v2)
///   v5 = (i32x4.trunc_sat_f32x4_u v3)          ─▶     v6 = (i32x4.max_s v4 0 …)
///                                                     v5 = (i32x4.min_s v6 255 …)
/// ```
///
/// HotSpot chooses between floats by a jump, and between `int`s without. And what is
/// limited below 2^31 needs no conversion to numbers without a sign, for which there is
/// no instruction. Truncating keeps the order, so the result is the same for all numbers;
/// a NaN becomes zero, so the limit must be one that leaves zero as it is, or for a NaN
/// takes its place and zero's, or there is none, as another limit has taken its place
/// already. A comparison with the limit that chooses it is a limit, too, and so is one that
/// chooses what is compared, which is how x86 defines its minima and maxima.
final class LimitedConversions {

	private static final int LANES = 4;

	private static final VectorConstant ZEROS = new VectorConstant(0, 0);

	private final Definitions definitions;

	private final List<Statement> emitted;

	/// @param emitted takes what the result is computed from
	LimitedConversions(Definitions definitions, List<Statement> emitted) {
		this.definitions = definitions;
		this.emitted = emitted;
	}

	/// The same integers with a sign, null if the floats have no limit that can wait.
	@Nullable Vector signed(Expression floats) {
		Limit limit = limit(floats);
		if (limit == null) {
			return null;
		}
		boolean keepsZero = limit.upper ? limit.least() >= 0 : limit.most() <= 0;
		boolean replacesZero = limit.upper ? limit.most() <= 0 : limit.least() >= 0;
		if (!(limit.replacesNan ? replacesZero : keepsZero) && !isNumber(limit.floats)) {
			return null;
		}
		VectorOp op = limit.upper ? VectorOp.I32X4_MIN_S : VectorOp.I32X4_MAX_S;
		return Vector.of(op, 0, truncated(limit.floats), limit.integers());
	}

	/// The same integers without a sign, null if the floats have no limit that can wait.
	@Nullable Vector unsigned(Expression floats) {
		Limit limit = limit(floats);
		if (limit == null) {
			return null;
		}
		if (!limit.upper) {
			return (limit.most() <= 0) ? orElse(unsigned(limit.floats), limit.floats) : null;
		}
		boolean waits = limit.least() >= 0 && limit.most() < Integer.MAX_VALUE
				&& (!limit.replacesNan || limit.most() == 0 || isNumber(limit.floats));
		if (!waits) {
			return null;
		}
		Expression notNegative = emit(Vector.of(VectorOp.I32X4_MAX_S, 0, truncated(limit.floats), ZEROS));
		return Vector.of(VectorOp.I32X4_MIN_S, 0, notNegative, limit.integers());
	}

	private static Vector orElse(@Nullable Vector limited, Expression floats) {
		return (limited != null) ? limited : Vector.of(VectorOp.I32X4_TRUNC_SAT_F32X4_U, 0, floats);
	}

	private Expression truncated(Expression floats) {
		Vector limited = signed(floats);
		return emit((limited != null) ? limited : Vector.of(VectorOp.I32X4_TRUNC_SAT_F32X4_S, 0, floats));
	}

	private Expression emit(Vector value) {
		Assign assign = this.definitions.temporary(value);
		this.emitted.add(assign);
		return Read.of(assign.variable());
	}

	private @Nullable Limit limit(Expression floats) {
		Vector limited = this.definitions.of(floats);
		return (limited == null) ? null : switch (limited.op()) {
			case F32X4_MIN -> limit(limited, true, false);
			case F32X4_MAX -> limit(limited, false, false);
			case F32X4_PMIN -> limit(limited, true, true);
			case F32X4_PMAX -> limit(limited, false, true);
			case V128_BITSELECT -> {
				Limit chosen = chosen(limited.operand(0), limited.operand(1), limited.operand(2));
				yield (chosen != null) ? chosen : kept(limited.operand(0), limited.operand(1), limited.operand(2));
			}
			case V128_ANDNOT -> chosen(ZEROS, limited.operand(0), limited.operand(1));
			case V128_AND -> {
				Limit first = kept(limited.operand(0), ZEROS, limited.operand(1));
				yield (first != null) ? first : kept(limited.operand(1), ZEROS, limited.operand(0));
			}
			default -> null;
		};
	}

	// Whether no lane is a NaN: a limit has taken its place.
	private boolean isNumber(Expression floats) {
		Limit limit = limit(floats);
		return limit != null && limit.replacesNan;
	}

	// Numbers where they are within a limit, which elsewhere takes their place, also
	// that of a NaN, which is not within anything.
	private @Nullable Limit kept(Expression kept, Expression otherwise, Expression mask) {
		Vector comparison = this.definitions.of(mask);
		if (comparison == null || !(otherwise instanceof VectorConstant limit) || hasNan(limit)) {
			return null;
		}
		boolean less = isLess(comparison.op());
		boolean swapped = isSame(comparison.operand(0), limit);
		if (!less && !isGreater(comparison.op()) || !isSame(comparison.operand(swapped ? 0 : 1), limit)
				|| !isSame(comparison.operand(swapped ? 1 : 0), kept)) {
			return null;
		}
		return new Limit(kept, limit, less != swapped, true);
	}

	// A limit where numbers are beyond it, and they themselves or what another limit has
	// left of them elsewhere. What compares has not been limited: compilers ask twice.
	private @Nullable Limit chosen(Expression chosen, Expression otherwise, Expression mask) {
		Vector comparison = this.definitions.of(mask);
		if (comparison == null || !(chosen instanceof VectorConstant limit) || hasNan(limit)) {
			return null;
		}
		boolean less = isLess(comparison.op());
		if (!less && !isGreater(comparison.op())) {
			return null;
		}
		boolean swapped = isSame(comparison.operand(0), limit);
		Expression compared = comparison.operand(swapped ? 1 : 0);
		if (!swapped && !isSame(comparison.operand(1), limit)) {
			return null;
		}
		boolean upper = less == swapped;
		return isSame(compared, otherwise) || isWithin(otherwise, compared, limit, upper)
				? new Limit(otherwise, limit, upper, false) : null;
	}

	// Whether the other limit of what is compared does not lie beyond this one.
	private boolean isWithin(Expression limited, Expression compared, VectorConstant limit, boolean upper) {
		Vector vector = this.definitions.of(limited);
		Limit other = (vector == null) ? null : switch (vector.op()) {
			case F32X4_MIN, F32X4_PMIN -> limit(vector, true, false);
			case F32X4_MAX, F32X4_PMAX -> limit(vector, false, false);
			default -> null;
		};
		if (other == null || other.upper == upper || !isSame(other.floats, compared)) {
			return false;
		}
		boolean within = true;
		for (int lane = 0; lane < LANES; lane++) {
			within &= lane(upper ? other.limits : limit, lane) <= lane(upper ? limit : other.limits, lane);
		}
		return within;
	}

	private static boolean isLess(VectorOp op) {
		return op == VectorOp.F32X4_LT || op == VectorOp.F32X4_LE;
	}

	private static boolean isGreater(VectorOp op) {
		return op == VectorOp.F32X4_GT || op == VectorOp.F32X4_GE;
	}

	private static boolean isSame(Expression one, Expression other) {
		return Definitions.isSame(one, other)
				|| one instanceof VectorConstant constant && other instanceof VectorConstant second
						&& constant.low() == second.low() && constant.high() == second.high();
	}

	// Pseudo-minima and -maxima are their first operand if anything is a NaN.
	private static @Nullable Limit limit(Vector limited, boolean upper, boolean pseudo) {
		for (int number = 0; number < 2; number++) {
			if (limited.operand(number) instanceof VectorConstant constant && !hasNan(constant)) {
				return new Limit(limited.operand(1 - number), constant, upper, pseudo && number == 0);
			}
		}
		return null;
	}

	private static boolean hasNan(VectorConstant floats) {
		boolean nan = false;
		for (int lane = 0; lane < LANES; lane++) {
			nan |= Float.isNaN(lane(floats, lane));
		}
		return nan;
	}

	private static float lane(VectorConstant floats, int lane) {
		long half = (lane < LANES / 2) ? floats.low() : floats.high();
		return Float.intBitsToFloat((int) (half >>> lane % (LANES / 2) * Integer.SIZE));
	}

	/// What floats do not exceed, or do not fall below.
	///
	/// @param floats which they are
	/// @param limits the limit of each lane, none of them a NaN
	/// @param upper whether they do not exceed it
	/// @param replacesNan whether a NaN becomes the limit, and does not stay one
	private record Limit(Expression floats, VectorConstant limits, boolean upper, boolean replacesNan) {

		// Java converts as `i32.trunc_sat_f32_s` does.
		private int integer(int lane) {
			return (int) lane(this.limits, lane);
		}

		int least() {
			return Math.min(Math.min(integer(0), integer(1)), Math.min(integer(2), integer(3)));
		}

		int most() {
			return Math.max(Math.max(integer(0), integer(1)), Math.max(integer(2), integer(3)));
		}

		VectorConstant integers() {
			return new VectorConstant(pair(integer(0), integer(1)), pair(integer(2), integer(3)));
		}

		private static long pair(int low, int high) {
			return Integer.toUnsignedLong(low) | (long) high << Integer.SIZE;
		}

	}

}
