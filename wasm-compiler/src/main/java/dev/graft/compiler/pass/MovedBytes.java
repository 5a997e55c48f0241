package dev.graft.compiler.pass;

import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Load;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Variable;
import org.jspecify.annotations.Nullable;

/// Which byte of another number each byte of a number is.
///
/// Each byte of `places` tells it: 0 for a byte that is zero, 1 for the lowest byte of the
/// other number, 8 for the highest one of an `i64`, 255 for what is none of them. So
/// shifts, rotations and masks do to the places what they do to the number. What is above
/// the bytes of an `i32` does not matter.
///
/// @param origin whose bytes they are, null if they are no number's
/// @param places where each byte comes from
/// @param steps how many operators have brought them here
record MovedBytes(@Nullable Origin origin, long places, int steps) {

	/// Nothing is known.
	static final MovedBytes ANYTHING = new MovedBytes(null, -1, 0);

	private static final long IN_ORDER = 0x0807_0605_0403_0201L;

	private static final long UNSIGNED_INT = 0xFFFF_FFFFL;

	private static final long OTHER = 0xFF;

	private static final long HIGHEST_BITS = 0x8080_8080_8080_8080L;

	/// As variables are followed, steps are counted once for each time that they are
	/// read.
	private static final int MOST_STEPS = 1_000;

	/// All bits of a number.
	static long bits(Kind kind) {
		return (kind == Kind.INT) ? UNSIGNED_INT : -1;
	}

	/// The bytes of a number itself.
	static MovedBytes of(Origin origin) {
		return new MovedBytes(origin, origin.places(), 0);
	}

	/// The bytes of what a tree computes by itself.
	/// @param operands those of its operands
	static MovedBytes of(Expression tree, MovedBytes... operands) {
		return switch (tree) {
			case Constant constant -> unknown(constant.bits());
			case Load load -> switch (load.access().op()) {
				case I32_LOAD8_U, I64_LOAD8_U -> unknown(0xFF);
				case I32_LOAD16_U, I64_LOAD16_U -> unknown(0xFFFF);
				case I64_LOAD32_U -> unknown(UNSIGNED_INT);
				default -> ANYTHING;
			};
			case Numeric numeric -> switch (numeric.op()) {
				case I32_OR, I64_OR, I32_XOR, I64_XOR -> operands[0].joined(operands[1], false);
				case I32_ADD, I64_ADD -> operands[0].joined(operands[1], true);
				case I32_AND, I64_AND -> masked(numeric, operands[0], operands[1]);
				case I32_SHL, I64_SHL, I32_SHR_U, I64_SHR_U, I32_SHR_S, I64_SHR_S, I32_ROTL, I64_ROTL, I32_ROTR,
						I64_ROTR ->
					operands[0].shifted(numeric);
				case I32_WRAP_I64 -> operands[0];
				case I64_EXTEND_I32_U ->
					new MovedBytes(operands[0].origin, operands[0].places & UNSIGNED_INT, operands[0].steps);
				case I64_EXTEND_I32_S, I64_EXTEND32_S -> operands[0].extended(Integer.SIZE);
				case I32_EXTEND16_S, I64_EXTEND16_S -> operands[0].extended(Short.SIZE);
				case I32_EXTEND8_S, I64_EXTEND8_S -> operands[0].extended(Byte.SIZE);
				default -> ANYTHING;
			};
			default -> ANYTHING;
		};
	}

	private static MovedBytes unknown(long most) {
		return new MovedBytes(null, whole(most), 0);
	}

	/// All bits of the bytes of a number that are not zero.
	static long whole(long number) {
		long set = ((number & ~HIGHEST_BITS) + ~HIGHEST_BITS | number) & HIGHEST_BITS;
		return (set >>> (Byte.SIZE - 1)) * OTHER;
	}

	/// Whether all bytes are some of the origin's, or zero.
	boolean areKnown(Kind kind) {
		return this.origin != null && (this.places & HIGHEST_BITS & bits(kind)) == 0;
	}

	// Where both have bits, a byte is none of theirs, and may carry to those above.
	private MovedBytes joined(MovedBytes other, boolean carries) {
		long both = whole(this.places) & whole(other.places);
		long spoiled = carries ? -Long.lowestOneBit(both) : both;
		return together(other, this.places | other.places | spoiled);
	}

	private MovedBytes together(MovedBytes other, long places) {
		int steps = Math.min(this.steps + other.steps + 1, MOST_STEPS);
		if (this.origin != null && other.origin != null && this.origin != other.origin) {
			return new MovedBytes(null, whole(places), steps);
		}
		return new MovedBytes((this.origin != null) ? this.origin : other.origin, places, steps);
	}

	private static MovedBytes masked(Numeric numeric, MovedBytes one, MovedBytes other) {
		if (numeric.operand(1) instanceof Constant mask) {
			return one.masked(mask.bits());
		}
		if (numeric.operand(0) instanceof Constant mask) {
			return other.masked(mask.bits());
		}
		return one.together(other, whole(one.places) & whole(other.places));
	}

	private MovedBytes masked(long mask) {
		long torn = whole(mask) & whole(~mask) & whole(this.places);
		return moved(this.places & whole(mask) | torn);
	}

	private MovedBytes shifted(Numeric shift) {
		if (!(shift.operand(1) instanceof Constant by) || by.bits() % Byte.SIZE != 0) {
			return ANYTHING;
		}
		long bits = bits(shift.kind());
		long own = this.places & bits;
		int count = (int) by.bits();
		int intCount = count & (Integer.SIZE - 1);
		return moved(switch (shift.op()) {
			case I32_SHL -> own << intCount;
			case I64_SHL -> own << count;
			case I32_SHR_U -> own >>> intCount;
			case I64_SHR_U -> own >>> count;
			case I32_SHR_S -> ((int) whole(own) >> intCount) & ~(bits >>> intCount) | own >>> intCount;
			case I64_SHR_S -> (whole(own) >> count) & ~(bits >>> count) | own >>> count;
			case I32_ROTL -> Integer.rotateLeft((int) own, count);
			case I64_ROTL -> Long.rotateLeft(own, count);
			case I32_ROTR -> Integer.rotateRight((int) own, count);
			default -> Long.rotateRight(own, count);
		});
	}

	private MovedBytes extended(int bits) {
		long own = this.places & -1L >>> -bits;
		boolean positive = own >>> (bits - Byte.SIZE) == 0;
		return moved(positive ? own : own | -1L << bits);
	}

	private MovedBytes moved(long places) {
		return new MovedBytes(this.origin, places, Math.min(this.steps + 1, MOST_STEPS));
	}

	/// A number whose bytes are moved.
	static final class Origin {

		private final long places;

		private Variable variable;

		private int version;

		/// @param variable what holds it
		/// @param version how often that has been assigned before
		/// @param bits all bits of the bytes that may be something else than zero
		Origin(Variable variable, int version, long bits) {
			this.variable = variable;
			this.version = version;
			this.places = IN_ORDER & bits & bits(variable.kind());
		}

		/// The places of its own bytes.
		long places() {
			return this.places;
		}

		/// What holds it.
		Variable variable() {
			return this.variable;
		}

		/// Whether the variable still does.
		boolean isHeld(int version) {
			return this.version == version;
		}

		/// There is another variable that holds it longer.
		void keepIn(Variable variable, int version) {
			this.variable = variable;
			this.version = version;
		}

	}

}
