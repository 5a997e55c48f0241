package dev.graft.compiler.vector;

import java.util.HashMap;
import java.util.Map;

import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.ir.VectorConstant;

/// How many bits of each 16-bit or 32-bit lane of a vector can be set, where that is
/// plain to see. C compilers mask or shift lanes before they narrow them, so that
/// narrowing has nothing left to saturate.
final class LaneWidths {

	private static final int SHORT_MASK = 0xFFFF;

	private final Map<Variable, Widths> known = new HashMap<>();

	/// Remembers what a vector is computed by.
	void assign(Variable vector, Vector value) {
		if (vector.isTemporary()) {
			this.known.put(vector, of(value));
		}
	}

	private static Widths of(Vector value) {
		return switch (value.op()) {
			case I16X8_EXTEND_LOW_I8X16_U, I16X8_EXTEND_HIGH_I8X16_U -> new Widths(Byte.SIZE, Integer.SIZE);
			case I32X4_EXTEND_LOW_I16X8_U, I32X4_EXTEND_HIGH_I16X8_U -> new Widths(Short.SIZE, Short.SIZE);
			case I16X8_SHR_U -> new Widths(Short.SIZE - count(value, Short.SIZE), Integer.SIZE);
			case I32X4_SHR_U -> new Widths(Short.SIZE, Integer.SIZE - count(value, Integer.SIZE));
			case V128_AND -> masked(value);
			default -> Widths.FULL;
		};
	}

	private static int count(Vector shift, int bits) {
		return (shift.operand(1) instanceof Constant constant) ? (int) constant.bits() & (bits - 1) : 0;
	}

	private static Widths masked(Vector and) {
		for (int number = 0; number < 2; number++) {
			if (and.operand(number) instanceof VectorConstant mask) {
				long either = mask.low() | mask.high();
				int ints = (int) (either | either >>> Integer.SIZE);
				int shorts = (ints | ints >>> Short.SIZE) & SHORT_MASK;
				return new Widths(width(shorts), width(ints));
			}
		}
		return Widths.FULL;
	}

	private static int width(int bits) {
		return Integer.SIZE - Integer.numberOfLeadingZeros(bits);
	}

	/// Whether an operand of an operator that narrows has nothing to saturate.
	boolean fits(Vector narrowing, int number) {
		Expression operand = narrowing.operand(number);
		return switch (narrowing.op()) {
			case I8X16_NARROW_I16X8_S -> areShorts(operand, Byte.SIZE - 1);
			case I8X16_NARROW_I16X8_U -> areShorts(operand, Byte.SIZE);
			case I16X8_NARROW_I32X4_S -> areInts(operand, Short.SIZE - 1);
			case I16X8_NARROW_I32X4_U -> areInts(operand, Short.SIZE);
			default -> false;
		};
	}

	// Whether no bits of 16-bit lanes are set but the lowest ones.
	private boolean areShorts(Expression vector, int bits) {
		return vector instanceof Read read && this.known.getOrDefault(read.variable(), Widths.FULL).shorts <= bits;
	}

	// Whether no bits of 32-bit lanes are set but the lowest ones.
	private boolean areInts(Expression vector, int bits) {
		return vector instanceof Read read && this.known.getOrDefault(read.variable(), Widths.FULL).ints <= bits;
	}

	/// @param shorts how many bits of 16-bit lanes may be set
	/// @param ints how many bits of 32-bit lanes may be set
	private record Widths(int shorts, int ints) {

		static final Widths FULL = new Widths(Short.SIZE, Integer.SIZE);

	}

}
