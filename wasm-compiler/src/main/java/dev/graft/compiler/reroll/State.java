package dev.graft.compiler.reroll;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.reroll.Round.Cell;
import dev.graft.compiler.reroll.Term.Head;
import org.jspecify.annotations.Nullable;

/// A lane of a vector that the next round reads: what the last element of a round hands
/// on to the first of the next one, and presumably each element to the one behind it.
///
/// @param vector the vector
/// @param slot the lane as it is when the round begins
/// @param last the lane as it is when the round ends
record State(Variable vector, Term slot, Term last) {

	/// The only lane of a vector that a round reads, null if there are others.
	/// @param totals what the round adds to totals
	/// @param demanded which bytes of a vector anybody uses, as a set of bits
	static @Nullable State of(Variable vector, Round round, List<Total> totals, ToIntFunction<Variable> demanded) {
		Set<Term> read = new HashSet<>();
		Set<Term> seen = new HashSet<>();
		for (Cell cell : round.stores()) {
			collect(vector, cell.value(), read, seen);
		}
		totals.forEach((total) -> total.addends().forEach((addend) -> collect(vector, addend, read, seen)));
		for (Variable other : round.carried()) {
			if (!other.equals(vector)) {
				collect(vector, round.vector(other), Integer.BYTES, demanded.applyAsInt(other), read, seen);
			}
		}
		if (read.size() != 1) {
			return null;
		}
		Term slot = read.iterator().next();
		Head.Carried lane = (Head.Carried) slot.head();
		collect(vector, round.vector(vector), lane.bytes(), demanded.applyAsInt(vector), read, seen);
		return (read.size() == 1) ? new State(vector, slot, round.vector(vector).lane(lane.bytes(), lane.lane()))
				: null;
	}

	// C compilers fill the lanes that nobody uses with any other, mostly the first one.
	private static void collect(Variable vector, Bits bits, int bytes, int demanded, Set<Term> read, Set<Term> seen) {
		for (int lane = 0; lane < Bits.VECTOR_BYTES / bytes; lane++) {
			if ((demanded >> lane * bytes & (1 << bytes) - 1) != 0) {
				collect(vector, bits.lane(bytes, lane), read, seen);
			}
		}
	}

	private static void collect(Variable vector, Term term, Set<Term> read, Set<Term> seen) {
		if (!term.carried() || !seen.add(term)) {
			return;
		}
		if (term.head() instanceof Head.Carried carried && carried.vector().equals(vector)) {
			read.add(term);
		}
		term.operands().forEach((operand) -> collect(vector, operand, read, seen));
	}

}
