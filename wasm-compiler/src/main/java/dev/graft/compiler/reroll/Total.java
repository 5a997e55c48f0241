package dev.graft.compiler.reroll;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.NumericOp;
import dev.graft.compiler.reroll.Term.Head;
import org.jspecify.annotations.Nullable;

/// What a vector collects in its lanes, from round to round: sums, or the greatest of
/// numbers.
///
/// @param vector the vector
/// @param bytes how wide its lanes are
/// @param signed whether lanes that are narrow are extended by their sign
/// @param operator what combines two numbers, in any order
/// @param addends what a round adds, to whichever lane
/// @param wholes other vectors whose lanes a round adds all, each so many times, as they
/// are when it begins: sums of sums
record Total(Variable vector, int bytes, boolean signed, Head operator, List<Term> addends,
		Map<Variable, Integer> wholes) {

	static final int LANES = 4;

	private static final int MOST_ADDENDS = 256;

	/// What a vector collects, null if it does something else.
	static @Nullable Total of(Variable vector, Bits after) {
		boolean narrow = after.laneBytes() == 1 || after.laneBytes() == Short.BYTES;
		// Of narrow lanes sums do not fit.
		int bytes = (narrow && after.lane(after.laneBytes(), 0).head() instanceof Head.Extreme) ? after.laneBytes()
				: Integer.BYTES;
		Head operator = after.lane(bytes, 0).head();
		if (!isAssociative(operator)) {
			return null;
		}
		List<Term> addends = new ArrayList<>();
		boolean signed = bytes < Integer.BYTES && !reads(operator, after, new Head.Carried(vector, bytes, 0));
		for (int lane = 0; lane < Bits.VECTOR_BYTES / bytes; lane++) {
			List<Term> all = new ArrayList<>();
			flatten(operator, after.lane(bytes, lane), all);
			Head.Carried carried = new Head.Carried(vector, bytes, lane);
			// Once: a sum to which it itself is added is no total. With the sign that the
			// first lane has: a shuffle may take the others from another extreme.
			if (!removeFirst(all, carried, signed) || !areAddends(all, bytes, signed)) {
				return null;
			}
			addends.addAll(all);
		}
		Map<Variable, Integer> wholes = takeWholes(vector, operator, addends);
		boolean nothing = addends.isEmpty() && wholes.isEmpty();
		return nothing ? null : new Total(vector, bytes, signed, operator, addends, wholes);
	}

	/// Whether what is added is computed from what one of some totals has collected so
	/// far.
	boolean addsAnyOf(List<Total> totals) {
		return this.addends.stream().anyMatch((addend) -> totals.stream().anyMatch((total) -> reads(addend, total)));
	}

	private static boolean reads(Term term, Total total) {
		boolean itself = term.head() instanceof Head.Carried carried && carried.vector().equals(total.vector());
		return itself || term.carried() && term.operands().stream().anyMatch((operand) -> reads(operand, total));
	}

	// Whether a lane is what it was, not extended, or something else.
	private static boolean reads(Head operator, Bits after, Head.Carried lane) {
		List<Term> all = new ArrayList<>();
		flatten(operator, after.lane(lane.bytes(), lane.lane()), all);
		return all.stream().anyMatch((term) -> term.head().equals(lane));
	}

	private static boolean areAddends(List<Term> terms, int bytes, boolean signed) {
		return terms.stream().allMatch((term) -> term.moves() && fits(term, bytes, signed));
	}

	// Of sums only: twice the same is nothing else for them.
	private static Map<Variable, Integer> takeWholes(Variable vector, Head operator, List<Term> addends) {
		Map<Variable, Integer> wholes = new LinkedHashMap<>();
		if (operator instanceof Head.Operation sum && sum.op() == NumericOp.I32_ADD) {
			for (Term term : List.copyOf(addends)) {
				if (term.head() instanceof Head.Carried lane && lane.lane() == 0 && !lane.vector().equals(vector)
						&& takeWhole(lane.vector(), addends)) {
					wholes.merge(lane.vector(), 1, Integer::sum);
				}
			}
		}
		return wholes;
	}

	// All lanes or none: what is added in some lanes only stays an addend.
	private static boolean takeWhole(Variable vector, List<Term> addends) {
		List<Term> rest = new ArrayList<>(addends);
		for (int lane = 0; lane < LANES; lane++) {
			if (!removeFirst(rest, new Head.Carried(vector, Integer.BYTES, lane), false)) {
				return false;
			}
		}
		addends.clear();
		addends.addAll(rest);
		return true;
	}

	// Itself, or extended by its sign.
	private static boolean isLane(Term term, Head.Carried carried, boolean signed) {
		boolean extended = carried.bytes() == 1 && term.is(NumericOp.I32_EXTEND8_S)
				|| carried.bytes() == Short.BYTES && term.is(NumericOp.I32_EXTEND16_S);
		return extended == signed && (extended ? term.operand(0) : term).head().equals(carried);
	}

	// What does not fit into a lane would be something else in the next round.
	private static boolean fits(Term term, int bytes, boolean signed) {
		long most = (1L << bytes * Byte.SIZE - (signed ? 1 : 0)) - 1;
		return bytes == Integer.BYTES || term.most() <= most && term.least() >= (signed ? ~most : 0);
	}

	private static boolean removeFirst(List<Term> terms, Head.Carried lane, boolean signed) {
		for (int number = 0; number < terms.size(); number++) {
			if (isLane(terms.get(number), lane, signed)) {
				terms.remove(number);
				return true;
			}
		}
		return false;
	}

	private static boolean isAssociative(Head operator) {
		return switch (operator) {
			case Head.Extreme _ -> true;
			case Head.Operation operation -> isAssociative(operation.op());
			default -> false;
		};
	}

	static boolean isAssociative(NumericOp op) {
		return switch (op) {
			case I32_ADD, I32_AND, I32_OR, I32_XOR -> true;
			default -> false;
		};
	}

	private static void flatten(Head operator, Term term, List<Term> into) {
		if (term.head().equals(operator)) {
			term.operands().forEach((operand) -> flatten(operator, operand, into));
		}
		else if (into.size() == MOST_ADDENDS) {
			throw new UnevenException("too many addends");
		}
		else {
			into.add(term);
		}
	}

	/// What a sum consists of.
	static List<Term> addends(Term sum) {
		List<Term> addends = new ArrayList<>();
		flatten(new Head.Operation(NumericOp.I32_ADD), sum, addends);
		return addends;
	}

	/// Whether the lanes of a vector are summed up, wherever they are collected.
	static boolean isSum(Variable vector, List<Total> totals) {
		return totals.stream().anyMatch((total) -> total.isSum() && total.vector().equals(vector));
	}

	/// Whether it is a sum.
	boolean isSum() {
		return this.operator instanceof Head.Operation operation && operation.op() == NumericOp.I32_ADD;
	}

	/// Whether a number has all lanes of the vector in it, each once and none otherwise:
	/// so that it does not matter in which of them something was collected.
	boolean isTotal(Term number) {
		List<Term> all = new ArrayList<>();
		flatten(this.operator, number, all);
		int lanes = Bits.VECTOR_BYTES / this.bytes;
		for (int lane = 0; lane < lanes; lane++) {
			Head.Carried carried = new Head.Carried(this.vector, this.bytes, lane);
			if (all.stream().filter((term) -> isLane(term, carried, this.signed)).count() != 1) {
				return false;
			}
		}
		return all.stream().filter(Term::carried).count() == lanes;
	}

}
