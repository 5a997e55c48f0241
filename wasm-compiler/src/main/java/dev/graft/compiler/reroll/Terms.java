package dev.graft.compiler.reroll;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.MemoryAccessOp;
import dev.graft.compiler.op.NumericOp;
import dev.graft.compiler.reroll.Term.Head;
import dev.graft.compiler.reroll.Term.Place;
import org.jspecify.annotations.Nullable;

/// Makes terms, in the simplest form that is plain to see: what is known of the range of
/// a number leaves nothing of most extensions, masks and saturations that vectors need.
final class Terms {

	private static final int BYTE = 0xFF;

	private static final int SHORT = 0xFFFF;

	/// How many variables a sum may have.
	private static final int MOST_TIMES = 64;

	private record Key(Head head, List<Integer> operands) {
	}

	private record Piece(Term term, int shift, int mask) {
	}

	private final Map<Key, Term> terms = new HashMap<>();

	private final Map<Piece, Term> pieces = new HashMap<>();

	private Term term(Head head, long least, long most, Term... operands) {
		boolean fits = least >= Integer.MIN_VALUE && most <= Integer.MAX_VALUE;
		boolean carried = head instanceof Head.Carried;
		boolean moves = head instanceof Head.Loaded || head instanceof Head.Counted || carried;
		List<Integer> ids = new ArrayList<>(operands.length);
		for (Term operand : operands) {
			ids.add(operand.id());
			moves |= operand.moves();
			carried |= operand.carried();
		}
		boolean moving = moves;
		boolean carrying = carried;
		return this.terms.computeIfAbsent(new Key(head, ids),
				(key) -> new Term(this.terms.size(), head, List.of(operands), fits ? (int) least : Integer.MIN_VALUE,
						fits ? (int) most : Integer.MAX_VALUE, moving, carrying));
	}

	private Term operation(NumericOp op, long least, long most, Term... operands) {
		return term(new Head.Operation(op), least, most, operands);
	}

	private Term full(NumericOp op, Term... operands) {
		return operation(op, Integer.MIN_VALUE, Integer.MAX_VALUE, operands);
	}

	Term constant(int value) {
		return term(new Head.Fixed(value), value, value);
	}

	Term variable(Variable variable) {
		return sum(List.of(variable), 0);
	}

	private Term sum(List<Variable> variables, int constant) {
		return variables.isEmpty() ? constant(constant)
				: term(new Head.Sum(variables, constant), Integer.MIN_VALUE, Integer.MAX_VALUE);
	}

	Term given(Variable vector, int bytes, int lane) {
		return lane(new Head.Given(vector, bytes, lane), bytes);
	}

	Term carried(Variable vector, int bytes, int lane) {
		return lane(new Head.Carried(vector, bytes, lane), bytes);
	}

	Term counted(Variable vector, int bytes, int lane) {
		return term(new Head.Counted(vector, bytes, lane), Integer.MIN_VALUE, Integer.MAX_VALUE);
	}

	private Term lane(Head head, int bytes) {
		boolean whole = bytes == Integer.BYTES;
		return term(head, whole ? Integer.MIN_VALUE : 0, whole ? Integer.MAX_VALUE : ones(bytes * Byte.SIZE));
	}

	/// What is at a place: one, two or four bytes, not extended by their sign.
	Term loaded(Place place, int bytes) {
		return switch (bytes) {
			case 1 -> loaded(MemoryAccessOp.I32_LOAD8_U, place);
			case 2 -> loaded(MemoryAccessOp.I32_LOAD16_U, place);
			default -> loaded(MemoryAccessOp.I32_LOAD, place);
		};
	}

	private Term loaded(MemoryAccessOp op, Place place) {
		return switch (op) {
			case I32_LOAD8_U -> term(new Head.Loaded(op, place), 0, BYTE);
			case I32_LOAD16_U -> term(new Head.Loaded(op, place), 0, SHORT);
			case I32_LOAD8_S -> term(new Head.Loaded(op, place), Byte.MIN_VALUE, Byte.MAX_VALUE);
			case I32_LOAD16_S -> term(new Head.Loaded(op, place), Short.MIN_VALUE, Short.MAX_VALUE);
			default -> term(new Head.Loaded(op, place), Integer.MIN_VALUE, Integer.MAX_VALUE);
		};
	}

	/// The lower bits, the others zero.
	Term unsigned(Term term, int bits) {
		if (bits == Integer.SIZE || term.least() >= 0 && term.most() <= ones(bits)) {
			return term;
		}
		if (term.head() instanceof Head.Loaded loaded && loaded.op().bytes() * Byte.SIZE >= bits) {
			return loaded(loaded.place(), bits / Byte.SIZE);
		}
		return bits(term, 0, ones(bits));
	}

	/// The lower bits, the others as their sign.
	Term signed(Term term, int bits) {
		int half = 1 << (bits - 1);
		if (bits == Integer.SIZE || term.least() >= -half && term.most() < half) {
			return term;
		}
		if (term.isConstant()) {
			return constant((bits == Byte.SIZE) ? (byte) term.value() : (short) term.value());
		}
		Term lower = bits(term, 0, ones(bits));
		if (lower.head() instanceof Head.Loaded loaded && loaded.op().bytes() * Byte.SIZE == bits) {
			return loaded((bits == Byte.SIZE) ? MemoryAccessOp.I32_LOAD8_S : MemoryAccessOp.I32_LOAD16_S,
					loaded.place());
		}
		return operation((bits == Byte.SIZE) ? NumericOp.I32_EXTEND8_S : NumericOp.I32_EXTEND16_S, -half, half - 1,
				term);
	}

	Term extended(Term term, int bits, boolean signed) {
		return signed ? signed(term, bits) : unsigned(term, bits);
	}

	private static int ones(int bits) {
		return (bits == Integer.SIZE) ? -1 : (1 << bits) - 1;
	}

	Term add(Term one, Term other) {
		if (one.isConstant() && other.isConstant()) {
			return constant(one.value() + other.value());
		}
		if (other.isConstant(0)) {
			return one;
		}
		if (one.isConstant(0)) {
			return other;
		}
		if (isSum(one) && isSum(other)) {
			return sum(one, other);
		}
		return operation(NumericOp.I32_ADD, (long) one.least() + other.least(), (long) one.most() + other.most(), one,
				other);
	}

	private static boolean isSum(Term term) {
		return term.isConstant() || term.head() instanceof Head.Sum;
	}

	private Term sum(Term one, Term other) {
		List<Variable> variables = new ArrayList<>();
		int constant = 0;
		for (Term term : List.of(one, other)) {
			if (term.head() instanceof Head.Sum sum) {
				variables.addAll(sum.variables());
				constant += sum.constant();
			}
			else {
				constant += term.value();
			}
		}
		variables.sort((first, second) -> Integer.compare(first.index(), second.index()));
		return sum(List.copyOf(variables), constant);
	}

	// A sum so many times, as addresses are computed from a counter: each variable as
	// often. Null if it is none, or too large.
	private @Nullable Term multiple(Term term, int factor) {
		if (!(term.head() instanceof Head.Sum sum) || factor < 0 || factor > MOST_TIMES
				|| sum.variables().size() * factor > MOST_TIMES) {
			return null;
		}
		List<Variable> variables = new ArrayList<>();
		sum.variables().forEach((variable) -> variables.addAll(Collections.nCopies(factor, variable)));
		return sum(List.copyOf(variables), sum.constant() * factor);
	}

	Term sub(Term one, Term other) {
		if (other.isConstant()) {
			return add(one, constant(-other.value()));
		}
		if (other.is(NumericOp.I32_SUB) && other.operand(0).isConstant(0)) {
			return add(one, other.operand(1));
		}
		return operation(NumericOp.I32_SUB, (long) one.least() - other.most(), (long) one.most() - other.least(), one,
				other);
	}

	Term mul(Term one, Term other) {
		if (one.isConstant() && other.isConstant()) {
			return constant(one.value() * other.value());
		}
		if (one.isConstant(0) || other.isConstant(1)) {
			return one;
		}
		if (other.isConstant(0) || one.isConstant(1)) {
			return other;
		}
		Term multiple = one.isConstant() ? multiple(other, one.value())
				: other.isConstant() ? multiple(one, other.value()) : null;
		if (multiple != null) {
			return multiple;
		}
		long[] products = { (long) one.least() * other.least(), (long) one.least() * other.most(),
				(long) one.most() * other.least(), (long) one.most() * other.most() };
		long least = products[0];
		long most = products[0];
		for (long product : products) {
			least = Math.min(least, product);
			most = Math.max(most, product);
		}
		return operation(NumericOp.I32_MUL, least, most, one, other);
	}

	Term and(Term one, Term other) {
		if (other.isConstant()) {
			return bits(one, 0, other.value());
		}
		if (one.isConstant()) {
			return bits(other, 0, one.value());
		}
		if (one.equals(other)) {
			return one;
		}
		int most = (one.least() < 0) ? other.most()
				: (other.least() < 0) ? one.most() : Math.min(one.most(), other.most());
		boolean positive = one.least() >= 0 || other.least() >= 0;
		boolean masks = one.isMask() && other.isMask();
		return operation(NumericOp.I32_AND, positive ? 0 : masks ? -1 : Integer.MIN_VALUE,
				positive ? most : masks ? 0 : Integer.MAX_VALUE, one, other);
	}

	Term or(Term one, Term other) {
		if (one.isConstant() && other.isConstant()) {
			return constant(one.value() | other.value());
		}
		if (one.isConstant(0) || one.equals(other)) {
			return other;
		}
		if (other.isConstant(0)) {
			return one;
		}
		return combined(NumericOp.I32_OR, one, other);
	}

	Term xor(Term one, Term other) {
		if (one.isConstant() && other.isConstant()) {
			return constant(one.value() ^ other.value());
		}
		if (one.isConstant(0)) {
			return other;
		}
		if (other.isConstant(0)) {
			return one;
		}
		return combined(NumericOp.I32_XOR, one, other);
	}

	private Term combined(NumericOp op, Term one, Term other) {
		if (one.least() >= 0 && other.least() >= 0) {
			return operation(op, 0, possible(one) | possible(other), one, other);
		}
		boolean masks = one.isMask() && other.isMask();
		return masks ? operation(op, -1, 0, one, other) : full(op, one, other);
	}

	Term not(Term term) {
		return xor(term, constant(-1));
	}

	Term shl(Term term, int count) {
		if (term.isConstant() || count == 0) {
			return term.isConstant() ? constant(term.value() << count) : term;
		}
		Term multiple = multiple(term, 1 << count);
		if (multiple != null) {
			return multiple;
		}
		return operation(NumericOp.I32_SHL, (long) term.least() << count, (long) term.most() << count, term,
				constant(count));
	}

	Term shrS(Term term, int count) {
		if (term.isConstant() || count == 0) {
			return term.isConstant() ? constant(term.value() >> count) : term;
		}
		if (term.least() >= 0) {
			return bits(term, count, -1 >>> count);
		}
		return operation(NumericOp.I32_SHR_S, term.least() >> count, term.most() >> count, term, constant(count));
	}

	/// Which bits can be set.
	private static int possible(Term term) {
		return (term.least() < 0) ? -1 : ones(Integer.SIZE - Integer.numberOfLeadingZeros(term.most()));
	}

	/// `(term >>> shift) & mask`
	Term bits(Term term, int shift, int mask) {
		int possible = (possible(term) >>> shift) & mask;
		if (possible == 0) {
			return constant(0);
		}
		if (term.isConstant()) {
			return constant((term.value() >>> shift) & mask);
		}
		if (shift == 0 && possible == possible(term)) {
			return term;
		}
		Piece piece = new Piece(term, shift, possible);
		Term known = this.pieces.get(piece);
		if (known == null) {
			known = piece(term, shift, possible);
			this.pieces.put(piece, known);
		}
		return known;
	}

	private Term piece(Term term, int shift, int mask) {
		if (term.head() instanceof Head.Operation operation) {
			Term found = piece(operation.op(), term, shift, mask);
			if (found != null) {
				return found;
			}
		}
		if (term.head() instanceof Head.Loaded loaded && loaded.op() == MemoryAccessOp.I32_LOAD
				&& shift % Byte.SIZE == 0 && (mask == BYTE || mask == SHORT)) {
			return loaded(loaded.place().further(shift / Byte.SIZE), (mask == BYTE) ? 1 : 2);
		}
		int moved = possible(term) >>> shift;
		Term down = (shift == 0) ? term : operation(NumericOp.I32_SHR_U, (term.least() < 0) ? 0 : term.least() >> shift,
				(term.least() < 0) ? -1 >>> shift : term.most() >> shift, term, constant(shift));
		return (moved == mask) ? down : operation(NumericOp.I32_AND, (mask < 0) ? Integer.MIN_VALUE : 0,
				(mask < 0) ? Integer.MAX_VALUE : mask, down, constant(mask));
	}

	private @Nullable Term piece(NumericOp op, Term term, int shift, int mask) {
		Term one = term.operand(0);
		Term other = (term.operands().size() > 1) ? term.operand(1) : one;
		return switch (op) {
			case I32_OR, I32_XOR -> {
				Term first = bits(one, shift, mask);
				Term second = bits(other, shift, mask);
				yield first.isConstant(0) ? second : second.isConstant(0) ? first : null;
			}
			case I32_AND -> other.isConstant() ? bits(one, shift, mask & (other.value() >>> shift)) : null;
			case I32_SHL -> {
				int count = other.value();
				yield (shift >= count) ? bits(one, shift - count, mask & (-1 >>> shift))
						: shl(bits(one, 0, (mask >>> (count - shift)) & (-1 >>> count)), count - shift);
			}
			case I32_SHR_U -> {
				int count = other.value() + shift;
				yield (count < Integer.SIZE) ? bits(one, count, mask & (-1 >>> count)) : constant(0);
			}
			// All ones or all zeros: a comparison's result.
			case I32_SUB -> (mask == 1 && one.isConstant(0) && term.isMask()) ? other : null;
			default -> null;
		};
	}

	/// All ones where two numbers compare as an operator asks.
	Term mask(NumericOp comparison, Term one, Term other) {
		return sub(constant(0), operation(comparison, 0, 1, near(one, other), near(other, one)));
	}

	/// The same for operators that take no signs.
	Term maskUnsigned(NumericOp comparison, Term one, Term other) {
		return sub(constant(0), operation(comparison, 0, 1, one, other));
	}

	// What is the same for all elements is compared as well if it is only just beyond all
	// that the other can be, and then no difference overflows. One of them has to stay,
	// as they might pass each other if both came nearer.
	private Term near(Term term, Term other) {
		boolean stays = other.moves() || other.isConstant();
		boolean limits = stays && !term.moves() && !term.isConstant() && other.least() > Integer.MIN_VALUE
				&& other.most() < Integer.MAX_VALUE;
		return limits ? clamped(term, other.least() - 1, other.most() + 1) : term;
	}

	Term min(Term one, Term other) {
		if (one.most() <= other.least()) {
			return one;
		}
		return (other.most() <= one.least()) ? other : term(new Head.Extreme(false),
				Math.min(one.least(), other.least()), Math.min(one.most(), other.most()), one, other);
	}

	Term max(Term one, Term other) {
		if (one.least() >= other.most()) {
			return one;
		}
		if (other.least() >= one.most()) {
			return other;
		}
		boolean magnitude = isNegated(one, other) || isNegated(other, one);
		return term(new Head.Extreme(true), magnitude ? 0 : Math.max(one.least(), other.least()),
				Math.max(one.most(), other.most()), one, other);
	}

	// The least number has no opposite.
	private static boolean isNegated(Term one, Term other) {
		return one.is(NumericOp.I32_SUB) && one.operand(0).isConstant(0) && one.operand(1).equals(other)
				&& other.least() > Integer.MIN_VALUE;
	}

	/// What is between two numbers, or the nearer of them.
	Term clamped(Term term, int least, int most) {
		return min(max(term, constant(least)), constant(most));
	}

	/// Two numbers one above the other, if that is something that is as simple as they
	/// are: null otherwise.
	/// @param bits how many bits of either count
	@Nullable Term joined(Term low, Term high, int bits) {
		if (low.isConstant() && high.isConstant()) {
			return constant(low.value() & ones(bits) | (high.value() & ones(bits)) << bits);
		}
		if (low.head() instanceof Head.Loaded loaded) {
			Place next = loaded.place().further(bits / Byte.SIZE);
			boolean neighbours = loaded.op().bytes() * Byte.SIZE == bits
					&& unsigned(high, bits).equals(loaded(next, bits / Byte.SIZE));
			return neighbours ? loaded(loaded.place(), 2 * bits / Byte.SIZE) : null;
		}
		boolean bitwise = low.is(NumericOp.I32_AND) || low.is(NumericOp.I32_OR) || low.is(NumericOp.I32_XOR);
		if (!bitwise || !low.head().equals(high.head())) {
			return null;
		}
		Term one = joined(low.operand(0), high.operand(0), bits);
		Term other = (one != null) ? joined(low.operand(1), high.operand(1), bits) : null;
		if (one == null || other == null) {
			return null;
		}
		return low.is(NumericOp.I32_AND) ? and(one, other)
				: low.is(NumericOp.I32_OR) ? or(one, other) : xor(one, other);
	}

	/// What an operator on `f32`s gives.
	Term real(NumericOp op, Term... operands) {
		return full(op, operands);
	}

	/// The sum of two numbers that have no more than some bits.
	/// @param bits how many
	Term sumOfParts(Term one, Term other, int bits) {
		if (one.is(NumericOp.I32_POPCNT) && other.is(NumericOp.I32_POPCNT) && one.operand(0).most() <= ones(bits)
				&& one.operand(0).least() >= 0 && other.operand(0).most() <= ones(bits)
				&& other.operand(0).least() >= 0) {
			Term whole = joined(one.operand(0), other.operand(0), bits);
			if (whole != null) {
				return population(whole);
			}
		}
		return add(one, other);
	}

	Term population(Term term) {
		return term.isConstant() ? constant(Integer.bitCount(term.value()))
				: operation(NumericOp.I32_POPCNT, 0, Integer.bitCount(possible(term)), term);
	}

	/// What constants give.
	/// @throws UnevenException if it is not known
	Term evaluated(Head head, List<Term> operands) {
		Term one = operands.get(0);
		Term other = operands.getLast();
		return switch (head) {
			case Head.Found found -> found(found.table(), one);
			case Head.Extreme extreme -> extreme.greatest() ? max(one, other) : min(one, other);
			case Head.Choice _ -> operands.get(2).isConstant(0) ? operands.get(1) : one;
			case Head.Operation operation -> constant(evaluated(operation.op(), one.value(), other.value()));
			default -> throw new UnevenException(head.toString());
		};
	}

	private static int evaluated(NumericOp op, int one, int other) {
		return switch (op) {
			case I32_ADD -> one + other;
			case I32_SUB -> one - other;
			case I32_MUL -> one * other;
			case I32_AND -> one & other;
			case I32_OR -> one | other;
			case I32_XOR -> one ^ other;
			case I32_SHL -> one << other;
			case I32_SHR_U -> one >>> other;
			case I32_SHR_S -> one >> other;
			case I32_EXTEND8_S -> (byte) one;
			case I32_EXTEND16_S -> (short) one;
			case I32_EQ -> bit(one == other);
			case I32_NE -> bit(one != other);
			case I32_LT_S -> bit(one < other);
			case I32_LE_S -> bit(one <= other);
			case I32_GT_S -> bit(one > other);
			case I32_GE_S -> bit(one >= other);
			case I32_LT_U -> bit(Integer.compareUnsigned(one, other) < 0);
			case I32_LE_U -> bit(Integer.compareUnsigned(one, other) <= 0);
			case I32_GT_U -> bit(Integer.compareUnsigned(one, other) > 0);
			case I32_GE_U -> bit(Integer.compareUnsigned(one, other) >= 0);
			default -> throw new UnevenException(op.toString());
		};
	}

	private static int bit(boolean holds) {
		return holds ? 1 : 0;
	}

	/// One of the bytes of a vector, zero beyond them.
	Term found(Bits numbers, Term index) {
		Term known = unsigned(index, Byte.SIZE);
		StringBuilder table = new StringBuilder();
		for (int number = 0; number <= known.most(); number++) {
			table.append((char) ((number < Bits.VECTOR_BYTES) ? numbers.lane(1, number).value() : 0));
		}
		return found(table.toString(), known);
	}

	Term found(String table, Term index) {
		return index.isConstant() ? constant(table.charAt(index.value())) : term(new Head.Found(table), 0, BYTE, index);
	}

	/// The bits of one where a mask has ones, those of another where it has zeros.
	Term select(Term one, Term other, Term mask) {
		if (Comparisons.isMask(mask)) {
			return term(new Head.Choice(), Math.min(one.least(), other.least()), Math.max(one.most(), other.most()),
					one, other, mask.operand(1));
		}
		return or(and(one, mask), and(other, not(mask)));
	}

}
