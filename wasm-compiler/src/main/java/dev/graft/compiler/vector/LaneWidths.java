package dev.graft.compiler.vector;

import java.util.HashMap;
import java.util.Map;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Load;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.ir.VectorConstant;
import dev.graft.compiler.op.MemoryAccessOp;
import dev.graft.compiler.op.NumericOp;
import dev.graft.compiler.op.VectorOp;

/// How many of the lower bits of each lane of a vector can be set, where that is plain to
/// see, and which vectors are [masks][LaneMasks]. C compilers mask or shift lanes before
/// they narrow them, so that narrowing has nothing left to saturate; and what begins as
/// bytes is often summed in lanes that are far from being full.
final class LaneWidths {

	private static final int BYTE_MASK = 0xFF;

	private static final int SHORT_MASK = 0xFFFF;

	/// How often locals are looked at: those that are computed from others, and from
	/// others in turn, are known a round later. What is known is right after each.
	private static final int ROUNDS = 3;

	private final Map<Variable, Widths> known = new HashMap<>();

	private final LaneMasks masks = new LaneMasks();

	/// What is known of the locals of a body, wherever they are assigned.
	static LaneWidths ofLocals(Body body) {
		LaneWidths widths = new LaneWidths();
		for (int round = 0; round < ROUNDS; round++) {
			Map<Variable, Widths> locals = new HashMap<>();
			for (Statement statement : body.statements()) {
				if (statement instanceof Assign assign && assign.variable().kind() == Kind.VECTOR) {
					widths.assign(assign.variable(), assign.value());
					if (!assign.variable().isTemporary()) {
						locals.merge(assign.variable(), widths.widths(assign.value()), Widths::most);
					}
				}
			}
			widths.known.putAll(locals);
		}
		return widths;
	}

	/// Remembers what a vector is computed by.
	void assign(Variable vector, Expression value) {
		if (vector.isTemporary()) {
			this.known.put(vector, widths(value));
			this.masks.assign(vector, value);
		}
	}

	/// How many bits of each lane may be set.
	/// @param laneBits how wide the lanes are that are asked for: 8, 16 or 32
	int of(Expression vector, int laneBits) {
		return widths(vector).of(laneBits);
	}

	/// Whether an operand of an operator that narrows has nothing to saturate.
	boolean fits(Vector narrowing, int number) {
		Expression operand = narrowing.operand(number);
		return switch (narrowing.op()) {
			case I8X16_NARROW_I16X8_S ->
				of(operand, Short.SIZE) < Byte.SIZE || this.masks.laneBits(operand) >= Short.SIZE;
			case I8X16_NARROW_I16X8_U -> of(operand, Short.SIZE) <= Byte.SIZE;
			case I16X8_NARROW_I32X4_S ->
				of(operand, Integer.SIZE) < Short.SIZE || this.masks.laneBits(operand) >= Integer.SIZE;
			case I16X8_NARROW_I32X4_U -> of(operand, Integer.SIZE) <= Short.SIZE;
			default -> false;
		};
	}

	/// Whether sums of lanes stay within the lanes, so that no carry has to be kept from
	/// the next one.
	boolean addsWithin(Vector sum, int laneBits) {
		return Math.max(of(sum.operand(0), laneBits), of(sum.operand(1), laneBits)) < laneBits;
	}

	/// Whether products of 16-bit lanes stay within the lanes.
	boolean productFits(Vector product) {
		return sum(product, Short.SIZE) <= Short.SIZE;
	}

	private Widths widths(Expression vector) {
		return switch (vector) {
			case VectorConstant constant -> Widths.ofBits(constant.low() | constant.high());
			case Read read -> this.known.getOrDefault(read.variable(), Widths.FULL);
			case Vector computed -> of(computed);
			default -> Widths.FULL;
		};
	}

	private Widths of(Vector value) {
		return switch (value.op()) {
			case V128_AND -> widths(value.operand(0)).least(widths(value.operand(1)));
			case V128_ANDNOT -> widths(value.operand(0));
			case V128_OR, V128_XOR, V128_BITSELECT -> widths(value.operand(0)).most(widths(value.operand(1)));
			case I8X16_SHUFFLE -> shuffled(value);
			case I16X8_EXTEND_LOW_I8X16_U, I16X8_EXTEND_HIGH_I8X16_U -> Widths.ofShorts(one(value, Byte.SIZE));
			case I32X4_EXTEND_LOW_I16X8_U, I32X4_EXTEND_HIGH_I16X8_U -> Widths.ofInts(one(value, Short.SIZE));
			case I16X8_EXTMUL_LOW_I8X16_U, I16X8_EXTMUL_HIGH_I8X16_U -> Widths.ofShorts(sum(value, Byte.SIZE));
			case I32X4_EXTMUL_LOW_I16X8_U, I32X4_EXTMUL_HIGH_I16X8_U -> Widths.ofInts(sum(value, Short.SIZE));
			case I16X8_EXTADD_PAIRWISE_I8X16_U -> Widths.ofShorts(one(value, Byte.SIZE) + 1);
			case I32X4_EXTADD_PAIRWISE_I16X8_U -> Widths.ofInts(one(value, Short.SIZE) + 1);
			case I8X16_NARROW_I16X8_U -> Widths.ofBytes(larger(value, Short.SIZE));
			case I16X8_NARROW_I32X4_U -> Widths.ofShorts(larger(value, Integer.SIZE));
			case I8X16_POPCNT -> Widths.ofBytes(Byte.SIZE / 2);
			case I32X4_SPLAT -> Widths.ofInts(bits(value.operand(0)));
			case I32X4_REPLACE_LANE -> widths(value.operand(0)).most(Widths.ofInts(bits(value.operand(1))));
			default -> lanewise(value);
		};
	}

	// Of a number.
	private static int bits(Expression number) {
		return switch (number) {
			case Constant constant -> Widths.width((int) constant.bits());
			case Load load when load.access().op() == MemoryAccessOp.I32_LOAD8_U -> Byte.SIZE;
			case Load load when load.access().op() == MemoryAccessOp.I32_LOAD16_U -> Short.SIZE;
			case Numeric mask when mask.op() == NumericOp.I32_AND && mask.operand(1) instanceof Constant ->
				bits(mask.operand(1));
			default -> Integer.SIZE;
		};
	}

	private Widths lanewise(Vector value) {
		int bits = laneBits(value.op());
		int width = switch (value.op()) {
			case I8X16_ADD, I16X8_ADD, I32X4_ADD -> larger(value, bits) + 1;
			case I16X8_MUL, I32X4_MUL -> sum(value, bits);
			case I8X16_SHL, I16X8_SHL, I32X4_SHL ->
				(value.operand(1) instanceof Constant by) ? one(value, bits) + ((int) by.bits() & (bits - 1)) : bits;
			case I8X16_SHR_U, I16X8_SHR_U, I32X4_SHR_U -> (value.operand(1) instanceof Constant by)
					? Math.max(0, one(value, bits) - ((int) by.bits() & (bits - 1))) : one(value, bits);
			case I8X16_MIN_U, I16X8_MIN_U, I32X4_MIN_U -> smaller(value, bits);
			case I8X16_MAX_U, I16X8_MAX_U, I32X4_MAX_U, I8X16_AVGR_U, I16X8_AVGR_U -> larger(value, bits);
			case I8X16_SUB_SAT_U, I16X8_SUB_SAT_U -> one(value, bits);
			case I8X16_MIN_S, I16X8_MIN_S, I32X4_MIN_S -> (larger(value, bits) < bits) ? smaller(value, bits) : bits;
			case I8X16_MAX_S, I16X8_MAX_S, I32X4_MAX_S ->
				(smaller(value, bits) < bits) ? Math.min(larger(value, bits), bits - 1) : bits;
			default -> bits;
		};
		// Where a sum may not fit any more, nothing is known of its lower bits either.
		return switch (bits) {
			case Byte.SIZE -> Widths.ofBytes(width);
			case Short.SIZE -> Widths.ofShorts(width);
			default -> Widths.ofInts(width);
		};
	}

	private static int laneBits(VectorOp op) {
		Shape narrow = Shape.narrowResult(op);
		return (narrow != null) ? narrow.laneBytes() * Byte.SIZE : Integer.SIZE;
	}

	// What moves lanes around keeps how many bits they have, if it moves them as a whole.
	private Widths shuffled(Vector shuffle) {
		Widths widths = Widths.NONE;
		for (int number = 0; number < 2; number++) {
			widths = Shuffle.uses(shuffle, number) ? widths.most(widths(shuffle.operand(number))) : widths;
		}
		return switch (Shuffle.laneBytes(shuffle)) {
			case 1 -> Widths.ofBytes(widths.bytes);
			case 2 -> Widths.ofShorts(widths.shorts);
			default -> widths;
		};
	}

	private int one(Vector value, int laneBits) {
		return of(value.operand(0), laneBits);
	}

	private int larger(Vector value, int laneBits) {
		return Math.max(of(value.operand(0), laneBits), of(value.operand(1), laneBits));
	}

	private int smaller(Vector value, int laneBits) {
		return Math.min(of(value.operand(0), laneBits), of(value.operand(1), laneBits));
	}

	private int sum(Vector value, int laneBits) {
		return of(value.operand(0), laneBits) + of(value.operand(1), laneBits);
	}

	/// @param bytes how many bits of 8-bit lanes may be set
	/// @param shorts how many bits of 16-bit lanes may be set
	/// @param ints how many bits of 32-bit lanes may be set
	private record Widths(int bytes, int shorts, int ints) {

		static final Widths FULL = new Widths(Byte.SIZE, Short.SIZE, Integer.SIZE);

		static final Widths NONE = new Widths(0, 0, 0);

		static Widths ofBits(long either) {
			int ints = (int) (either | either >>> Integer.SIZE);
			int shorts = (ints | ints >>> Short.SIZE) & SHORT_MASK;
			int bytes = (shorts | shorts >>> Byte.SIZE) & BYTE_MASK;
			return new Widths(width(bytes), width(shorts), width(ints));
		}

		private static int width(int bits) {
			return Integer.SIZE - Integer.numberOfLeadingZeros(bits);
		}

		static Widths ofBytes(int width) {
			int bytes = Math.min(width, Byte.SIZE);
			return (bytes == 0) ? NONE : new Widths(bytes, Byte.SIZE + bytes, Short.SIZE + Byte.SIZE + bytes);
		}

		static Widths ofShorts(int width) {
			int shorts = Math.min(width, Short.SIZE);
			return (shorts == 0) ? NONE : new Widths(Math.min(shorts, Byte.SIZE), shorts, Short.SIZE + shorts);
		}

		static Widths ofInts(int width) {
			int ints = Math.min(width, Integer.SIZE);
			return new Widths(Math.min(ints, Byte.SIZE), Math.min(ints, Short.SIZE), ints);
		}

		int of(int laneBits) {
			return switch (laneBits) {
				case Byte.SIZE -> this.bytes;
				case Short.SIZE -> this.shorts;
				default -> this.ints;
			};
		}

		Widths least(Widths other) {
			return new Widths(Math.min(this.bytes, other.bytes), Math.min(this.shorts, other.shorts),
					Math.min(this.ints, other.ints));
		}

		Widths most(Widths other) {
			return new Widths(Math.max(this.bytes, other.bytes), Math.max(this.shorts, other.shorts),
					Math.max(this.ints, other.ints));
		}

	}

}
