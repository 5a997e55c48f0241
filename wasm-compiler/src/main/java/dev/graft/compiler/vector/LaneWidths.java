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

/// How large the lanes of a vector can be as numbers without a sign, where that is plain to
/// see, and which vectors are [masks][LaneMasks]. C compilers mask or shift lanes before
/// they narrow them, so that narrowing has nothing left to saturate; and what begins as
/// bytes is often summed in lanes that are far from being full. Bits alone would not do:
/// weights that add up to 256 leave a byte when their sum has been divided by that.
final class LaneWidths {

	private static final long BYTE_MASK = 0xFF;

	private static final long SHORT_MASK = 0xFFFF;

	private static final long INT_MASK = 0xFFFF_FFFFL;

	/// How often locals are looked at until what still grows is taken for anything.
	private static final int ROUNDS_OF_GROWTH = 4;

	/// How often they are looked at until all that grows is.
	private static final int MOST_ROUNDS = 12;

	/// How often they are looked at once more where something was, for what limits it.
	private static final int LAST_ROUNDS = 2;

	private final Map<Variable, Widths> known = new HashMap<>();

	private final LaneMasks masks = new LaneMasks();

	/// What is known of the locals of a body, wherever they are assigned. They begin with
	/// zeros, and what they are computed from grows until nothing changes, so that the
	/// greatest of small numbers is a small number.
	static LaneWidths ofLocals(Body body) {
		LaneWidths widths = new LaneWidths();
		widths.assigned(body).keySet().forEach((local) -> widths.known.put(local, Widths.NONE));
		int round = 1;
		while (widths.grow(widths.assigned(body), round)) {
			round++;
		}
		for (int last = 0; round > ROUNDS_OF_GROWTH && last < LAST_ROUNDS; last++) {
			widths.known.putAll(widths.assigned(body));
		}
		return widths;
	}

	// What is assigned to locals, as far as is known of what it is computed from.
	private Map<Variable, Widths> assigned(Body body) {
		Map<Variable, Widths> locals = new HashMap<>();
		for (Statement statement : body.statements()) {
			if (statement instanceof Assign assign && assign.variable().kind() == Kind.VECTOR) {
				assign(assign.variable(), assign.value());
				if (!assign.variable().isTemporary()) {
					locals.merge(assign.variable(), widths(assign.value()), Widths::most);
				}
			}
		}
		return locals;
	}

	// Whether anything has, so that what is known may still be wrong.
	private boolean grow(Map<Variable, Widths> assigned, int round) {
		boolean grown = false;
		for (Map.Entry<Variable, Widths> local : assigned.entrySet()) {
			Widths before = this.known.getOrDefault(local.getKey(), Widths.NONE);
			Widths most = (round < MOST_ROUNDS) ? before.most(local.getValue()) : Widths.FULL;
			if (!most.equals(before)) {
				this.known.put(local.getKey(), (round < ROUNDS_OF_GROWTH) ? most : Widths.FULL);
				grown = true;
			}
		}
		return grown;
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
		return Widths.width(most(vector, laneBits));
	}

	// The largest number that a lane may be.
	private long most(Expression vector, int laneBits) {
		return widths(vector).of(laneBits);
	}

	/// Whether all bits of each lane are known to be the same.
	boolean areMasks(Expression vector, int laneBits) {
		return this.masks.laneBits(vector) >= laneBits;
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
		return larger(sum, laneBits) <= positive(laneBits);
	}

	/// Whether products of 16-bit lanes stay within the lanes.
	boolean productFits(Vector product) {
		return product(product, Short.SIZE) <= SHORT_MASK;
	}

	private Widths widths(Expression vector) {
		return switch (vector) {
			case VectorConstant constant -> Widths.ofConstant(constant);
			case Read read -> this.known.getOrDefault(read.variable(), Widths.FULL);
			case Vector computed -> of(computed);
			default -> Widths.FULL;
		};
	}

	private Widths of(Vector value) {
		return switch (value.op()) {
			case V128_AND -> widths(value.operand(0)).least(widths(value.operand(1)));
			case V128_ANDNOT -> widths(value.operand(0));
			case V128_OR, V128_XOR, V128_BITSELECT -> widths(value.operand(0)).either(widths(value.operand(1)));
			case I8X16_SHUFFLE -> shuffled(value);
			case I16X8_EXTEND_LOW_I8X16_U, I16X8_EXTEND_HIGH_I8X16_U -> Widths.ofShorts(one(value, Byte.SIZE));
			case I32X4_EXTEND_LOW_I16X8_U, I32X4_EXTEND_HIGH_I16X8_U -> Widths.ofInts(one(value, Short.SIZE));
			case I16X8_EXTMUL_LOW_I8X16_U, I16X8_EXTMUL_HIGH_I8X16_U -> Widths.ofShorts(product(value, Byte.SIZE));
			case I32X4_EXTMUL_LOW_I16X8_U, I32X4_EXTMUL_HIGH_I16X8_U -> Widths.ofInts(product(value, Short.SIZE));
			case I16X8_EXTADD_PAIRWISE_I8X16_U -> Widths.ofShorts(2 * one(value, Byte.SIZE));
			case I32X4_EXTADD_PAIRWISE_I16X8_U -> Widths.ofInts(2 * one(value, Short.SIZE));
			case I8X16_NARROW_I16X8_U -> Widths.ofBytes(larger(value, Short.SIZE));
			case I16X8_NARROW_I32X4_U -> Widths.ofShorts(larger(value, Integer.SIZE));
			case I8X16_NARROW_I16X8_S -> Widths.ofBytes(limited(value, Byte.SIZE));
			case I16X8_NARROW_I32X4_S -> Widths.ofShorts(limited(value, Short.SIZE));
			case I8X16_POPCNT -> Widths.ofBytes(Byte.SIZE);
			case I32X4_SPLAT -> Widths.ofInts(most(value.operand(0)));
			case I32X4_REPLACE_LANE -> widths(value.operand(0)).most(Widths.ofInts(most(value.operand(1))));
			default -> lanewise(value);
		};
	}

	// Of a number.
	private static long most(Expression number) {
		return switch (number) {
			case Constant constant -> constant.bits() & INT_MASK;
			case Load load when load.access().op() == MemoryAccessOp.I32_LOAD8_U -> BYTE_MASK;
			case Load load when load.access().op() == MemoryAccessOp.I32_LOAD16_U -> SHORT_MASK;
			case Numeric mask when mask.op() == NumericOp.I32_AND && mask.operand(1) instanceof Constant ->
				most(mask.operand(1));
			default -> INT_MASK;
		};
	}

	private Widths lanewise(Vector value) {
		int bits = laneBits(value.op());
		long most = switch (value.op()) {
			case I8X16_ADD, I16X8_ADD, I32X4_ADD -> larger(value, bits) + smaller(value, bits);
			case I16X8_MUL, I32X4_MUL -> product(value, bits);
			case I8X16_SHL, I16X8_SHL, I32X4_SHL -> (value.operand(1) instanceof Constant by)
					? one(value, bits) << ((int) by.bits() & (bits - 1)) : full(bits);
			case I8X16_SHR_U, I16X8_SHR_U, I32X4_SHR_U -> (value.operand(1) instanceof Constant by)
					? one(value, bits) >>> ((int) by.bits() & (bits - 1)) : one(value, bits);
			case I8X16_MIN_U, I16X8_MIN_U, I32X4_MIN_U -> smaller(value, bits);
			case I8X16_MAX_U, I16X8_MAX_U, I32X4_MAX_U, I8X16_AVGR_U, I16X8_AVGR_U -> larger(value, bits);
			case I8X16_SUB_SAT_U, I16X8_SUB_SAT_U -> one(value, bits);
			case I8X16_MIN_S, I16X8_MIN_S, I32X4_MIN_S ->
				(larger(value, bits) <= positive(bits)) ? smaller(value, bits) : full(bits);
			case I8X16_MAX_S, I16X8_MAX_S, I32X4_MAX_S ->
				(smaller(value, bits) <= positive(bits)) ? Math.min(larger(value, bits), positive(bits)) : full(bits);
			default -> full(bits);
		};
		// Where a sum may not fit any more, nothing is known of its lower bits either.
		return switch (bits) {
			case Byte.SIZE -> Widths.ofBytes(most);
			case Short.SIZE -> Widths.ofShorts(most);
			default -> Widths.ofInts(most);
		};
	}

	private static int laneBits(VectorOp op) {
		Shape narrow = Shape.narrowResult(op);
		return (narrow != null) ? narrow.laneBytes() * Byte.SIZE : Integer.SIZE;
	}

	private static long full(int laneBits) {
		return (1L << laneBits) - 1;
	}

	private static long positive(int laneBits) {
		return full(laneBits - 1);
	}

	// What moves lanes around keeps how large they are, if it moves them as a whole.
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

	private long one(Vector value, int laneBits) {
		return most(value.operand(0), laneBits);
	}

	private long larger(Vector value, int laneBits) {
		return Math.max(most(value.operand(0), laneBits), most(value.operand(1), laneBits));
	}

	private long smaller(Vector value, int laneBits) {
		return Math.min(most(value.operand(0), laneBits), most(value.operand(1), laneBits));
	}

	// What may be negative stays so when it saturates.
	private long limited(Vector narrowing, int laneBits) {
		long most = larger(narrowing, 2 * laneBits);
		return (most <= positive(2 * laneBits)) ? Math.min(most, positive(laneBits)) : full(laneBits);
	}

	// Of two numbers of 32 bits, that is more than a `long` with a sign can hold.
	private long product(Vector value, int laneBits) {
		long most = Math.max(1, larger(value, laneBits));
		return (smaller(value, laneBits) <= INT_MASK / most) ? most * smaller(value, laneBits) : INT_MASK;
	}

	/// The largest numbers without a sign that lanes can be.
	///
	/// @param bytes if they have 8 bits
	/// @param shorts if they have 16 bits
	/// @param ints if they have 32 bits
	private record Widths(long bytes, long shorts, long ints) {

		static final Widths FULL = new Widths(BYTE_MASK, SHORT_MASK, INT_MASK);

		static final Widths NONE = new Widths(0, 0, 0);

		static Widths ofConstant(VectorConstant constant) {
			return new Widths(most(constant, Byte.SIZE), most(constant, Short.SIZE), most(constant, Integer.SIZE));
		}

		private static long most(VectorConstant constant, int laneBits) {
			long most = 0;
			for (int place = 0; place < Long.SIZE; place += laneBits) {
				most = Math.max(most, constant.low() >>> place & full(laneBits));
				most = Math.max(most, constant.high() >>> place & full(laneBits));
			}
			return most;
		}

		static int width(long most) {
			return Long.SIZE - Long.numberOfLeadingZeros(most);
		}

		static Widths ofBytes(long most) {
			long bytes = Math.min(most, BYTE_MASK);
			return new Widths(bytes, bytes << Byte.SIZE | bytes, bytes * (INT_MASK / BYTE_MASK));
		}

		static Widths ofShorts(long most) {
			long shorts = Math.min(most, SHORT_MASK);
			return new Widths(Math.min(shorts, BYTE_MASK), shorts, shorts << Short.SIZE | shorts);
		}

		static Widths ofInts(long most) {
			long ints = Math.min(most, INT_MASK);
			return new Widths(Math.min(ints, BYTE_MASK), Math.min(ints, SHORT_MASK), ints);
		}

		long of(int laneBits) {
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

		// Bits of both, of which any may be set that is not above the highest.
		Widths either(Widths other) {
			return new Widths(filled(Math.max(this.bytes, other.bytes)), filled(Math.max(this.shorts, other.shorts)),
					filled(Math.max(this.ints, other.ints)));
		}

		private static long filled(long most) {
			return full(width(most));
		}

	}

}
