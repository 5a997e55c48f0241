package dev.graft.compiler.reroll;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.NumericOp;
import dev.graft.compiler.reroll.Term.Head;
import org.jspecify.annotations.Nullable;

/// The vectors of a loop that every round adds the same to, in all lanes: where the
/// elements are, or what they are to be multiplied by. Over elements that is one number to
/// which each adds its part, if the lanes lie as far apart as it says; which is known only
/// when the loop begins.
final class Counters {

	/// A vector that is counted.
	///
	/// @param vector the vector
	/// @param bytes how wide its lanes are
	/// @param increment what a round adds to each
	record Counter(Variable vector, int bytes, Term increment) {

		/// Whether another has the same added to lanes of the same width.
		boolean isAlike(Counter other) {
			return this.bytes == other.bytes && this.increment.equals(other.increment);
		}

		/// Whether two numbers are the same in lanes of this width.
		boolean areSame(long one, long other) {
			return (one - other) << (Long.SIZE - this.bytes * Byte.SIZE) == 0;
		}

	}

	/// What a lane that is counted is at some place in the round.
	///
	/// @param lane the lane as it is when the round begins
	/// @param offset what has been added to it
	record Value(Term lane, Term offset) {

		Variable vector() {
			return ((Head.Counted) this.lane.head()).vector();
		}

		/// Whether two differ by a number that is known.
		boolean isNear(Value other) {
			return this.lane.equals(other.lane)
					&& (this.offset.equals(other.offset) || this.offset.isConstant() && other.offset.isConstant());
		}

		/// How much further another is, if that is known.
		int distance(Value other) {
			return this.offset.equals(other.offset) ? 0 : other.offset.value() - this.offset.value();
		}

	}

	private final Terms terms;

	private final Set<Variable> assigned;

	private final Map<Variable, Counter> counters = new LinkedHashMap<>();

	/// @param round where the lanes of these vectors are known to be counted
	/// @param vectors how wide they are
	/// @param assigned which variables the loop assigns
	Counters(Terms terms, Round round, Map<Variable, Integer> vectors, Set<Variable> assigned) {
		this.terms = terms;
		this.assigned = assigned;
		vectors.forEach((vector, bytes) -> this.counters.put(vector, counter(vector, bytes, round.vector(vector))));
	}

	/// The vectors of a round to which it adds the same in all lanes, and how wide these
	/// are.
	/// @param assigned which variables the loop assigns
	static Map<Variable, Integer> find(Terms terms, Round round, Set<Variable> assigned) {
		Counters none = new Counters(terms, round, Map.of(), assigned);
		Map<Variable, Integer> found = new LinkedHashMap<>();
		for (Variable vector : round.carried()) {
			Bits after = round.vector(vector);
			if (after.laneBytes() != 0 && none.isCounted(vector, after)) {
				found.put(vector, after.laneBytes());
			}
		}
		return found;
	}

	private boolean isCounted(Variable vector, Bits after) {
		int bytes = after.laneBytes();
		Term increment = null;
		for (int lane = 0; lane < Bits.VECTOR_BYTES / bytes; lane++) {
			Value value = sum(after.lane(bytes, lane));
			boolean same = value != null && value.lane.head().equals(new Head.Carried(vector, bytes, lane))
					&& (increment == null || increment.equals(value.offset));
			if (value == null || !same) {
				return false;
			}
			increment = value.offset;
		}
		return true;
	}

	private Counter counter(Variable vector, int bytes, Bits after) {
		Value value = value(after.lane(bytes, 0));
		if (value == null) {
			throw new UnevenException(vector + " is not counted");
		}
		return new Counter(vector, bytes, value.offset);
	}

	/// What a term is, null if it is no lane that is counted, to which something has been
	/// added that is the same in all rounds.
	@Nullable Value value(Term term) {
		Value value = sum(term);
		return (value != null && value.lane.head() instanceof Head.Counted) ? value : null;
	}

	private @Nullable Value sum(Term term) {
		if (term.head() instanceof Head.Counted || term.head() instanceof Head.Carried) {
			return new Value(term, this.terms.constant(0));
		}
		boolean sum = term.is(NumericOp.I32_ADD);
		if (!sum && !term.is(NumericOp.I32_SUB)) {
			return null;
		}
		boolean turned = sum && !term.operand(0).moves();
		Term addend = term.operand(turned ? 0 : 1);
		Value value = isFixed(addend) ? sum(term.operand(turned ? 1 : 0)) : null;
		return (value == null) ? null : new Value(value.lane,
				sum ? this.terms.add(value.offset, addend) : this.terms.sub(value.offset, addend));
	}

	private boolean isFixed(Term term) {
		boolean changes = term.moves()
				|| term.head() instanceof Head.Sum sum && sum.variables().stream().anyMatch(this.assigned::contains);
		return !changes && term.operands().stream().allMatch(this::isFixed);
	}

	/// The counters.
	List<Counter> all() {
		return new ArrayList<>(this.counters.values());
	}

	/// Whether a vector is one.
	boolean contains(Variable vector) {
		return this.counters.containsKey(vector);
	}

	/// The counter of a lane.
	Counter of(Value value) {
		Counter counter = this.counters.get(value.vector());
		if (counter == null) {
			throw new IllegalArgumentException(value + " is not counted");
		}
		return counter;
	}

}
