package dev.graft.compiler.vector;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.ir.VectorConstant;
import dev.graft.compiler.op.VectorOp;

/// Between which numbers the lanes of 16 bits of a vector are, as numbers with a sign, where
/// that is plain to see: what has been extended from bytes, and sums and products of that.
final class LaneRanges {

	private static final int BYTE_MASK = 0xFF;

	private static final int LARGEST_MAGNITUDE = 0x80;

	private final Map<Variable, Range> known = new HashMap<>();

	/// Vectors of bytes without a sign that are at most 128.
	private final Set<Variable> magnitudes = new HashSet<>();

	/// Remembers what a vector is computed by.
	void assign(Variable vector, Expression value) {
		if (!vector.isTemporary()) {
			return;
		}
		if (value instanceof Vector computed && computed.op() == VectorOp.I8X16_ABS) {
			this.magnitudes.add(vector);
		}
		Range range = (value instanceof Vector computed) ? of(computed) : of(value);
		if (range.isWithin(Range.FULL) && !range.equals(Range.FULL)) {
			this.known.put(vector, range);
		}
	}

	/// Whether a sum or a difference of lanes of 16 bits has nothing to saturate.
	boolean fits(Vector node) {
		return of(node).isWithin(Range.FULL);
	}

	private Range of(Expression vector) {
		return switch (vector) {
			case VectorConstant constant -> Range.of(constant.low()).or(Range.of(constant.high()));
			case Read read -> this.known.getOrDefault(read.variable(), Range.FULL);
			default -> Range.FULL;
		};
	}

	private Range of(Vector value) {
		return switch (value.op()) {
			case I16X8_EXTEND_LOW_I8X16_S, I16X8_EXTEND_HIGH_I8X16_S -> Range.ofSigned(Byte.SIZE);
			case I16X8_EXTEND_LOW_I8X16_U, I16X8_EXTEND_HIGH_I8X16_U -> new Range(0, largestByte(value.operand(0)));
			case I16X8_SHR_S -> Range.ofSigned(Short.SIZE - count(value));
			case I16X8_SHR_U -> shiftedDown(value);
			case V128_AND -> masked(value);
			case I16X8_ADD, I16X8_ADD_SAT_S -> of(value.operand(0)).plus(of(value.operand(1)));
			case I16X8_SUB, I16X8_SUB_SAT_S -> of(value.operand(0)).minus(of(value.operand(1)));
			case I16X8_MUL -> of(value.operand(0)).times(of(value.operand(1)));
			default -> Range.FULL;
		};
	}

	private int largestByte(Expression bytes) {
		boolean magnitude = bytes instanceof Read read && this.magnitudes.contains(read.variable());
		return magnitude ? LARGEST_MAGNITUDE : BYTE_MASK;
	}

	private Range shiftedDown(Vector shift) {
		int count = count(shift);
		if (count == Byte.SIZE) {
			return new Range(0, largestByte(shift.operand(0)));
		}
		return (count > 0) ? new Range(0, (1 << Short.SIZE - count) - 1) : Range.FULL;
	}

	private static int count(Vector shift) {
		return (shift.operand(1) instanceof Constant by) ? (int) by.bits() & (Short.SIZE - 1) : 0;
	}

	// A mask that leaves no sign leaves no more than itself.
	private Range masked(Vector and) {
		Range range = Range.FULL;
		for (int number = 0; number < 2; number++) {
			if (and.operand(number) instanceof VectorConstant mask) {
				Range limits = of(mask);
				int most = (limits.most == BYTE_MASK) ? largestByte(and.operand(1 - number)) : limits.most;
				range = (limits.least >= 0) ? new Range(0, most) : Range.FULL;
			}
		}
		return range;
	}

	/// @param least the smallest number that a lane can be
	/// @param most the largest
	private record Range(int least, int most) {

		static final Range FULL = ofSigned(Short.SIZE);

		static Range ofSigned(int bits) {
			return new Range(-(1 << bits - 1), (1 << bits - 1) - 1);
		}

		static Range of(long half) {
			Range range = single((short) half);
			for (int place = Short.SIZE; place < Long.SIZE; place += Short.SIZE) {
				range = range.or(single((short) (half >>> place)));
			}
			return range;
		}

		private static Range single(int number) {
			return new Range(number, number);
		}

		boolean isWithin(Range other) {
			return other.least <= this.least && this.most <= other.most;
		}

		Range or(Range other) {
			return new Range(Math.min(this.least, other.least), Math.max(this.most, other.most));
		}

		Range plus(Range other) {
			return new Range(this.least + other.least, this.most + other.most);
		}

		Range minus(Range other) {
			return new Range(this.least - other.most, this.most - other.least);
		}

		Range times(Range other) {
			int one = this.least * other.least;
			int two = this.least * other.most;
			int three = this.most * other.least;
			int four = this.most * other.most;
			return new Range(Math.min(Math.min(one, two), Math.min(three, four)),
					Math.max(Math.max(one, two), Math.max(three, four)));
		}

	}

}
