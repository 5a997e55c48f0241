package dev.graft.compiler.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.ir.VectorConstant;
import dev.graft.compiler.op.VectorOp;
import org.jspecify.annotations.Nullable;

/// Adds bytes as bytes that are so small that the sum is one, and extends the sum.
///
/// A loop that counts something compares sixteen or eight bytes at a time, in vectors of
/// which four bytes are extended to 32 bits and added. Here all of them are compared at
/// once, added within `long`s, and only the sum of the parts is extended. What compares is
/// minus one where it is extended with its sign, which is subtracted.
///
/// ```
///   v2:V = (i32x4.extend_low_i16x8_u (i16x8.extend_low_i8x16_u v1))
///   v3:V = (v128.and v2 00000001…)                           ×4, and four additions to v4
///
///   v2:V = (i32x4.extend_low_i16x8_s (i16x8.extend_low_i8x16_s v1))
///   v4:V = (i32x4.sub v3 v2)                                 ×4 or ×2
/// ```
final class ByteSums {

	private static final int BYTES = 16;

	private static final int MOST_PARTS = 4;

	private static final int PART_BYTES = 4;

	private static final int MOST_DEPTH = 8;

	private static final int BYTE_MASK = 0xFF;

	private static final long INT_MASK = 0xFFFF_FFFFL;

	private final Definitions definitions;

	private final List<Statement> emitted;

	/// @param emitted takes what the sum is computed from
	ByteSums(Definitions definitions, List<Statement> emitted) {
		this.definitions = definitions;
		this.emitted = emitted;
	}

	/// The same sum, null if there are no two or four vectors of bytes among what is
	/// added or subtracted.
	@Nullable Vector summed(Vector sum) {
		if (!isSum(sum)) {
			return null;
		}
		List<Expression> others = new ArrayList<>();
		List<Term> terms = new ArrayList<>();
		collect(sum, others, terms, 0);
		int parts = terms.size();
		if (parts != MOST_PARTS && parts != MOST_PARTS / 2 || others.size() != 1) {
			return null;
		}
		int mask = terms.getFirst().mask;
		boolean small = parts * mask <= BYTE_MASK && terms.stream().allMatch((term) -> term.mask == mask);
		Expression bytes = small ? together(terms.stream().map(Term::bytes).toList()) : null;
		return (bytes != null) ? total(bytes, parts, mask, others.getFirst()) : null;
	}

	private Vector total(Expression bytes, int parts, int mask, Expression other) {
		long low = mask * 0x0101_0101_0101_0101L;
		Expression masked = emit(
				Vector.of(VectorOp.V128_AND, 0, bytes, new VectorConstant(low, (parts == MOST_PARTS) ? low : 0)));
		Expression pairs = (parts == MOST_PARTS) ? withUpper(masked) : masked;
		Expression odd = emit(Vector.of(VectorOp.I64X2_SHR_U, 0, pairs, Constant.ofInt(Integer.SIZE)));
		Expression all = emit(Vector.of(VectorOp.I8X16_ADD, 0, pairs, odd));
		Expression shorts = emit(Vector.of(VectorOp.I16X8_EXTEND_LOW_I8X16_U, 0, all));
		return Vector.of(VectorOp.I32X4_ADD, 0, other, emit(Vector.of(VectorOp.I32X4_EXTEND_LOW_I16X8_U, 0, shorts)));
	}

	private Expression withUpper(Expression bytes) {
		byte[] swapped = new byte[BYTES];
		for (int place = 0; place < BYTES; place++) {
			swapped[place] = (byte) ((place + Long.BYTES) % BYTES);
		}
		return emit(Vector.of(VectorOp.I8X16_ADD, 0, bytes, emit(Vector.shuffle(swapped, bytes, bytes))));
	}

	private Expression emit(Vector value) {
		Assign assign = this.definitions.temporary(value);
		this.emitted.add(assign);
		return Read.of(assign.variable());
	}

	// Whoever subtracts anything else than what is counted does not add.
	private boolean isSum(Vector vector) {
		return vector.op() == VectorOp.I32X4_ADD
				|| vector.op() == VectorOp.I32X4_SUB && counted(vector.operand(1)) != null;
	}

	private void collect(Vector sum, List<Expression> others, List<Term> terms, int depth) {
		for (int number = 0; number < 2; number++) {
			Expression addend = sum.operand(number);
			Vector definition = this.definitions.of(addend);
			boolean subtracted = number == 1 && sum.op() == VectorOp.I32X4_SUB;
			Term term = subtracted ? counted(addend) : term(addend, BYTE_MASK);
			if (term != null) {
				terms.add(term);
			}
			else if (definition != null && isSum(definition) && depth < MOST_DEPTH) {
				collect(definition, others, terms, depth + 1);
			}
			else {
				others.add(addend);
			}
		}
	}

	// Minus one, extended with its sign, or zero: subtracted, that is a one.
	private @Nullable Term counted(Expression subtrahend) {
		Vector ints = this.definitions.of(subtrahend);
		Vector shorts = (ints != null && ints.op() == VectorOp.I32X4_EXTEND_LOW_I16X8_S)
				? this.definitions.of(ints.operand(0)) : null;
		return (shorts != null && shorts.op() == VectorOp.I16X8_EXTEND_LOW_I8X16_S
				&& this.definitions.widths().areMasks(shorts.operand(0), Byte.SIZE)) ? new Term(shorts.operand(0), 1)
						: null;
	}

	private @Nullable Term term(Expression addend, int mask) {
		Vector definition = this.definitions.of(addend);
		if (definition == null) {
			return null;
		}
		if (definition.op() == VectorOp.V128_AND) {
			return masked(definition, mask);
		}
		Vector shorts = (definition.op() == VectorOp.I32X4_EXTEND_LOW_I16X8_U)
				? this.definitions.of(definition.operand(0)) : null;
		return (shorts != null && shorts.op() == VectorOp.I16X8_EXTEND_LOW_I8X16_U) ? new Term(shorts.operand(0), mask)
				: null;
	}

	// Of bits that are masked twice, those of both masks are left.
	private @Nullable Term masked(Vector and, int mask) {
		for (int number = 0; number < 2; number++) {
			if (and.operand(number) instanceof VectorConstant constant && constant.low() == constant.high()
					&& (constant.low() & BYTE_MASK) * 0x1_0000_0001L == constant.low()) {
				return term(and.operand(1 - number), (int) constant.low() & mask);
			}
		}
		return null;
	}

	// The first four bytes of two or four vectors, as one.
	private @Nullable Expression together(List<Expression> parts) {
		Expression whole = whole(parts);
		if (whole != null) {
			return whole;
		}
		if (parts.stream().allMatch((part) -> Definitions.isSame(part, parts.getFirst()))) {
			return repeated(parts.getFirst());
		}
		if (parts.stream().allMatch(VectorConstant.class::isInstance)) {
			return constant(parts.stream().map(VectorConstant.class::cast).toList());
		}
		Vector first = this.definitions.of(parts.getFirst());
		List<Vector> vectors = parts.stream().map(this.definitions::of).filter(Objects::nonNull).toList();
		if (first == null || vectors.size() < parts.size() || !isBytewise(first.op())
				|| !vectors.stream().allMatch((vector) -> vector.op() == first.op())) {
			return null;
		}
		Expression[] operands = new Expression[first.operandCount()];
		for (int number = 0; number < operands.length; number++) {
			int operand = number;
			Expression together = together(vectors.stream().map((vector) -> vector.operand(operand)).toList());
			if (together == null) {
				return null;
			}
			operands[number] = together;
		}
		return emit(Vector.of(first.op(), 0, operands));
	}

	private @Nullable Expression whole(List<Expression> parts) {
		Definitions.Origin first = this.definitions.origin(parts.getFirst(), 0);
		if (first == null || first.place() != 0) {
			return null;
		}
		for (int place = 1; place < PART_BYTES * parts.size(); place++) {
			Definitions.Origin expected = new Definitions.Origin(first.vector(), place);
			if (!expected.equals(this.definitions.origin(parts.get(place / PART_BYTES), place % PART_BYTES))) {
				return null;
			}
		}
		return Read.of(first.vector());
	}

	private Expression repeated(Expression part) {
		byte[] places = new byte[BYTES];
		for (int place = 0; place < BYTES; place++) {
			places[place] = (byte) (place % PART_BYTES);
		}
		return emit(Vector.shuffle(places, part, part));
	}

	private static VectorConstant constant(List<VectorConstant> parts) {
		long[] halves = new long[2];
		for (int number = 0; number < parts.size(); number++) {
			halves[number / 2] |= (parts.get(number).low() & INT_MASK) << number % 2 * Integer.SIZE;
		}
		return new VectorConstant(halves[0], halves[1]);
	}

	private static boolean isBytewise(VectorOp op) {
		return switch (op) {
			case I8X16_EQ, I8X16_NE, I8X16_LT_S, I8X16_LT_U, I8X16_GT_S, I8X16_GT_U, I8X16_LE_S, I8X16_LE_U, I8X16_GE_S,
					I8X16_GE_U, I8X16_ADD, I8X16_SUB, I8X16_MIN_S, I8X16_MIN_U, I8X16_MAX_S, I8X16_MAX_U, I8X16_POPCNT,
					V128_AND, V128_ANDNOT, V128_OR, V128_XOR, V128_NOT, V128_BITSELECT ->
				true;
			default -> false;
		};
	}

	/// Four bytes that are extended and added.
	///
	/// @param bytes a vector that begins with them
	/// @param mask what of them is added
	private record Term(Expression bytes, int mask) {
	}

}
