package dev.graft.compiler.reroll;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

import dev.graft.compiler.reroll.ByteWindows.Window;
import dev.graft.compiler.reroll.Term.Head;
import dev.graft.compiler.reroll.Term.Place;
import dev.graft.compiler.reroll.Term.Stream;

/// What all elements of a round load from memories that threads share.
///
/// A vector was loaded once. Elements that load the same byte again, as a number of
/// another width, for its neighbour, or because the address stays where it is, may find
/// what another thread has stored in between: two numbers where the program had one.
final class SharedLoads {

	private final IntPredicate shared;

	private final Map<Stream, List<Span>> spans = new HashMap<>();

	private record Span(long begin, long end) {
	}

	private SharedLoads(IntPredicate shared) {
		this.shared = shared;
	}

	/// Whether any byte is loaded more than once.
	/// @param shared which memories threads share, by index
	/// @param totals what the round adds to
	/// @param windows the bytes that are loaded eight at a time, if all of the round is
	/// one element
	static boolean overlap(Elements elements, List<Total> totals, ByteWindows windows, IntPredicate shared) {
		SharedLoads loads = new SharedLoads(shared);
		if (elements.count() == 1) {
			loads.addWindows(totals, windows);
		}
		else {
			elements.termsOfAll().forEach(loads::addTerms);
		}
		return loads.overlap();
	}

	private void addWindows(List<Total> totals, ByteWindows windows) {
		Set<Window> loaded = new HashSet<>();
		Set<Term> rest = new HashSet<>();
		for (Total total : totals) {
			windows.of(total).forEach((weights) -> loaded.add(weights.window()));
			windows.rest(total).forEach((term) -> Elements.collect(term, rest));
		}
		loaded.forEach((window) -> add(window.place(), ByteWindows.BYTES));
		addTerms(rest);
	}

	private void addTerms(Set<Term> terms) {
		for (Term term : terms) {
			if (term.head() instanceof Head.Loaded loaded) {
				add(loaded.place(), loaded.op().bytes());
			}
		}
	}

	private void add(Place place, int bytes) {
		if (this.shared.test(place.address().memoryIndex())) {
			this.spans.computeIfAbsent(place.address(), (_) -> new ArrayList<>())
				.add(new Span(place.distance(), place.distance() + bytes));
		}
	}

	private boolean overlap() {
		return this.spans.values().stream().anyMatch(SharedLoads::overlap);
	}

	// If any two do, one of them does with the next.
	private static boolean overlap(List<Span> spans) {
		spans.sort(Comparator.comparingLong(Span::begin));
		for (int number = 1; number < spans.size(); number++) {
			if (spans.get(number).begin() < spans.get(number - 1).end()) {
				return true;
			}
		}
		return false;
	}

}
