package dev.graft.compiler.reroll;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.graft.compiler.op.MemoryAccessOp;
import dev.graft.compiler.op.NumericOp;
import dev.graft.compiler.reroll.Round.Source;
import dev.graft.compiler.reroll.Term.Head;
import dev.graft.compiler.reroll.Term.Place;
import org.jspecify.annotations.Nullable;

/// The bytes that a round adds to totals, each times a constant, eight at a time: sums of
/// bytes, checksums. A round computes them without looking at the lanes that a compiler
/// had put them in.
///
/// @param sums for each total the windows of it
/// @param rests for each total what else a round adds to it
record ByteWindows(Map<Total, List<Weights>> sums, Map<Total, List<Term>> rests) {

	static final int BYTES = 8;

	/// Of a window with fewer bytes that count each is loaded by itself.
	private static final int FEWEST_BYTES = 4;

	/// Up to which sum of constants the sum of products is a number of 16 bits.
	static final int LARGEST_SUM = 0xFFFF / 0xFF;

	/// Neighbouring bytes.
	///
	/// @param place where the first is
	/// @param site of the load
	record Window(Place place, int site) {

		// Where a byte is in it, negative if it is not.
		int index(Place other) {
			long index = other.distance() - this.place.distance();
			return (other.address().equals(this.place.address()) && index >= 0 && index < BYTES) ? (int) index : -1;
		}

	}

	/// What the bytes of a window are multiplied by.
	static final class Weights {

		private final Window window;

		private final long[] numbers = new long[BYTES];

		private final List<Term> terms = new ArrayList<>();

		Weights(Window window) {
			this.window = window;
		}

		private void add(int index, Multiple multiple, Term term) {
			this.numbers[index] += multiple.by;
			this.terms.add(term);
		}

		Window window() {
			return this.window;
		}

		/// What a byte is multiplied by.
		long number(int index) {
			return this.numbers[index];
		}

		/// The sum of the numbers.
		long sum() {
			return Arrays.stream(this.numbers).sum();
		}

		/// Whether they are all the same.
		boolean areSame() {
			return Arrays.stream(this.numbers).allMatch((number) -> number == this.numbers[0]);
		}

		private boolean arePlain() {
			return Arrays.stream(this.numbers).filter((number) -> number != 0).count() >= FEWEST_BYTES
					&& sum() <= LARGEST_SUM;
		}

	}

	private record Multiple(Place place, int by) {

		// Of a byte that is not extended by its sign, and of something positive.
		static @Nullable Multiple of(Term term) {
			if (term.head() instanceof Head.Loaded loaded && loaded.op() == MemoryAccessOp.I32_LOAD8_U) {
				return new Multiple(loaded.place(), 1);
			}
			if (!term.is(NumericOp.I32_MUL) && !term.is(NumericOp.I32_SHL)) {
				return null;
			}
			Term one = term.operand(0);
			Term other = term.operand(1);
			boolean turned = one.isConstant() && term.is(NumericOp.I32_MUL);
			Multiple byteItself = of(turned ? other : one);
			Term constant = turned ? one : other;
			if (byteItself == null || byteItself.by != 1 || !constant.isConstant()) {
				return null;
			}
			int by = term.is(NumericOp.I32_SHL) ? 1 << constant.value() : constant.value();
			return (by > 0 && by <= LARGEST_SUM) ? new Multiple(byteItself.place, by) : null;
		}

	}

	/// Those of a round.
	static ByteWindows of(Round round, List<Total> totals) {
		Set<Window> windows = new LinkedHashSet<>();
		for (Source source : round.loads()) {
			for (int at = 0; at + BYTES <= source.bytes(); at += BYTES) {
				windows.add(new Window(source.place().further(at), source.site()));
			}
		}
		ByteWindows found = new ByteWindows(new LinkedHashMap<>(), new HashMap<>());
		totals.forEach((total) -> found.find(total, windows));
		return found;
	}

	private void find(Total total, Set<Window> windows) {
		List<Term> rest = new ArrayList<>();
		Map<Window, Weights> found = new LinkedHashMap<>();
		for (Term addend : total.addends()) {
			Multiple multiple = total.isSum() ? Multiple.of(addend) : null;
			Window window = (multiple != null) ? window(multiple.place, windows) : null;
			if (multiple == null || window == null) {
				rest.add(addend);
			}
			else {
				found.computeIfAbsent(window, Weights::new).add(window.index(multiple.place), multiple, addend);
			}
		}
		List<Weights> sums = new ArrayList<>();
		for (Weights weights : found.values()) {
			if (weights.arePlain()) {
				sums.add(weights);
			}
			else {
				rest.addAll(weights.terms);
			}
		}
		this.sums.put(total, sums);
		this.rests.put(total, rest);
	}

	private static @Nullable Window window(Place place, Set<Window> windows) {
		return windows.stream().filter((window) -> window.index(place) >= 0).findFirst().orElse(null);
	}

	/// Whether there are none.
	boolean isEmpty() {
		return this.sums.values().stream().allMatch(List::isEmpty);
	}

	/// The windows of a total.
	List<Weights> of(Total total) {
		return this.sums.getOrDefault(total, List.of());
	}

	/// What else a round adds to a total.
	List<Term> rest(Total total) {
		return this.rests.getOrDefault(total, total.addends());
	}

}
