package dev.graft.compiler.reroll;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.graft.compiler.reroll.Term.Head;
import org.jspecify.annotations.Nullable;

/// Makes one table of what is computed before and behind a lookup in a table, if that
/// depends on nothing but a byte.
final class Tables {

	private static final int MOST = 256;

	private static final int MOST_PARTS = 64;

	private final Terms terms;

	Tables(Terms terms) {
		this.terms = terms;
	}

	/// The lower byte of a term: by a single lookup if there is one in it and that is
	/// possible.
	Term simplified(Term term) {
		Set<Term> parts = new HashSet<>();
		collect(term, null, parts);
		if (parts.size() > MOST_PARTS || parts.stream().noneMatch((part) -> part.head() instanceof Head.Found)) {
			return term;
		}
		Term index = null;
		int most = 1;
		for (Term part : List.copyOf(parts)) {
			boolean fits = part.least() >= 0 && part.most() < MOST && !part.isConstant() && !part.equals(term);
			Set<Term> left = new HashSet<>();
			if (fits && collect(term, part, left) && isBetter(part, left.size(), index, most)) {
				index = part;
				most = left.size();
			}
		}
		return (index != null) ? this.terms.found(table(term, index), index) : term;
	}

	// The index from which most is computed; of equally good ones always the same.
	private static boolean isBetter(Term part, int computed, @Nullable Term index, int most) {
		return computed > most || computed == most && index != null && part.id() < index.id();
	}

	// All terms down to one; whether nothing that moves or is given is met beside that.
	private static boolean collect(Term term, @Nullable Term end, Set<Term> into) {
		if (term.equals(end) || !into.add(term)) {
			return true;
		}
		boolean only = !term.operands().isEmpty() || term.isConstant();
		for (Term operand : term.operands()) {
			only &= collect(operand, end, into);
		}
		return only;
	}

	// What the index never is might be beyond tables that are looked up on the way.
	private String table(Term term, Term index) {
		StringBuilder table = new StringBuilder("\0".repeat(index.least()));
		for (int number = index.least(); number <= index.most(); number++) {
			Map<Term, Term> known = new HashMap<>(Map.of(index, this.terms.constant(number)));
			table.append((char) (evaluated(term, known).value() & (MOST - 1)));
		}
		return table.toString();
	}

	private Term evaluated(Term term, Map<Term, Term> known) {
		Term value = known.get(term);
		if (value == null) {
			List<Term> operands = new ArrayList<>();
			term.operands().forEach((operand) -> operands.add(evaluated(operand, known)));
			value = operands.isEmpty() ? term : this.terms.evaluated(term.head(), operands);
			known.put(term, value);
		}
		return value;
	}

}
