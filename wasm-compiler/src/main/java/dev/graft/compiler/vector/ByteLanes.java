package dev.graft.compiler.vector;

import java.util.ArrayList;
import java.util.List;

import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.ir.VectorConstant;
import dev.graft.compiler.op.VectorOp;
import org.jspecify.annotations.Nullable;

/// Looks behind what extends sixteen bytes: vectors of wider lanes, two of 16 bits each or
/// four of 32.
final class ByteLanes {

	private static final int LANES = 16;

	private final Definitions definitions;

	private final LaneWidths widths;

	ByteLanes(Definitions definitions) {
		this.definitions = definitions;
		this.widths = definitions.widths();
	}

	/// The first of the bytes of a vector that lanes are in their order, extended; null
	/// if they are something else.
	@Nullable ExtendedByte bytes(Goal goal) {
		ExtendedByte first = origin(goal, 0);
		if (first == null || first.from.place() != 0) {
			return null;
		}
		for (int lane = 1; lane < LANES; lane++) {
			if (!first.at(lane).equals(origin(goal, lane))) {
				return null;
			}
		}
		return first;
	}

	/// Whether the same operator computes all vectors, and each lane by itself.
	boolean areAlike(Goal goal, Vector first) {
		boolean hasLanes = first.op().lanes() > 1;
		return (!hasLanes || first.op().laneBits() <= goal.laneBits)
				&& goal.parts.stream().allMatch((part) -> isAlike(this.definitions.of(part), first));
	}

	// Numbers among the operands must be the same constants.
	private static boolean isAlike(@Nullable Vector one, Vector other) {
		if (one == null || one.op() != other.op() || one.op() == VectorOp.I8X16_SHUFFLE) {
			return false;
		}
		for (int number = 0; number < one.operandCount(); number++) {
			Expression operand = one.operand(number);
			boolean same = operand.kind() == Kind.VECTOR || operand instanceof Constant constant
					&& other.operand(number) instanceof Constant expected && constant.bits() == expected.bits();
			if (!same) {
				return false;
			}
		}
		return true;
	}

	private @Nullable ExtendedByte origin(Goal goal, int lane) {
		int lanes = 2 * Long.SIZE / goal.laneBits;
		return origin(goal.parts.get(lane / lanes), goal.laneBits, lane % lanes);
	}

	// Where a lane comes from. What has been extended to wider lanes than these has other
	// bytes in them, and zeros between.
	private @Nullable ExtendedByte origin(Expression part, int laneBits, int lane) {
		Vector extension = this.definitions.of(part);
		if (extension == null || extension.op().laneBits() != laneBits) {
			return null;
		}
		return switch (extension.op()) {
			case I32X4_EXTEND_LOW_I16X8_U, I32X4_EXTEND_LOW_I16X8_S -> origin(extension.operand(0), Short.SIZE, lane);
			case I32X4_EXTEND_HIGH_I16X8_U, I32X4_EXTEND_HIGH_I16X8_S ->
				origin(extension.operand(0), Short.SIZE, lane + 4);
			case I16X8_EXTEND_LOW_I8X16_U -> byteOrigin(extension.operand(0), lane, false);
			case I16X8_EXTEND_HIGH_I8X16_U -> byteOrigin(extension.operand(0), lane + 8, false);
			case I16X8_EXTEND_LOW_I8X16_S -> byteOrigin(extension.operand(0), lane, true);
			case I16X8_EXTEND_HIGH_I8X16_S -> byteOrigin(extension.operand(0), lane + 8, true);
			default -> null;
		};
	}

	private @Nullable ExtendedByte byteOrigin(Expression vector, int place, boolean signed) {
		Definitions.Origin from = this.definitions.origin(vector, place);
		return (from != null) ? new ExtendedByte(from, signed) : null;
	}

	/// The same lanes with twice or half as many bits: what is narrowed without loss, and
	/// what is extended.
	@Nullable Goal inOtherLanes(Goal goal) {
		List<Expression> parts = new ArrayList<>();
		if (goal.laneBits == Short.SIZE) {
			for (Expression part : goal.parts) {
				Vector narrowing = this.definitions.of(part);
				if (narrowing == null || Shape.narrowResult(narrowing.op()) != Shape.I16X8
						|| !this.widths.fits(narrowing, 0) || !this.widths.fits(narrowing, 1)) {
					return null;
				}
				parts.add(narrowing.operand(0));
				parts.add(narrowing.operand(1));
			}
			return new Goal(Integer.SIZE, parts, goal.bits);
		}
		for (int number = 0; number < 4; number += 2) {
			Expression extended = extended(goal.parts.get(number), goal.parts.get(number + 1));
			if (extended == null) {
				return null;
			}
			parts.add(extended);
		}
		return new Goal(Short.SIZE, parts, goal.bits);
	}

	// What both halves of have been extended.
	private @Nullable Expression extended(Expression one, Expression other) {
		Vector low = this.definitions.of(one);
		Vector high = this.definitions.of(other);
		if (low == null || high == null || !Definitions.isSame(low.operand(0), high.operand(0))) {
			return null;
		}
		boolean halves = switch (low.op()) {
			case I32X4_EXTEND_LOW_I16X8_S -> high.op() == VectorOp.I32X4_EXTEND_HIGH_I16X8_S;
			case I32X4_EXTEND_LOW_I16X8_U -> high.op() == VectorOp.I32X4_EXTEND_HIGH_I16X8_U;
			default -> false;
		};
		return halves ? low.operand(0) : null;
	}

	/// By how much lanes are shifted.
	int count(Goal goal) {
		Vector first = this.definitions.of(goal.parts.getFirst());
		return (first != null && first.operand(1) instanceof Constant by) ? (int) by.bits() & (goal.laneBits - 1)
				: goal.laneBits;
	}

	/// An operand of what computes the vectors.
	List<Expression> operands(Goal goal, int number) {
		List<Expression> operands = new ArrayList<>();
		for (Expression part : goal.parts) {
			Vector vector = this.definitions.of(part);
			if (vector != null) {
				operands.add(vector.operand(number));
			}
		}
		return operands;
	}

	/// Sixteen lanes to compute.
	///
	/// @param laneBits how wide they are in the code: 16 or 32
	/// @param parts the vectors that hold them, one behind the other
	/// @param bits how many of the lower bits of each have to be right, at most 16
	record Goal(int laneBits, List<Expression> parts, int bits) {

		List<Object> key() {
			List<Object> key = new ArrayList<>();
			key.add(this.laneBits);
			key.add(this.bits);
			for (Expression part : this.parts) {
				key.add((part instanceof Read read) ? read.variable() : part);
			}
			return key;
		}

		// Whether nobody can assign anything else to what is read.
		boolean lasts() {
			return this.parts.stream().allMatch(Expression::isStable);
		}

		boolean isUniform() {
			return this.parts.stream().allMatch((part) -> Definitions.isSame(part, this.parts.getFirst()));
		}

	}

	/// What a lane is.
	///
	/// @param from the byte
	/// @param signed whether it has a sign
	record ExtendedByte(Definitions.Origin from, boolean signed) {

		ExtendedByte at(int place) {
			return new ExtendedByte(new Definitions.Origin(this.from.vector(), place), this.signed);
		}

	}

}
