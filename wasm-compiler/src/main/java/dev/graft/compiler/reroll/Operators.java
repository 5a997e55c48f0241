package dev.graft.compiler.reroll;

import java.util.Arrays;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.op.NumericOp;
import dev.graft.compiler.op.VectorOp;

/// What vector operators do with lanes of integers.
final class Operators {

	private static final int NAME = "i8x16.".length();

	private final Terms terms;

	private final Tables tables;

	Operators(Terms terms) {
		this.terms = terms;
		this.tables = new Tables(terms);
	}

	/// A vector from vectors.
	/// @param node the operator, with constants for shift counts
	/// @param operands its operands that are vectors
	/// @throws UnevenException if what it does with lanes is not known here
	Bits vector(Vector node, Bits... operands) {
		VectorOp op = node.op();
		return switch (op) {
			case I8X16_SHUFFLE -> Bits.shuffled(this.terms, node, operands);
			case V128_AND -> bitwise(operands, this.terms::and);
			case V128_OR -> bitwise(operands, this.terms::or);
			case V128_XOR -> bitwise(operands, this.terms::xor);
			case V128_ANDNOT -> bitwise(operands, (one, other) -> this.terms.and(one, this.terms.not(other)));
			case V128_NOT ->
				Bits.bitwise(operands[0].laneBytes(), (bytes, index) -> this.terms.not(operands[0].lane(bytes, index)));
			case I8X16_SWIZZLE -> swizzled(operands[0], operands[1]);
			case V128_BITSELECT -> {
				int laneBytes = Math.max(operands[2].laneBytes(),
						Math.max(operands[0].laneBytes(), operands[1].laneBytes()));
				yield Bits.bitwise(laneBytes, (bytes, index) -> this.terms.select(operands[0].lane(bytes, index),
						operands[1].lane(bytes, index), operands[2].lane(bytes, index)));
			}
			default -> {
				NumericOp real = Reals.ofLanes(op);
				yield (real != null) ? reals(real, operands) : lanes(node, operands);
			}
		};
	}

	private Bits reals(NumericOp op, Bits[] operands) {
		return Bits.of(this.terms, Integer.BYTES, (lane) -> this.terms.real(op,
				Arrays.stream(operands).map((operand) -> operand.lane(Integer.BYTES, lane)).toArray(Term[]::new)));
	}

	private Bits swizzled(Bits numbers, Bits indices) {
		for (int number = 0; number < Bits.VECTOR_BYTES; number++) {
			if (!numbers.lane(1, number).isConstant()) {
				throw new UnevenException("swizzle");
			}
		}
		return Bits.of(this.terms, 1, (lane) -> simplified(1, this.terms.found(numbers, indices.lane(1, lane))));
	}

	private static Bits bitwise(Bits[] operands, BinaryOperator<Term> operator) {
		return Bits.bitwise(Math.max(operands[0].laneBytes(), operands[1].laneBytes()),
				(bytes, index) -> operator.apply(operands[0].lane(bytes, index), operands[1].lane(bytes, index)));
	}

	/// How wide the lanes of an operator's result are.
	static int laneBytes(VectorOp op) {
		String mnemonic = op.mnemonic();
		if (mnemonic.startsWith("i8x16.")) {
			return 1;
		}
		if (mnemonic.startsWith("i16x8.")) {
			return 2;
		}
		if (mnemonic.startsWith("i32x4.")) {
			return Integer.BYTES;
		}
		throw new UnevenException(mnemonic);
	}

	private Bits lanes(Vector node, Bits[] operands) {
		int bytes = laneBytes(node.op());
		String name = node.op().mnemonic().substring(NAME);
		boolean signed = name.endsWith("_s");
		return switch (name.replaceFirst("_i\\d+x\\d+_[su]$", "")) {
			case "extend_low" -> widened(bytes, signed, 0, operands);
			case "extend_high" -> widened(bytes, signed, Bits.VECTOR_BYTES / bytes, operands);
			case "extmul_low" -> widened(bytes, signed, 0, operands);
			case "extmul_high" -> widened(bytes, signed, Bits.VECTOR_BYTES / bytes, operands);
			case "extadd_pairwise", "dot" -> pairwise(bytes, signed, operands);
			case "narrow" -> narrowed(bytes, signed, operands);
			default -> (operands.length == 1) ? unary(name, bytes, shift(node, bytes), operands[0])
					: binary(name, bytes, operands);
		};
	}

	private static int shift(Vector node, int bytes) {
		if (node.operandCount() == 1) {
			return 0;
		}
		if (node.operand(1) instanceof Constant constant) {
			return (int) constant.bits() & (bytes * Byte.SIZE - 1);
		}
		throw new UnevenException(node.op().mnemonic());
	}

	private Bits widened(int bytes, boolean signed, int first, Bits[] operands) {
		return Bits.of(this.terms, bytes, (lane) -> product(bytes / 2, signed, first + lane, operands));
	}

	private Bits pairwise(int bytes, boolean signed, Bits[] operands) {
		return Bits.of(this.terms, bytes,
				(lane) -> this.terms.sumOfParts(product(bytes / 2, signed, 2 * lane, operands),
						product(bytes / 2, signed, 2 * lane + 1, operands), bytes / 2 * Byte.SIZE));
	}

	// The product of two lanes, or the only one.
	private Term product(int bytes, boolean signed, int lane, Bits[] operands) {
		Term one = this.terms.extended(operands[0].lane(bytes, lane), bytes * Byte.SIZE, signed);
		return (operands.length == 1) ? one
				: this.terms.mul(one, this.terms.extended(operands[1].lane(bytes, lane), bytes * Byte.SIZE, signed));
	}

	private Bits narrowed(int bytes, boolean signed, Bits[] operands) {
		int bits = bytes * Byte.SIZE;
		int least = signed ? -1 << (bits - 1) : 0;
		int most = signed ? ~least : (1 << bits) - 1;
		int half = Bits.HALF_BYTES / bytes;
		return Bits.of(this.terms, bytes, (lane) -> this.terms
			.clamped(this.terms.signed(operands[lane / half].lane(2 * bytes, lane % half), 2 * bits), least, most));
	}

	private Bits unary(String name, int bytes, int count, Bits operand) {
		int bits = bytes * Byte.SIZE;
		UnaryOperator<Term> operator = switch (name) {
			case "neg" -> (lane) -> this.terms.sub(this.terms.constant(0), lane);
			case "abs" -> (lane) -> {
				Term value = this.terms.signed(lane, bits);
				return this.terms.max(value, this.terms.sub(this.terms.constant(0), value));
			};
			case "popcnt" -> (lane) -> this.terms.population(this.terms.unsigned(lane, bits));
			case "shl" -> (lane) -> this.terms.shl(lane, count);
			case "shr_s" -> (lane) -> this.terms.shrS(this.terms.signed(lane, bits), count);
			case "shr_u" -> (lane) -> this.terms.bits(this.terms.unsigned(lane, bits), count, -1 >>> count);
			default -> throw new UnevenException(name);
		};
		return Bits.of(this.terms, bytes, (lane) -> operator.apply(operand.lane(bytes, lane)));
	}

	private Bits binary(String name, int bytes, Bits[] operands) {
		BinaryOperator<Term> operator = binary(name, bytes * Byte.SIZE);
		return Bits.of(this.terms, bytes, (lane) -> {
			Term result = operator.apply(operands[0].lane(bytes, lane), operands[1].lane(bytes, lane));
			return simplified(bytes, result);
		});
	}

	// What is looked up has been a byte.
	private Term simplified(int bytes, Term term) {
		return (bytes == 1) ? this.tables.simplified(term) : term;
	}

	private BinaryOperator<Term> binary(String name, int bits) {
		int least = -1 << (bits - 1);
		return switch (name) {
			case "add" -> this.terms::add;
			case "sub" -> this.terms::sub;
			case "mul" -> this.terms::mul;
			case "min_s" -> extended(bits, true, this.terms::min);
			case "max_s" -> extended(bits, true, this.terms::max);
			case "min_u" -> unsigned(bits, this.terms::min);
			case "max_u" -> unsigned(bits, this.terms::max);
			case "eq" -> compared(NumericOp.I32_EQ, bits, false);
			case "ne" -> compared(NumericOp.I32_NE, bits, false);
			case "lt_s" -> compared(NumericOp.I32_LT_S, bits, true);
			case "gt_s" -> compared(NumericOp.I32_GT_S, bits, true);
			case "le_s" -> compared(NumericOp.I32_LE_S, bits, true);
			case "ge_s" -> compared(NumericOp.I32_GE_S, bits, true);
			case "lt_u" -> comparedUnsigned(NumericOp.I32_LT_S, NumericOp.I32_LT_U, bits);
			case "gt_u" -> comparedUnsigned(NumericOp.I32_GT_S, NumericOp.I32_GT_U, bits);
			case "le_u" -> comparedUnsigned(NumericOp.I32_LE_S, NumericOp.I32_LE_U, bits);
			case "ge_u" -> comparedUnsigned(NumericOp.I32_GE_S, NumericOp.I32_GE_U, bits);
			case "add_sat_s" ->
				extended(bits, true, (one, other) -> this.terms.clamped(this.terms.add(one, other), least, ~least));
			case "sub_sat_s" ->
				extended(bits, true, (one, other) -> this.terms.clamped(this.terms.sub(one, other), least, ~least));
			case "add_sat_u" -> extended(bits, false,
					(one, other) -> this.terms.min(this.terms.add(one, other), this.terms.constant((1 << bits) - 1)));
			case "sub_sat_u" -> extended(bits, false,
					(one, other) -> this.terms.max(this.terms.sub(one, other), this.terms.constant(0)));
			case "avgr_u" -> extended(bits, false, (one, other) -> this.terms
				.bits(this.terms.add(this.terms.add(one, other), this.terms.constant(1)), 1, -1 >>> 1));
			default -> throw new UnevenException(name);
		};
	}

	private BinaryOperator<Term> extended(int bits, boolean signed, BinaryOperator<Term> operator) {
		return (one, other) -> operator.apply(this.terms.extended(one, bits, signed),
				this.terms.extended(other, bits, signed));
	}

	private BinaryOperator<Term> compared(NumericOp comparison, int bits, boolean signed) {
		return extended(bits, signed, (one, other) -> this.terms.mask(comparison, one, other));
	}

	// As signed numbers if neither is negative.
	private BinaryOperator<Term> comparedUnsigned(NumericOp signed, NumericOp unsigned, int bits) {
		return extended(bits, false, (one, other) -> (one.least() >= 0 && other.least() >= 0)
				? this.terms.mask(signed, one, other) : this.terms.maskUnsigned(unsigned, one, other));
	}

	// Numbers that could be taken for negative ones are compared with their first bit
	// inverted.
	private BinaryOperator<Term> unsigned(int bits, BinaryOperator<Term> operator) {
		return extended(bits, false, (one, other) -> {
			if (one.least() >= 0 && other.least() >= 0) {
				return operator.apply(one, other);
			}
			Term sign = this.terms.constant(Integer.MIN_VALUE);
			return this.terms.xor(operator.apply(this.terms.xor(one, sign), this.terms.xor(other, sign)), sign);
		});
	}

}
