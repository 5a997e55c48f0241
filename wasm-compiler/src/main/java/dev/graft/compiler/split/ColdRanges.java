package dev.graft.compiler.split;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/// Chooses ranges that control seldom comes into.
///
/// Whatever is cut here is called in between others, so what counts is how many bytes a
/// call that happens so often saves. There are thousands of ranges for each that is
/// chosen, and only what is alive at its borders tells what one costs exactly. So that is
/// found out for those alone that could be next.
final class ColdRanges {

	/// What a range must at least save, in percent of its size.
	private static final int LEAST_GAIN = 30;

	/// By what part ranges that begin at the same place differ in size.
	private static final int STEP = 8;

	/// How often a call counts that never happens, as a part of how often control passes
	/// where it passes most.
	private static final double SELDOM = 0.0005;

	private final BodyFacts facts;

	private final int piece;

	private final Wanted wanted;

	private final Frequencies frequencies;

	/// The lines before which a range may begin or end.
	private final BitSet cuttable = new BitSet();

	private final long mostEffort;

	/// @param piece how many bytes a range has at most
	/// @param mostEffort when to stop looking and be content with what has been found
	ColdRanges(BodyFacts facts, int piece, Wanted wanted, long mostEffort) {
		this.facts = facts;
		this.piece = piece;
		this.wanted = wanted;
		this.mostEffort = mostEffort;
		this.frequencies = facts.frequencies();
	}

	/// Disjoint ranges in the order of their positions, enough of them to make the body
	/// small enough, if there are.
	List<Range> find() {
		ColdCandidates candidates = candidates();
		int size = this.facts.totalSize();
		List<Range> chosen = new ArrayList<>();
		BitSet taken = new BitSet(this.facts.length());
		while (!candidates.isEmpty() && this.facts.effort() < this.mostEffort && size > this.wanted.goal) {
			int first = candidates.first();
			Range range = candidates.range(first);
			if (isAny(taken, candidates.from(first), candidates.to(first))) {
				candidates.removeFirst();
			}
			else if (range != null) {
				candidates.removeFirst();
				taken.set(range.from(), range.to());
				size -= range.bytes() - range.cost();
				chosen.add(range);
			}
			else {
				Range exact = this.facts.range(candidates.from(first), candidates.to(first));
				if (exact.isPossible() && isWorthwhile(exact.bytes(), exact.cost())) {
					candidates.reprice(exact);
				}
				else {
					candidates.removeFirst();
				}
			}
		}
		chosen.sort(Comparator.comparingInt(Range::from));
		return chosen;
	}

	private static boolean isAny(BitSet positions, int from, int to) {
		int next = positions.nextSetBit(from);
		return next >= 0 && next < to;
	}

	private ColdCandidates candidates() {
		double least = 0;
		for (int line = 0; line < this.facts.lines(); line++) {
			least = Math.max(least, this.frequencies.of(line) * SELDOM);
		}
		for (int line = 0; line <= this.facts.lines(); line++) {
			this.cuttable.set(line, isCuttable(this.facts.lineStart(line)));
		}
		GrowingRange range = new GrowingRange(this.facts);
		ColdCandidates candidates = new ColdCandidates();
		for (int from = 0; from < this.facts.lines() && this.facts.effort() < this.mostEffort; from++) {
			if (this.cuttable.get(from)) {
				addCandidates(range, from, least, candidates);
			}
		}
		candidates.order();
		return candidates;
	}

	private boolean isCuttable(int position) {
		return this.facts.isCuttable(position)
				&& (position == this.facts.length() || !this.wanted.loops.isInside(position));
	}

	private void addCandidates(GrowingRange range, int fromLine, double least, ColdCandidates candidates) {
		int from = this.facts.lineStart(fromLine);
		range.begin(from);
		Frequencies.Entering entering = this.frequencies.from(fromLine);
		int next = this.wanted.smallest;
		int most = most(from);
		for (int toLine = fromLine + 1; toLine <= this.facts.lines(); toLine++) {
			int to = this.facts.lineStart(toLine);
			int bytes = this.facts.bytes(from, to);
			if (bytes > most) {
				return;
			}
			this.facts.spend(to - this.facts.lineStart(toLine - 1));
			range.extend(to);
			if (bytes >= next && this.cuttable.get(toLine) && this.wanted.isSimpleEnough(range)) {
				next = bytes + Math.max(1, bytes / STEP);
				int cost = range.leastCost();
				if (isWorthwhile(bytes, cost)) {
					double calls = least + entering.times(toLine);
					candidates.add(from, to, calls, calls / (bytes - cost));
				}
			}
		}
	}

	// A loop that stays whole may be larger than other pieces.
	private int most(int from) {
		int end = (from < this.facts.length()) ? this.wanted.loops.end(from) : 0;
		return Math.max(this.piece, (end > 0) ? this.facts.bytes(from, end) : 0);
	}

	private static boolean isWorthwhile(int bytes, int cost) {
		return (bytes - cost) * 100 > bytes * LEAST_GAIN;
	}

	/// What is looked for.
	///
	/// @param loops those that are not cut into
	/// @param smallest how many bytes a range has at least
	/// @param mostExits in how many ways it is left at most
	/// @param enteredAside whether any jumps may lead into it past its beginning, or only
	/// such as tell how a piece was left
	/// @param goal as soon as the body has no more bytes than that, there are enough
	record Wanted(WholeLoops loops, int smallest, int mostExits, boolean enteredAside, int goal) {

		/// As what part of the largest piece a case of an interpreter is just large
		/// enough.
		private static final int SMALL_CASE = 32;

		/// As what part of the largest piece another range is just large enough. With
		/// smaller ones there are more methods, for which HotSpot takes longer.
		private static final int SMALL = 4;

		private static final int MOST_EXITS = 6;

		/// Any range of an interpreter, whatever ways lead there: its cases may be jumped
		/// into from a second switch, as a call of the interpreter returns into the
		/// middle of what has made it.
		static Wanted ofInterpreter(WholeLoops none, MethodLimits limits) {
			return new Wanted(none, limits.piece() / SMALL_CASE, Integer.MAX_VALUE, true,
					limits.most() - limits.most() / 20);
		}

		/// Ranges beside the likely way through a function.
		static Wanted besideLikelyWay(WholeLoops loops, MethodLimits limits) {
			return new Wanted(loops, limits.piece() / SMALL, MOST_EXITS, false, limits.goal());
		}

		private boolean isSimpleEnough(GrowingRange range) {
			return (this.enteredAside || !range.isEnteredAside()) && range.exitCount() <= this.mostExits;
		}

	}

}
