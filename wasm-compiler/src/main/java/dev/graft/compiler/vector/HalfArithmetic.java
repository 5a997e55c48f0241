package dev.graft.compiler.vector;

import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.ir.VectorConstant;
import dev.graft.compiler.op.NumericOp;
import dev.graft.compiler.op.VectorOp;
import org.jspecify.annotations.Nullable;

/// What vector operators do with lanes of 8 or 16 bits that are together in a `long`, all
/// of them at once.
///
/// Carries must not cross from one lane to the next, so the highest bit of each lane is
/// kept apart:
///
/// ```
///   a + b     the lower bits of all lanes are added; the highest bit is that sum's carry, a's bit and b's bit
///   a < b     is known at the highest bit of each lane, and spread over the lane by "2 * bit - bit / 128"
/// ```
///
/// All of this is written out and not left to methods: C2 stops inlining methods, however
/// small, once a method has grown by 8,000 bytes, which twenty accesses to memory do, and
/// a loop that calls something cannot be compiled to vector instructions.
final class HalfArithmetic {

	private static final long BYTES = 0x0101_0101_0101_0101L;

	private static final long SHORTS = 0x0001_0001_0001_0001L;

	/// How many bits tell apart the bytes of a vector.
	private static final int TABLE_WIDTH = 4;

	private static final long EVEN_SHORTS = 0x0000_FFFF_0000_FFFFL;

	private final LaneCode code;

	private final LaneWidths widths;

	HalfArithmetic(LaneCode code, LaneWidths widths) {
		this.code = code;
		this.widths = widths;
	}

	/// A half of the result.
	/// @param operands the same half of each vector, or a number, that can be used
	/// several times
	/// @return null if the operator does not do the same with each lane
	@Nullable Expression half(Vector node, Expression... operands) {
		Shape shape = Shape.narrowResult(node.op());
		if (shape == null || !shape.equals(Shape.narrowOperand(node.op(), 0))) {
			return null;
		}
		int bits = shape.laneBytes() * Byte.SIZE;
		return switch (node.operandCount()) {
			case 1 -> ofOne(node.op(), bits, operands[0]);
			case 2 -> (node.operand(1).kind() == Kind.VECTOR) ? ofTwo(node, bits, operands[0], operands[1])
					: shifted(node.op(), bits, operands[0], operands[1]);
			default -> null;
		};
	}

	private @Nullable Expression ofOne(VectorOp op, int bits, Expression a) {
		return switch (op) {
			case I8X16_NEG, I16X8_NEG -> difference(bits, constant(0), a);
			case I8X16_ABS, I16X8_ABS -> {
				Expression signs = this.code.once(and(a, constant(highest(bits))));
				yield add(xor(a, spread(bits, signs)), down(signs, bits - 1));
			}
			case I8X16_POPCNT -> bitCounts(a);
			default -> null;
		};
	}

	// Of two bits each, then of four, then of eight.
	private Expression bitCounts(Expression a) {
		Expression pairs = this.code.once(sub(a, and(down(a, 1), constant(0x5555_5555_5555_5555L))));
		Expression fours = this.code.once(add(and(pairs, constant(0x3333_3333_3333_3333L)),
				and(down(pairs, 2), constant(0x3333_3333_3333_3333L))));
		return and(add(fours, down(fours, 4)), constant(0x0F0F_0F0F_0F0F_0F0FL));
	}

	private @Nullable Expression ofTwo(Vector node, int bits, Expression a, Expression b) {
		return switch (node.op()) {
			case I8X16_ADD, I16X8_ADD -> sum(bits, a, b);
			case I8X16_SUB, I16X8_SUB -> difference(bits, a, b);
			case I16X8_MUL -> product(node, a, b);
			case I8X16_EQ, I16X8_EQ -> spread(bits, inverted(bits, different(bits, a, b)));
			case I8X16_NE, I16X8_NE -> spread(bits, different(bits, a, b));
			case I8X16_LT_S, I16X8_LT_S -> spread(bits, less(bits, true, a, b));
			case I8X16_LT_U, I16X8_LT_U -> spread(bits, less(bits, false, a, b));
			case I8X16_GT_S, I16X8_GT_S -> spread(bits, less(bits, true, b, a));
			case I8X16_GT_U, I16X8_GT_U -> spread(bits, less(bits, false, b, a));
			case I8X16_LE_S, I16X8_LE_S -> spread(bits, notLess(bits, true, b, a));
			case I8X16_LE_U, I16X8_LE_U -> spread(bits, notLess(bits, false, b, a));
			case I8X16_GE_S, I16X8_GE_S -> spread(bits, notLess(bits, true, a, b));
			case I8X16_GE_U, I16X8_GE_U -> spread(bits, notLess(bits, false, a, b));
			case I8X16_MIN_S, I16X8_MIN_S -> chosen(b, a, spread(bits, less(bits, true, a, b)));
			case I8X16_MIN_U, I16X8_MIN_U -> chosen(b, a, spread(bits, less(bits, false, a, b)));
			case I8X16_MAX_S, I16X8_MAX_S -> chosen(a, b, spread(bits, less(bits, true, a, b)));
			case I8X16_MAX_U, I16X8_MAX_U -> chosen(a, b, spread(bits, less(bits, false, a, b)));
			case I8X16_ADD_SAT_S, I16X8_ADD_SAT_S -> {
				Expression sum = this.code.once(sum(bits, a, b));
				yield limited(bits, a, sum, and(not(xor(a, b)), xor(a, sum)));
			}
			case I8X16_SUB_SAT_S, I16X8_SUB_SAT_S -> {
				Expression difference = this.code.once(difference(bits, a, b));
				yield limited(bits, a, difference, and(xor(a, b), xor(a, difference)));
			}
			case I8X16_ADD_SAT_U, I16X8_ADD_SAT_U -> {
				Expression sum = this.code.once(sum(bits, a, b));
				Expression carries = or(and(a, b), and(or(a, b), not(sum)));
				yield or(sum, spread(bits, and(carries, constant(highest(bits)))));
			}
			case I8X16_SUB_SAT_U, I16X8_SUB_SAT_U -> {
				Expression difference = this.code.once(difference(bits, a, b));
				Expression borrows = or(and(not(a), b), and(not(xor(a, b)), difference));
				yield and(difference, not(spread(bits, and(borrows, constant(highest(bits))))));
			}
			case I8X16_AVGR_U, I16X8_AVGR_U -> sub(or(a, b), and(down(xor(a, b), 1), constant(lower(bits))));
			default -> null;
		};
	}

	private static Expression sum(int bits, Expression a, Expression b) {
		Expression lower = add(and(a, constant(lower(bits))), and(b, constant(lower(bits))));
		return xor(lower, and(xor(a, b), constant(highest(bits))));
	}

	private static Expression difference(int bits, Expression a, Expression b) {
		Expression lower = sub(or(a, constant(highest(bits))), and(b, constant(lower(bits))));
		return xor(lower, and(xor(a, not(b)), constant(highest(bits))));
	}

	// The highest bits of the lanes that differ.
	private Expression different(int bits, Expression a, Expression b) {
		Expression differing = this.code.once(xor(a, b));
		Expression carries = add(and(differing, constant(lower(bits))), constant(lower(bits)));
		return and(or(carries, differing), constant(highest(bits)));
	}

	// The highest bits of the lanes that are less.
	private static Expression less(int bits, boolean signed, Expression a, Expression b) {
		if (signed && Trees.isConstant(b, 0)) {
			return and(a, constant(highest(bits)));
		}
		Expression notBelow = notBelow(bits, a, b);
		if (isAlike(bits, a) || isAlike(bits, b)) {
			Expression varying = isAlike(bits, b) ? a : b;
			boolean straight = signed == isAlike(bits, b);
			boolean both = areBothAsked(bits, signed, a, b);
			Expression less = straight ? joined(both, varying, not(notBelow)) : not(joined(!both, varying, notBelow));
			return and(less, constant(highest(bits)));
		}
		Expression bySign = signed ? and(a, not(b)) : and(not(a), b);
		return and(or(bySign, and(not(xor(a, b)), not(notBelow))), constant(highest(bits)));
	}

	// Those that are not.
	private static Expression notLess(int bits, boolean signed, Expression a, Expression b) {
		if (!(signed && Trees.isConstant(b, 0)) && (isAlike(bits, a) || isAlike(bits, b))) {
			Expression varying = isAlike(bits, b) ? a : b;
			boolean straight = signed == isAlike(bits, b);
			Expression notLess = joined(!areBothAsked(bits, signed, a, b), straight ? not(varying) : varying,
					notBelow(bits, a, b));
			return and(notLess, constant(highest(bits)));
		}
		return inverted(bits, less(bits, signed, a, b));
	}

	// In their highest bits, whether the others of the first are not less.
	private static Expression notBelow(int bits, Expression a, Expression b) {
		return sub(or(a, constant(highest(bits))), and(b, constant(lower(bits))));
	}

	// Whether the signs of all lanes are known, and the same.
	private static boolean isAlike(int bits, Expression lanes) {
		long signs = (lanes instanceof Constant constant) ? constant.bits() & highest(bits) : -1;
		return signs == 0 || signs == highest(bits);
	}

	// Where one of the signs is known, the other and the lower bits tell together what is
	// less: both have to say so, or one of them is enough.
	private static boolean areBothAsked(int bits, boolean signed, Expression a, Expression b) {
		boolean second = isAlike(bits, b);
		boolean negative = ((Constant) (second ? b : a)).bits() < 0;
		return (signed == second) == negative;
	}

	private static Expression joined(boolean both, Expression one, Expression other) {
		return both ? and(one, other) : or(one, other);
	}

	private static Expression inverted(int bits, Expression highestBits) {
		return xor(highestBits, constant(highest(bits)));
	}

	// All bits of the lanes whose highest bit is set; no others may be.
	private Expression spread(int bits, Expression highestBits) {
		Expression highest = this.code.once(highestBits);
		return sub(Trees.moved(highest, 1), down(highest, bits - 1));
	}

	// The second where the mask is set.
	private static Expression chosen(Expression one, Expression other, Expression mask) {
		return xor(one, and(xor(one, other), mask));
	}

	// What has overflowed becomes the limit on the side of the first operand.
	private Expression limited(int bits, Expression a, Expression result, Expression overflows) {
		Expression limit = add(down(and(a, constant(highest(bits))), bits - 1), constant(lower(bits)));
		return chosen(result, limit, spread(bits, and(overflows, constant(highest(bits)))));
	}

	private Expression shifted(VectorOp op, int bits, Expression a, Expression count) {
		long ones = ones(bits);
		long lane = (1L << bits) - 1;
		if (count instanceof Constant constant) {
			int by = (int) constant.bits() & bits - 1;
			return switch (op) {
				case I8X16_SHL, I16X8_SHL -> and(Trees.moved(a, by), constant((lane << by & lane) * ones));
				case I8X16_SHR_U, I16X8_SHR_U -> and(down(a, by), constant((lane >>> by) * ones));
				default -> shiftedSigned(bits, a, by);
			};
		}
		Expression by = this.code.once(numeric(NumericOp.I64_EXTEND_I32_U, Trees.and(count, Trees.constant(bits - 1))));
		Expression kept = multiplied(numeric(NumericOp.I64_SHR_U, constant(lane), by), constant(ones));
		return switch (op) {
			case I8X16_SHL, I16X8_SHL -> numeric(NumericOp.I64_SHL, and(a, kept), by);
			case I8X16_SHR_U, I16X8_SHR_U -> and(numeric(NumericOp.I64_SHR_U, a, by), kept);
			default -> signed(bits, a, and(numeric(NumericOp.I64_SHR_U, a, by), kept), by);
		};
	}

	// What has been moved is a shorter number, whose own highest bit is extended: turning
	// it and taking it away once does that. The lane's highest bit is set meanwhile, so
	// that no lane takes anything from the next one.
	//
	// A mask of the sign C2 would move through the shift, so that it needs a second one
	// and makes both constants anew at each use. It does not where the lower bits are
	// taken away, with the mask that sums and differences need as well.
	private Expression shiftedSigned(int bits, Expression a, int by) {
		if (by == 0) {
			return a;
		}
		long highest = highest(bits);
		if (by == bits - 1) {
			return spread(bits, xor(a, and(a, constant(lower(bits)))));
		}
		long sign = highest >>> by;
		Expression moved = and(down(a, by), constant(((1L << bits) - 1 >>> by) * ones(bits)));
		return xor(sub(xor(moved, constant(highest | sign)), constant(sign)), constant(highest));
	}

	// The highest bit of each lane in all places that it has been moved through.
	private Expression signed(int bits, Expression a, Expression shifted, Expression by) {
		Expression signs = this.code.once(and(a, constant(highest(bits))));
		return or(shifted, sub(Trees.moved(signs, 1), numeric(NumericOp.I64_SHR_U, signs, by)));
	}

	// By the same number everywhere, as many lanes at once as there is room for. Else
	// each lane by itself: what is multiplied where it is stays there, and lanes above
	// it do not matter.
	private Expression product(Vector node, Expression a, Expression b) {
		if (b instanceof Constant constant && isSame(constant.bits())) {
			return product(node, a, constant.bits() & 0xFFFF);
		}
		if (a instanceof Constant constant && isSame(constant.bits())) {
			return product(node, b, constant.bits() & 0xFFFF);
		}
		Expression product = and(multiplied(a, b), constant(0xFFFF));
		for (int lane = 1; lane < 4; lane++) {
			int place = lane * Short.SIZE;
			long mask = 0xFFFFL << place;
			Expression next = multiplied(and(a, constant(mask)), down(b, place));
			product = or(product, (lane == 3) ? next : and(next, constant(mask)));
		}
		return product;
	}

	private Expression product(Vector node, Expression a, long factor) {
		if (this.widths.productFits(node)) {
			return multiplied(a, constant(factor));
		}
		Expression even = and(multiplied(and(a, constant(EVEN_SHORTS)), constant(factor)), constant(EVEN_SHORTS));
		Expression odd = multiplied(and(down(a, Short.SIZE), constant(EVEN_SHORTS)), constant(factor));
		return or(even, Trees.moved(and(odd, constant(EVEN_SHORTS)), Short.SIZE));
	}

	private static boolean isSame(long factors) {
		return (factors & 0xFFFF) * SHORTS == factors;
	}

	/// Whether all lanes of a half, which is nonzero then, are true.
	Expression allTrue(int bits, Expression half) {
		Expression lanes = this.code.once(half);
		Expression nonzero = or(add(and(lanes, constant(lower(bits))), constant(lower(bits))), lanes);
		return numeric(NumericOp.I64_EQ, and(nonzero, constant(highest(bits))), constant(highest(bits)));
	}

	/// The highest bit of each lane of a half, side by side. The product moves each of
	/// them to its place among the highest bits.
	static Expression bitmask(int bits, Expression half) {
		Expression signs = down(and(half, constant(highest(bits))), bits - 1);
		long places = (bits == Byte.SIZE) ? 0x0102_0408_1020_4080L : 0x0001_0002_0004_0008L;
		Expression mask = Trees.intAt(multiplied(signs, constant(places)), (bits == Byte.SIZE) ? 56 : 48);
		return (bits == Byte.SIZE) ? mask : Trees.and(mask, Trees.constant(0xF));
	}

	/// The bytes of half a half, as four lanes of 16 bits.
	/// @param bytes a `long` of which the lower half counts
	Expression extended(Expression bytes, boolean signed) {
		Expression four = this.code.once(and(bytes, constant(0xFFFF_FFFFL)));
		Expression pairs = this.code.once(and(or(four, Trees.moved(four, Short.SIZE)), constant(EVEN_SHORTS)));
		Expression lanes = and(or(pairs, Trees.moved(pairs, Byte.SIZE)), constant(0xFF * SHORTS));
		if (!signed) {
			return lanes;
		}
		Expression unsigned = this.code.once(lanes);
		Expression signs = this.code.once(and(unsigned, constant(0x80 * SHORTS)));
		return or(unsigned, sub(Trees.moved(signs, 9), Trees.moved(signs, 1)));
	}

	/// The sums of the two bytes in each lane of 16 bits. With a sign, bytes are made
	/// larger by 128 first.
	Expression pairSums(Expression half, boolean signed) {
		Expression bytes = signed ? this.code.once(xor(half, constant(highest(Byte.SIZE)))) : half;
		Expression sums = add(and(bytes, constant(0xFF * SHORTS)),
				and(down(bytes, Byte.SIZE), constant(0xFF * SHORTS)));
		return signed ? difference(Short.SIZE, this.code.once(sums), constant(0x100 * SHORTS)) : sums;
	}

	/// The lower bytes of eight lanes of 16 bits.
	Expression packed(Expression low, Expression high) {
		return or(packed(low), Trees.moved(packed(high), Integer.SIZE));
	}

	private Expression packed(Expression lanes) {
		Expression bytes = this.code.once(and(lanes, constant(0xFF * SHORTS)));
		Expression pairs = this.code.once(and(or(bytes, down(bytes, Byte.SIZE)), constant(EVEN_SHORTS)));
		return and(or(pairs, down(pairs, Short.SIZE)), constant(0xFFFF_FFFFL));
	}

	/// Four lanes of 16 bits, of which those that are out of range have become the
	/// nearest byte.
	Expression saturated(Expression half, boolean signed) {
		Expression lanes = this.code.once(half);
		return signed ? signedBytes(lanes) : unsignedBytes(lanes);
	}

	// What is out of range has bits beyond the seventh that are not the sign.
	private Expression signedBytes(Expression lanes) {
		Expression signs = this.code.once(spread(Short.SIZE, and(lanes, constant(highest(Short.SIZE)))));
		Expression magnitude = this.code.once(xor(lanes, signs));
		Expression beyond = and(magnitude, constant(0x7F80 * SHORTS));
		Expression large = and(add(beyond, constant(0x7F80 * SHORTS)), constant(highest(Short.SIZE)));
		return xor(and(or(magnitude, spread(Short.SIZE, large)), constant(0x7F * SHORTS)), signs);
	}

	// What is negative becomes zero, what has bits beyond the eighth 255.
	private Expression unsignedBytes(Expression lanes) {
		Expression negative = spread(Short.SIZE, and(lanes, constant(highest(Short.SIZE))));
		Expression beyond = and(lanes, constant(0x7F00 * SHORTS));
		Expression large = and(add(beyond, constant(0x7F00 * SHORTS)), constant(highest(Short.SIZE)));
		return and(or(lanes, spread(Short.SIZE, large)), not(negative));
	}

	/// The bytes of a constant table that indices name.
	///
	/// Each bit of an index, spread over its lane, is a factor, and the result the sum
	/// without carries of products of these and coefficients, which follow from the
	/// table. So all lanes are looked up at once, without a branch or a load.
	/// @param within whether all indices are within the table; else zero is found
	Expression found(VectorConstant table, Expression indices, boolean within) {
		Expression[] bits = new Expression[TABLE_WIDTH];
		for (int bit = 0; bit < bits.length; bit++) {
			Expression lowest = this.code.once(and(down(indices, bit), constant(BYTES)));
			bits[bit] = this.code.once(sub(Trees.moved(lowest, Byte.SIZE), lowest));
		}
		Expression found = polynomial(coefficients(table), 0, bits, TABLE_WIDTH);
		if (within) {
			return found;
		}
		Expression beyond = or(add(and(indices, constant(0x70 * BYTES)), constant(0x70 * BYTES)), indices);
		return and(found, not(spread(Byte.SIZE, and(beyond, constant(highest(Byte.SIZE))))));
	}

	// Each is the sum of the values for all subsets of the bits of its place.
	private static int[] coefficients(VectorConstant table) {
		int[] coefficients = new int[1 << TABLE_WIDTH];
		for (int place = 0; place < coefficients.length; place++) {
			long half = (place < Long.BYTES) ? table.low() : table.high();
			coefficients[place] = (int) (half >>> place % Long.BYTES * Byte.SIZE) & 0xFF;
		}
		for (int bit = 1; bit < coefficients.length; bit <<= 1) {
			for (int place = 0; place < coefficients.length; place++) {
				coefficients[place] ^= ((place & bit) != 0) ? coefficients[place ^ bit] : 0;
			}
		}
		return coefficients;
	}

	private static Expression polynomial(int[] coefficients, int from, Expression[] bits, int count) {
		if (count == 0) {
			return constant(coefficients[from] * BYTES);
		}
		int half = 1 << count - 1;
		return xor(polynomial(coefficients, from, bits, count - 1),
				and(bits[count - 1], polynomial(coefficients, from + half, bits, count - 1)));
	}

	private static long ones(int bits) {
		return (bits == Byte.SIZE) ? BYTES : SHORTS;
	}

	private static long highest(int bits) {
		return ones(bits) << bits - 1;
	}

	private static long lower(int bits) {
		return ~highest(bits);
	}

	private static Expression add(Expression one, Expression other) {
		return numeric(NumericOp.I64_ADD, one, other);
	}

	private static Expression sub(Expression one, Expression other) {
		return numeric(NumericOp.I64_SUB, one, other);
	}

	private static Expression multiplied(Expression one, Expression other) {
		return numeric(NumericOp.I64_MUL, one, other);
	}

	private static Expression and(Expression one, Expression other) {
		return Trees.and(one, other);
	}

	private static Expression or(Expression one, Expression other) {
		return Trees.or(one, other);
	}

	private static Expression xor(Expression one, Expression other) {
		return Trees.xor(one, other);
	}

	private static Expression not(Expression bits) {
		return Trees.not(bits);
	}

	private static Expression down(Expression bits, int count) {
		return Trees.moved(bits, -count);
	}

	private static Expression numeric(NumericOp op, Expression... operands) {
		return Trees.numeric(op, operands);
	}

	private static Expression constant(long value) {
		return Trees.constant(value);
	}

}
