package dev.graft.compiler.reroll;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

import dev.graft.compiler.op.MemoryAccessOp;
import dev.graft.compiler.op.NumericOp;
import dev.graft.compiler.reroll.Counters.Counter;
import dev.graft.compiler.reroll.Counters.Value;
import dev.graft.compiler.reroll.Round.Cell;
import dev.graft.compiler.reroll.Round.Source;
import dev.graft.compiler.reroll.Term.Head;
import dev.graft.compiler.reroll.Term.Place;
import dev.graft.compiler.reroll.Term.Stream;
import org.jspecify.annotations.Nullable;

/// A round as a number of elements that all have the same done to them, each with what
/// lies a step further in memory than with the one before.
final class Elements {

	private static final int[] COUNTS = { 64, 48, 32, 24, 16, 12, 8, 6, 4, 3, 2 };

	private final Round round;

	private final List<Total> totals;

	private final List<State> states;

	private final Counters counters;

	/// How each counter goes on that the first element reads.
	private final List<Progress> progress = new ArrayList<>();

	/// What each element hands on of a state.
	private final List<Term> nexts = new ArrayList<>();

	private final ToIntFunction<Stream> strides;

	private final int count;

	private final List<Cell> stores = new ArrayList<>();

	private final List<List<Term>> addends = new ArrayList<>();

	/// For each element what it has in place of the terms of the first.
	private final List<Map<Term, Term>> matches = new ArrayList<>();

	private final List<List<Cell>> cells = new ArrayList<>();

	private Elements(Round round, List<Total> totals, List<State> states, Counters counters,
			ToIntFunction<Stream> strides, int count) {
		this.round = round;
		this.totals = totals;
		this.states = states;
		this.counters = counters;
		this.strides = strides;
		this.count = count;
		for (int element = 0; element < count; element++) {
			this.matches.add(new HashMap<>());
		}
	}

	/// The elements of a round, as many as possible.
	/// @param strides how far a stream moves in a round; negative if that is not known
	static @Nullable Elements of(Round round, List<Total> totals, List<State> states, Counters counters,
			ToIntFunction<Stream> strides) {
		if (totals.stream().anyMatch((total) -> !total.wholes().isEmpty())) {
			return null;
		}
		for (int count : COUNTS) {
			Elements elements = new Elements(round, totals, states, counters, strides, count);
			if (elements.areEven() && elements.find()) {
				return elements.keepOrder() ? elements : null;
			}
		}
		return null;
	}

	/// The whole round as one element, null if it does more than to add to totals.
	/// @param strides how far a stream moves in a round; negative if that is not known
	static @Nullable Elements whole(Round round, List<Total> totals, List<State> states, Counters counters,
			ToIntFunction<Stream> strides) {
		Elements elements = new Elements(round, totals, states, counters, strides, 1);
		boolean sums = states.isEmpty() && counters.all().isEmpty() && round.stores().isEmpty();
		return (sums && elements.areEven() && elements.findAddends()) ? elements : null;
	}

	/// How many there are.
	int count() {
		return this.count;
	}

	/// What the first one stores.
	List<Cell> stores() {
		return this.stores;
	}

	/// What the first one adds to each total.
	List<List<Term>> addends() {
		return this.addends;
	}

	/// What the first one hands on of each state.
	List<Term> nexts() {
		return this.nexts;
	}

	/// The counters, whether elements read them or not.
	Counters counters() {
		return this.counters;
	}

	/// How each counter goes on that an element reads.
	List<Progress> progress() {
		return this.progress;
	}

	/// What is accessed in a round.
	Set<Stream> streams() {
		Set<Stream> streams = new LinkedHashSet<>();
		this.round.loads().forEach((source) -> streams.add(source.place().address()));
		this.round.stores().forEach((cell) -> streams.add(cell.place().address()));
		return streams;
	}

	private boolean areEven() {
		for (Stream stream : streams()) {
			int stride = this.strides.applyAsInt(stream);
			if (stride < 0 || stride % this.count != 0) {
				return false;
			}
		}
		return true;
	}

	/// How far it is from element to element.
	int step(Stream stream) {
		return this.strides.applyAsInt(stream) / this.count;
	}

	private boolean find() {
		return findStores() && findAddends() && findNexts() && findProgress();
	}

	/// Whether the last round has to be a whole one: what the next round stores over is
	/// left out, and of vectors that are handed on only a lane is known.
	boolean leavesLast() {
		return !this.states.isEmpty() || this.round.stores().stream().anyMatch(this::isStoredOver);
	}

	// Where vectors overlap, as they do when sixteen bytes become twelve.
	private boolean isStoredOver(Cell cell) {
		Stream stream = cell.place().address();
		long before = cell.place().distance() - this.strides.applyAsInt(stream);
		return this.round.loads().stream().noneMatch((source) -> source.place().address().equals(stream))
				&& this.round.stores()
					.stream()
					.anyMatch((other) -> other.place().address().equals(stream) && other.bytes() == cell.bytes()
							&& other.place().distance() == before);
	}

	private boolean findStores() {
		List<Cell> rest = new ArrayList<>(this.round.stores());
		rest.removeIf(this::isStoredOver);
		rest.sort(Comparator.comparingLong((cell) -> cell.place().distance()));
		while (!rest.isEmpty()) {
			Cell first = rest.removeFirst();
			int step = step(first.place().address());
			if (step == 0 || rest.size() < this.count - 1) {
				return false;
			}
			List<Cell> same = new ArrayList<>(List.of(first));
			for (int element = 1; element < this.count; element++) {
				Cell found = take(rest, first, element, step);
				if (found == null) {
					return false;
				}
				same.add(found);
			}
			this.stores.add(first);
			this.cells.add(same);
		}
		this.stores.sort(Comparator.comparingInt(Cell::position));
		return true;
	}

	private @Nullable Cell take(List<Cell> cells, Cell first, int element, int step) {
		for (Cell cell : cells) {
			boolean there = cell.place().address().equals(first.place().address()) && cell.bytes() == first.bytes()
					&& cell.place().distance() == first.place().distance() + (long) step * element;
			if (there) {
				cells.remove(cell);
				return matches(first.value(), cell.value(), element) ? cell : null;
			}
		}
		return null;
	}

	private boolean findAddends() {
		for (Total total : this.totals) {
			List<Term> rest = new ArrayList<>(total.addends());
			List<Term> found = new ArrayList<>();
			rest.sort(Comparator.comparingLong(Elements::firstDistance));
			while (!rest.isEmpty()) {
				Term first = rest.removeFirst();
				found.add(first);
				for (int element = 1; element < this.count; element++) {
					if (!take(rest, first, element)) {
						return false;
					}
				}
			}
			this.addends.add(found);
		}
		return true;
	}

	// What the second element finds there is what the first hands on; if that is so for
	// all of them, up to the next round.
	private boolean findNexts() {
		for (State state : this.states) {
			Term next = this.matches.get(1).get(state.slot());
			if (next == null) {
				return false;
			}
			for (int element = 1; element < this.count; element++) {
				Term handedOn = (element + 1 < this.count) ? this.matches.get(element + 1).get(state.slot())
						: state.last();
				if (handedOn == null || !matches(next, handedOn, element)) {
					return false;
				}
			}
			this.nexts.add(next);
		}
		return true;
	}

	// Of what elements have in place of a number that is counted.
	private boolean findProgress() {
		for (Counter counter : this.counters.all()) {
			List<Progress.Place> places = new ArrayList<>();
			for (int element = 1; element < this.count; element++) {
				for (Map.Entry<Term, Term> match : this.matches.get(element).entrySet()) {
					Value first = this.counters.value(match.getKey());
					Value value = this.counters.value(match.getValue());
					if (first != null && value != null && first.vector().equals(counter.vector())) {
						places.add(new Progress.Place(first, value, element));
					}
				}
			}
			if (!places.isEmpty()) {
				this.progress.add(new Progress(counter, this.count, places));
			}
		}
		return this.progress.stream().allMatch(Progress::isPossible);
	}

	private boolean take(List<Term> terms, Term first, int element) {
		for (Term term : terms) {
			Map<Term, Term> before = new HashMap<>(this.matches.get(element));
			if (matches(first, term, element)) {
				terms.remove(term);
				return true;
			}
			this.matches.set(element, before);
		}
		return false;
	}

	// What is handed on comes to the first element.
	private static long firstDistance(Term term) {
		if (term.carried()) {
			return Long.MIN_VALUE;
		}
		if (term.head() instanceof Head.Loaded loaded) {
			return loaded.place().distance();
		}
		for (Term operand : term.operands()) {
			if (operand.moves()) {
				return firstDistance(operand);
			}
		}
		return 0;
	}

	/// Whether a term is to an element what another is to the first.
	private boolean matches(Term first, Term term, int element) {
		if (!first.moves()) {
			return first.equals(term);
		}
		Term known = this.matches.get(element).putIfAbsent(first, term);
		if (known != null) {
			return known.equals(term);
		}
		if (first.head() instanceof Head.Carried) {
			// Any, at first: see findNexts.
			return this.states.stream().anyMatch((state) -> state.slot().equals(first));
		}
		Value value = this.counters.value(first);
		if (value != null) {
			Value other = this.counters.value(term);
			return other != null && this.counters.of(value).isAlike(this.counters.of(other));
		}
		boolean same = first.operands().size() == term.operands().size() && matches(first.head(), term.head(), element);
		for (int number = 0; same && number < first.operands().size(); number++) {
			same = matches(first.operand(number), term.operand(number), element);
		}
		return same;
	}

	private boolean matches(Head first, Head head, int element) {
		if (first instanceof Head.Loaded one && head instanceof Head.Loaded other) {
			Place place = one.place();
			return one.op() == other.op() && place.address().equals(other.place().address())
					&& place.distance() + (long) step(place.address()) * element == other.place().distance();
		}
		return first.equals(head);
	}

	// In a round all loads of a vector come before all stores of it. Of elements the
	// first is stored before the second is loaded. No two places may be the same that are
	// met in another order then. (Places of different streams are compared when the loop
	// begins.)
	private boolean keepOrder() {
		for (List<Cell> same : this.cells) {
			for (int element = 0; element < this.count; element++) {
				if (overlapsStore(same.get(element)) || !keepsOrder(same.get(element), element)) {
					return false;
				}
			}
		}
		return true;
	}

	/// Whether the first element loads anything from where it stores.
	boolean loadsWhereItStores() {
		return firstTerms().stream()
			.anyMatch((term) -> term.head() instanceof Head.Loaded loaded && this.stores.stream()
				.anyMatch((cell) -> overlap(cell.place(), cell.bytes(), loaded.place(), loaded.op().bytes())));
	}

	private boolean overlapsStore(Cell cell) {
		for (Cell other : this.round.stores()) {
			if (!other.equals(cell) && overlap(cell.place(), cell.bytes(), other.place(), other.bytes())) {
				return true;
			}
		}
		return false;
	}

	private boolean keepsOrder(Cell cell, int element) {
		for (int other = 0; other < this.count; other++) {
			for (Map.Entry<Term, Term> match : this.matches.get(other).entrySet()) {
				// What is handed on has been loaded by the element before.
				boolean loads = !(match.getKey().head() instanceof Head.Carried);
				if (loads && !keepsOrder(cell, element, match.getValue(), other)) {
					return false;
				}
			}
		}
		for (Term first : firstTerms()) {
			if (!keepsOrder(cell, element, first, 0)) {
				return false;
			}
		}
		return true;
	}

	private boolean keepsOrder(Cell cell, int element, Term term, int other) {
		if (!(term.head() instanceof Head.Loaded loaded)) {
			return true;
		}
		int bytes = loaded.op().bytes();
		if (!overlap(cell.place(), cell.bytes(), loaded.place(), bytes)) {
			return true;
		}
		boolean storedFirst = element < other;
		for (Source source : this.round.loads()) {
			boolean wasStoredFirst = cell.position() < source.position();
			if (wasStoredFirst != storedFirst && overlap(source.place(), source.bytes(), loaded.place(), bytes)) {
				return false;
			}
		}
		return true;
	}

	/// Whether everything is loaded and stored as the `int` that it is, or as a part of
	/// one.
	boolean areInts() {
		return this.stores.stream().allMatch((cell) -> cell.bytes() == Integer.BYTES) && firstTerms().stream()
			.allMatch((term) -> !(term.head() instanceof Head.Loaded loaded) || loaded.op().bytes() == Integer.BYTES
					|| around(loaded) != null);
	}

	/// The narrower numbers that are parts of `int`s the first element loads as well, and
	/// what each is a part of; none if not everything is an `int` then. HotSpot makes
	/// vectors of shifts, not of loads of other widths.
	Map<Term, Term> parts() {
		Map<Term, Term> parts = new HashMap<>();
		if (areInts()) {
			for (Term term : firstTerms()) {
				Term whole = (term.head() instanceof Head.Loaded loaded) ? around(loaded) : null;
				if (whole != null) {
					parts.put(term, whole);
				}
			}
		}
		return parts;
	}

	private @Nullable Term around(Head.Loaded part) {
		for (Term term : firstTerms()) {
			if (part.op().bytes() < Integer.BYTES && term.head() instanceof Head.Loaded whole
					&& whole.op() == MemoryAccessOp.I32_LOAD && contains(whole.place(), part)) {
				return term;
			}
		}
		return null;
	}

	private static boolean contains(Place whole, Head.Loaded part) {
		long distance = part.place().distance() - whole.distance();
		return part.place().address().equals(whole.address()) && distance >= 0
				&& distance + part.op().bytes() <= Integer.BYTES;
	}

	/// How many elements there are in an `int`, if each loads one narrow number and they
	/// lie side by side: 1 otherwise, and of what HotSpot makes no vectors.
	int inWord() {
		List<Term> loads = firstTerms().stream().filter((term) -> term.head() instanceof Head.Loaded).toList();
		if (loads.size() != 1 || !firstTerms().stream().allMatch((term) -> isMadeVectorsOf(term.head()))) {
			return 1;
		}
		Head.Loaded loaded = (Head.Loaded) loads.getFirst().head();
		int bytes = loaded.op().bytes();
		// Of the shifts by which signed bytes are extended it makes none, either.
		boolean dense = loaded.op() != MemoryAccessOp.I32_LOAD8_S && step(loaded.place().address()) == bytes
				&& this.count % (Integer.BYTES / bytes) == 0;
		return dense ? Integer.BYTES / bytes : 1;
	}

	private static boolean isMadeVectorsOf(Head head) {
		return switch (head) {
			case Head.Operation operation -> operation.op() != NumericOp.I32_POPCNT && !Reals.isReal(operation.op());
			case Head.Found _ -> false;
			default -> true;
		};
	}

	/// Whether what is stored is wider or narrower than what is loaded.
	boolean areWidened() {
		Set<Integer> widths = new HashSet<>();
		this.stores.forEach((cell) -> widths.add(cell.bytes()));
		firstTerms().forEach((term) -> {
			if (term.head() instanceof Head.Loaded loaded) {
				widths.add(loaded.op().bytes());
			}
		});
		return !this.stores.isEmpty() && widths.size() > 1 && !areInts();
	}

	/// Whether nothing else is added than what is loaded.
	boolean areLoadsOnly() {
		return this.addends.stream().flatMap(List::stream).allMatch((term) -> term.head() instanceof Head.Loaded);
	}

	/// Whether anything is compared.
	boolean areCompared() {
		return firstTerms().stream()
			.anyMatch((term) -> term.head() instanceof Head.Choice || Comparisons.compares(term));
	}

	/// Whether anything is computed with floats.
	boolean areReal() {
		return firstTerms().stream()
			.anyMatch((term) -> term.head() instanceof Head.Operation operation && Reals.isReal(operation.op()));
	}

	/// All terms of the first element, operands before what is computed from them.
	Set<Term> firstTerms() {
		Set<Term> terms = new LinkedHashSet<>();
		this.stores.forEach((cell) -> collect(cell.value(), terms));
		this.addends.forEach((each) -> each.forEach((term) -> collect(term, terms)));
		this.nexts.forEach((next) -> collect(next, terms));
		return terms;
	}

	/// For each element all its terms that are not the same for all of them.
	List<Set<Term>> termsOfAll() {
		List<Set<Term>> terms = new ArrayList<>();
		this.matches.forEach((match) -> terms.add(new HashSet<>(match.values())));
		terms.set(0, firstTerms());
		return terms;
	}

	/// Adds a term to others, behind its operands.
	static void collect(Term term, Set<Term> terms) {
		if (!terms.contains(term)) {
			term.operands().forEach((operand) -> collect(operand, terms));
			terms.add(term);
		}
	}

	private static boolean overlap(Place one, int bytes, Place other, int otherBytes) {
		return one.address().equals(other.address()) && one.distance() < other.distance() + otherBytes
				&& other.distance() < one.distance() + bytes;
	}

}
