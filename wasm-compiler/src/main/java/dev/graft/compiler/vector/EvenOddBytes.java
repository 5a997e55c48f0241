package dev.graft.compiler.vector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.ir.VectorConstant;
import dev.graft.compiler.op.VectorOp;
import dev.graft.compiler.vector.ByteLanes.ExtendedByte;
import dev.graft.compiler.vector.ByteLanes.Goal;
import org.jspecify.annotations.Nullable;

/// Computes what begins and ends as bytes, but needs more bits in between, for all even
/// bytes at once, and for all odd ones.
///
/// Instructions extend the lower and the upper half of a vector, or each quarter, and put
/// them together again in that order, which costs a `long` with eight lanes ten steps
/// either way. To take every other byte costs one or two, and nothing between cares about
/// the order of lanes. Four vectors of 32-bit lanes become two of 16-bit lanes where the
/// upper halves do not matter. What is left does the same to all `long`s that are next to
/// each other in memory, so that HotSpot vectorises the loop.
///
/// ```
///   v2:V = (i16x8.extend_low_i8x16_u v1)        v2:V = (v128.and v1 00ff00ff…)
///   v3:V = (i16x8.shr_u … 1)                    v3:V = (i16x8.shr_u … 1)
///   v4:V = (i16x8.extend_high_i8x16_u v1)  ─▶   v4:V = (i16x8.shr_u v1 8)
///   v5:V = (i16x8.shr_u … 1)                    v5:V = (i16x8.shr_u … 1)
///   v6:V = (i8x16.narrow_i16x8_u v3 v5)         v6:V = (v128.or v3 (i16x8.shl v5 8))
/// ```
final class EvenOddBytes {

	private static final int LANES = 16;

	private static final long LOWER_BYTES = 0x00FF_00FF_00FF_00FFL;

	/// Operators for one result, at most.
	private static final int MOST_OPERATORS = 200;

	private final Definitions definitions;

	private final LaneWidths widths;

	private final ByteLanes lanes;

	private final List<Statement> emitted;

	/// Whether lanes may be multiplied, which a `long` does one by one.
	private final boolean products;

	/// What has been found for goals, with variables in the place of reads.
	private final Map<List<Object>, @Nullable Pair> attempted = new HashMap<>();

	/// @param emitted takes what the result is computed from
	EvenOddBytes(Definitions definitions, List<Statement> emitted) {
		this(definitions, emitted, false);
	}

	private EvenOddBytes(Definitions definitions, List<Statement> emitted, boolean products) {
		this.definitions = definitions;
		this.widths = definitions.widths();
		this.lanes = new ByteLanes(definitions);
		this.emitted = emitted;
		this.products = products;
	}

	/// The same where lanes are multiplied either way, and taken apart afterwards.
	static EvenOddBytes withProducts(Definitions definitions, List<Statement> emitted) {
		return new EvenOddBytes(definitions, emitted, true);
	}

	/// The bytes that lanes are narrowed to, from even and odd ones; null if they have
	/// to be put side by side.
	@Nullable Vector joined(Vector narrowing) {
		if (!this.widths.fits(narrowing, 0) || !this.widths.fits(narrowing, 1)) {
			return null;
		}
		Pair pair = pair(new Goal(Short.SIZE, List.of(narrowing.operand(0), narrowing.operand(1)), Short.SIZE));
		if (pair == null) {
			return null;
		}
		Expression even = pair.even;
		if (this.widths.of(even, Short.SIZE) > Byte.SIZE) {
			even = emit(VectorOp.V128_AND, even, new VectorConstant(LOWER_BYTES, LOWER_BYTES));
		}
		Expression odd = emit(VectorOp.I16X8_SHL, pair.odd, Constant.ofInt(Byte.SIZE));
		return Vector.of(VectorOp.V128_OR, 0, even, odd);
	}

	/// Every other lane of 16 bits of two vectors that hold sixteen, if they follow from
	/// bytes; else null.
	@Nullable Expression everyOther(Expression low, Expression high, boolean odd) {
		Goal goal = new Goal(Short.SIZE, List.of(low, high), Short.SIZE);
		Pair pair = goal.isUniform() ? null : pair(goal);
		return (pair == null) ? null : odd ? pair.odd : pair.even;
	}

	private Expression emit(VectorOp op, Expression... operands) {
		return emit(Vector.of(op, 0, operands));
	}

	private Expression emit(Vector value) {
		Assign assign = this.definitions.temporary(value);
		this.emitted.add(assign);
		return Read.of(assign.variable());
	}

	private @Nullable Pair pair(Goal goal) {
		if (!goal.lasts()) {
			return newPair(goal);
		}
		List<Object> key = goal.key();
		if (this.attempted.containsKey(key)) {
			return this.attempted.get(key);
		}
		Pair pair = (this.emitted.size() < MOST_OPERATORS) ? newPair(goal) : null;
		this.attempted.put(key, pair);
		return pair;
	}

	private @Nullable Pair newPair(Goal goal) {
		if (goal.parts().stream().allMatch(VectorConstant.class::isInstance)) {
			return constants(goal);
		}
		Pair bytes = bytes(goal);
		if (bytes != null) {
			return bytes;
		}
		Goal other = this.lanes.inOtherLanes(goal);
		if (other != null) {
			return pair(other);
		}
		Vector first = this.definitions.of(goal.parts().getFirst());
		Pair computed = (first != null && this.lanes.areAlike(goal, first)) ? computed(goal, first.op()) : null;
		return (computed == null && goal.isUniform() && !isComputed(first)) ? uniform(goal) : computed;
	}

	// Whether all lanes are computed, of which only some may be needed: they are put
	// together in fewer steps than two shuffles take.
	private static boolean isComputed(@Nullable Vector vector) {
		return vector != null && vector.op() != VectorOp.I8X16_SHUFFLE && vector.op() != VectorOp.I32X4_SPLAT
				&& vector.op() != VectorOp.I16X8_SPLAT;
	}

	private Pair constants(Goal goal) {
		int bytes = goal.laneBits() / Byte.SIZE;
		long[][] halves = new long[2][2];
		for (int lane = 0; lane < LANES; lane++) {
			VectorConstant part = (VectorConstant) goal.parts().get(lane * bytes / LANES);
			int place = lane * bytes % LANES * Byte.SIZE;
			long half = (place < Long.SIZE) ? part.low() : part.high();
			long bits = half >>> place % Long.SIZE & 0xFFFF;
			halves[lane % 2][lane / 8] |= bits << lane / 2 % 4 * Short.SIZE;
		}
		return new Pair(new VectorConstant(halves[0][0], halves[0][1]), new VectorConstant(halves[1][0], halves[1][1]));
	}

	// The bytes of a vector in their order, extended.
	private @Nullable Pair bytes(Goal goal) {
		ExtendedByte first = this.lanes.bytes(goal);
		if (first == null) {
			return null;
		}
		Expression vector = Read.of(first.from().vector());
		Constant shift = Constant.ofInt(Byte.SIZE);
		return first.signed()
				? new Pair(emit(VectorOp.I16X8_SHR_S, emit(VectorOp.I16X8_SHL, vector, shift), shift),
						emit(VectorOp.I16X8_SHR_S, vector, shift))
				: new Pair(emit(VectorOp.V128_AND, vector, new VectorConstant(LOWER_BYTES, LOWER_BYTES)),
						emit(VectorOp.I16X8_SHR_U, vector, shift));
	}

	// Every other 16 bits of the lanes, the same in all parts: nearly always a splat.
	private Pair uniform(Goal goal) {
		byte[] even = new byte[LANES];
		byte[] odd = new byte[LANES];
		int bytes = goal.laneBits() / Byte.SIZE;
		for (int place = 0; place < LANES; place++) {
			int lane = place / 2 * 2 * bytes % LANES;
			even[place] = (byte) (lane + place % 2);
			odd[place] = (byte) (lane + bytes + place % 2);
		}
		Expression part = goal.parts().getFirst();
		return new Pair(emit(Vector.shuffle(even, part, part)), emit(Vector.shuffle(odd, part, part)));
	}

	private @Nullable Pair computed(Goal goal, VectorOp op) {
		return switch (op) {
			case V128_AND -> masked(goal);
			case V128_OR, V128_XOR, V128_ANDNOT, V128_NOT, V128_BITSELECT, I16X8_ADD, I16X8_SUB, I16X8_NEG ->
				computed(goal, op, goal.bits());
			case I16X8_MUL -> this.products ? computed(goal, op, goal.bits()) : null;
			case I32X4_ADD -> computed(goal, VectorOp.I16X8_ADD, goal.bits());
			case I32X4_SUB -> computed(goal, VectorOp.I16X8_SUB, goal.bits());
			case I32X4_NEG -> computed(goal, VectorOp.I16X8_NEG, goal.bits());
			case I16X8_SHL -> computed(goal, op, goal.bits());
			case I32X4_SHL ->
				(this.lanes.count(goal) < Short.SIZE) ? computed(goal, VectorOp.I16X8_SHL, goal.bits()) : null;
			case I16X8_SHR_U, I32X4_SHR_U -> shiftedDown(goal);
			case I16X8_SHR_S -> computed(goal, op, Short.SIZE);
			case I32X4_SHR_S -> (goal.bits() + this.lanes.count(goal) <= Short.SIZE)
					? computed(goal, VectorOp.I16X8_SHR_U, goal.bits() + this.lanes.count(goal)) : null;
			case I16X8_MIN_U, I16X8_MAX_U, I16X8_MIN_S, I16X8_MAX_S, I16X8_AVGR_U, I16X8_ADD_SAT_U, I16X8_ADD_SAT_S,
					I16X8_SUB_SAT_U, I16X8_SUB_SAT_S ->
				computed(goal, op, Short.SIZE);
			case I32X4_MIN_U -> within(goal, Short.SIZE) ? computed(goal, VectorOp.I16X8_MIN_U, Short.SIZE) : null;
			case I32X4_MAX_U -> within(goal, Short.SIZE) ? computed(goal, VectorOp.I16X8_MAX_U, Short.SIZE) : null;
			case I32X4_MIN_S -> within(goal, Short.SIZE) ? computed(goal, VectorOp.I16X8_MIN_U, Short.SIZE) : null;
			case I32X4_MAX_S -> within(goal, Short.SIZE) ? computed(goal, VectorOp.I16X8_MAX_U, Short.SIZE) : null;
			default -> null;
		};
	}

	// Below a mask, only what it leaves is needed.
	private @Nullable Pair masked(Goal goal) {
		int bits = goal.bits();
		for (int number = 0; number < 2; number++) {
			List<Expression> operands = this.lanes.operands(goal, number);
			if (operands.stream().allMatch(VectorConstant.class::isInstance)) {
				int width = operands.stream()
					.mapToInt((mask) -> this.widths.of(mask, goal.laneBits()))
					.max()
					.orElse(bits);
				bits = Math.min(bits, width);
			}
		}
		return computed(goal, VectorOp.V128_AND, bits);
	}

	private @Nullable Pair shiftedDown(Goal goal) {
		int count = this.lanes.count(goal);
		boolean exact = this.lanes.operands(goal, 0)
			.stream()
			.allMatch((operand) -> this.widths.of(operand, goal.laneBits()) <= Short.SIZE);
		if (count >= Short.SIZE || !exact && goal.bits() + count > Short.SIZE) {
			return null;
		}
		return computed(goal, VectorOp.I16X8_SHR_U, exact ? Short.SIZE : goal.bits() + count);
	}

	private boolean within(Goal goal, int bits) {
		for (int number = 0; number < 2; number++) {
			for (Expression operand : this.lanes.operands(goal, number)) {
				if (this.widths.of(operand, goal.laneBits()) > bits) {
					return false;
				}
			}
		}
		return true;
	}

	private @Nullable Pair computed(Goal goal, VectorOp op, int bits) {
		Vector first = this.definitions.of(goal.parts().getFirst());
		int count = (first != null) ? first.operandCount() : 0;
		Expression[] even = new Expression[count];
		Expression[] odd = new Expression[count];
		for (int number = 0; number < count; number++) {
			List<Expression> operands = this.lanes.operands(goal, number);
			if (operands.getFirst().kind() == Kind.VECTOR) {
				Pair operand = pair(new Goal(goal.laneBits(), operands, bits));
				if (operand == null) {
					return null;
				}
				even[number] = operand.even;
				odd[number] = operand.odd;
			}
			else {
				even[number] = operands.getFirst();
				odd[number] = operands.getFirst();
			}
		}
		return new Pair(emit(op, even), emit(op, odd));
	}

	/// What became of sixteen lanes.
	///
	/// @param even those of the even bytes, as lanes of 16 bits
	/// @param odd those of the odd bytes
	private record Pair(Expression even, Expression odd) {
	}

}
