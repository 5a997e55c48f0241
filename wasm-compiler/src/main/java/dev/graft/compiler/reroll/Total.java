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
/// @param operator what combines two numbers, in any order
/// @param addends what a round adds, to whichever lane
/// @param wholes other vectors whose lanes a round adds all, each so many times, as they
/// are when it begins: sums of sums
record Total(Variable vector, Head operator, List<Term> addends, Map<Variable, Integer> wholes) {

	static final int LANES = 4;

	private static final int MOST_ADDENDS = 256;

	/// What a vector collects, null if it does something else.
	static @Nullable Total of(Variable vector, Bits after) {
		Head operator = after.lane(Integer.BYTES, 0).head();
		if (!isAssociative(operator)) {
			return null;
		}
		List<Term> addends = new ArrayList<>();
		for (int lane = 0; lane < LANES; lane++) {
			List<Term> all = new ArrayList<>();
			flatten(operator, after.lane(Integer.BYTES, lane), all);
			// Once: a sum to which it itself is added is no total.
			if (!removeFirst(all, new Head.Carried(vector, Integer.BYTES, lane))
					|| all.stream().anyMatch((term) -> !term.moves())) {
				return null;
			}
			addends.addAll(all);
		}
		Map<Variable, Integer> wholes = takeWholes(vector, operator, addends);
		boolean nothing = addends.isEmpty() && wholes.isEmpty();
		return (nothing || addends.stream().anyMatch(Term::carried)) ? null
				: new Total(vector, operator, addends, wholes);
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
			if (!removeFirst(rest, new Head.Carried(vector, Integer.BYTES, lane))) {
				return false;
			}
		}
		addends.clear();
		addends.addAll(rest);
		return true;
	}

	private static boolean removeFirst(List<Term> terms, Head head) {
		for (int number = 0; number < terms.size(); number++) {
			if (terms.get(number).head().equals(head)) {
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
		for (int lane = 0; lane < LANES; lane++) {
			Head carried = new Head.Carried(this.vector, Integer.BYTES, lane);
			if (all.stream().filter((term) -> term.head().equals(carried)).count() != 1) {
				return false;
			}
		}
		return all.stream().filter(Term::carried).count() == LANES;
	}

}
