package dev.graft.compiler.reroll;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Enter;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.pass.CountedLoop;
import dev.graft.compiler.pass.Loops;
import dev.graft.compiler.reroll.Term.Head;
import dev.graft.compiler.reroll.Term.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the loops over vectors that can be loops over elements, and writes these in front
/// of them.
public final class Rerolling {

	private static final int MOST_NODES = 4_000;

	private final Body body;

	private final IntPredicate shared;

	private final ToIntFunction<Variable> uniform;

	private final ToIntFunction<Variable> demanded;

	private final LaterReads later;

	private final Map<Variable, Integer> reads = new HashMap<>();

	private final List<RerolledLoop> rerolled = new ArrayList<>();

	private Rerolling(Body body, IntPredicate shared, ToIntFunction<Variable> uniform,
			ToIntFunction<Variable> demanded) {
		this.demanded = demanded;
		this.body = body;
		this.shared = shared;
		this.uniform = uniform;
		this.later = new LaterReads(List.copyOf(body.statements()));
		body.statements().forEach((statement) -> count(statement, this.reads));
	}

	/// Rewrites the loops of a body.
	/// @param body the body, which has vectors
	/// @param shared which memories threads share, by index
	/// @param uniform from which width on all lanes of a vector are the same, in bytes
	/// @param demanded which bytes of a vector anybody uses, as a set of bits
	/// @return what has been written
	public static List<RerolledLoop> apply(Body body, IntPredicate shared, ToIntFunction<Variable> uniform,
			ToIntFunction<Variable> demanded) {
		Rerolling rerolling = new Rerolling(body, shared, uniform, demanded);
		// What a handler reads would have to be followed, too.
		if (body.statements().stream().noneMatch(Enter.class::isInstance)) {
			rerolling.rewrite();
		}
		return rerolling.rerolled;
	}

	private static void count(Statement statement, Map<Variable, Integer> reads) {
		statement.forEachRead((variable) -> reads.merge(variable, 1, Integer::sum));
	}

	private void rewrite() {
		List<Statement> statements = List.copyOf(this.body.statements());
		Loops loops = Loops.of(this.body);
		List<Statement> rewritten = new ArrayList<>(statements.size() + 64);
		int position = 0;
		while (position < statements.size()) {
			CountedLoop loop = loops.isHeader(position) && !loops.isEnteredAside(position)
					? CountedLoop.at(statements, loops, position, MOST_NODES) : null;
			List<Statement> elements = (loop != null && hasVectors(loop)) ? elements(loop, statements) : null;
			if (loop == null || elements == null) {
				rewritten.add(statements.get(position++));
			}
			else {
				rewritten.addAll(elements);
				position = loop.end();
			}
		}
		this.body.statements().clear();
		this.body.statements().addAll(rewritten);
	}

	private static boolean hasVectors(CountedLoop loop) {
		for (int position = loop.first(); position < loop.lastPosition(); position++) {
			Statement statement = loop.statement(position);
			for (int number = 0; number < statement.operandCount(); number++) {
				if (statement.operand(number).hasVectors()) {
					return true;
				}
			}
		}
		return false;
	}

	private @Nullable List<Statement> elements(CountedLoop loop, List<Statement> statements) {
		Set<Variable> assigned = assigned(loop);
		try {
			Terms terms = new Terms();
			Round first = round(loop, assigned, terms, Map.of());
			Map<Variable, Integer> counted = Counters.find(terms, first, assigned);
			Round round = counted.isEmpty() ? first : round(loop, assigned, terms, counted);
			Counters counters = new Counters(terms, round, counted, assigned);
			List<Total> totals = totals(round);
			List<State> states = states(round, totals);
			if (states == null || !changesEvenly(round.carriedNumbers(), loop)
					|| !new TotalUses(statements, this.later, terms, totals, this.uniform).areTotalsOnly(loop.end())) {
				return null;
			}
			ByteWindows windows = ByteWindows.of(round, totals);
			Elements elements = elements(round, totals, states, counters, windows,
					(stream) -> stride(loop, assigned, stream));
			Predicate<Variable> found = (variable) -> elements != null && elements.leavesLast()
					&& new LastRound(round, states, loop, assigned).finds(variable);
			if (elements == null || !isFixed(elements, assigned) || isReadLater(loop, assigned, totals, counters, found)
					|| SharedLoads.overlap(elements, totals, windows, this.shared)) {
				return null;
			}
			ElementLoop written = new ElementLoop(this.body.variables(), loop, round, totals, states, elements,
					windows);
			this.rerolled.add(written.rerolled());
			return written.statements();
		}
		catch (UnevenException other) {
			return null;
		}
	}

	private Round round(CountedLoop loop, Set<Variable> assigned, Terms terms, Map<Variable, Integer> counted) {
		Round round = new Round(terms, assigned, this.uniform, counted);
		for (int position = loop.first(); position < loop.lastPosition(); position++) {
			round.next(loop.statement(position));
		}
		return round;
	}

	private static @Nullable Elements elements(Round round, List<Total> totals, List<State> states, Counters counters,
			ByteWindows windows, ToIntFunction<Stream> strides) {
		boolean sumsOfSums = totals.stream().anyMatch((total) -> !total.wholes().isEmpty());
		Elements whole = (windows.isEmpty() && !sumsOfSums) ? null
				: Elements.whole(round, totals, states, counters, strides);
		return (whole != null) ? whole : Elements.of(round, totals, states, counters, strides);
	}

	private static Set<Variable> assigned(CountedLoop loop) {
		Set<Variable> assigned = new HashSet<>();
		for (int position = loop.first(); position < loop.lastPosition(); position++) {
			if (loop.statement(position) instanceof Assign assign) {
				assigned.add(assign.variable());
			}
		}
		return assigned;
	}

	private static List<Total> totals(Round round) {
		List<Total> totals = new ArrayList<>();
		for (Variable vector : List.copyOf(round.carried())) {
			Total total = Total.of(vector, round.vector(vector));
			if (total != null) {
				totals.add(total);
			}
		}
		while (totals
			.removeIf((total) -> !total.wholes().keySet().stream().allMatch((each) -> Total.isSum(each, totals))
					|| total.addsAnyOf(totals))) {
			// Another may have been added to it.
		}
		return totals;
	}

	private static boolean isTotal(Variable vector, List<Total> totals) {
		return totals.stream().anyMatch((total) -> total.vector().equals(vector));
	}

	// What else is handed on from round to round; null if that is too much.
	private @Nullable List<State> states(Round round, List<Total> totals) {
		List<State> states = new ArrayList<>();
		for (Variable vector : List.copyOf(round.carried())) {
			if (!isTotal(vector, totals)) {
				State state = State.of(vector, round, totals, this.demanded);
				if (state == null) {
					return null;
				}
				states.add(state);
			}
		}
		return states;
	}

	// The round of vectors that is left needs what it hands on to itself, even if that
	// goes into lanes only that the next round overwrites.
	private static boolean changesEvenly(Set<Variable> numbers, CountedLoop loop) {
		return numbers.stream().allMatch((number) -> loop.stride(number) != 0);
	}

	// The loop over elements leaves only what changes evenly, and totals.
	private boolean isReadLater(CountedLoop loop, Set<Variable> assigned, List<Total> totals, Counters counters,
			Predicate<Variable> found) {
		Map<Variable, Integer> inside = new HashMap<>();
		for (int position = 0; position <= loop.lastPosition(); position++) {
			count(loop.statement(position), inside);
		}
		for (Variable variable : assigned) {
			boolean left = loop.stride(variable) != 0 || counters.contains(variable)
					|| totals.stream().anyMatch((total) -> total.vector() == variable);
			boolean readElsewhere = this.reads.getOrDefault(variable, 0) > inside.getOrDefault(variable, 0);
			if (!left && readElsewhere && this.later.mayRead(variable, loop.end()) && !found.test(variable)) {
				return true;
			}
		}
		return false;
	}

	private static int stride(CountedLoop loop, Set<Variable> assigned, Stream stream) {
		int stride = 0;
		for (Variable variable : stream.variables()) {
			if (assigned.contains(variable) && loop.stride(variable) <= 0) {
				return -1;
			}
			stride += loop.stride(variable);
		}
		return stride;
	}

	// Numbers that are the same for all elements must be the same in all rounds.
	private static boolean isFixed(Elements elements, Set<Variable> assigned) {
		return elements.firstTerms()
			.stream()
			.noneMatch((term) -> term.head() instanceof Head.Sum sum
					&& sum.variables().stream().anyMatch(assigned::contains));
	}

}
