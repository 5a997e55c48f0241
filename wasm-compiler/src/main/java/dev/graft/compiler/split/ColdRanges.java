package dev.graft.compiler.split;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/// Chooses ranges of the body of an interpreter that control seldom comes into, whatever
/// ways lead there: what its switch selects may be jumped into from a second switch, as
/// a call of the interpreter returns into the middle of what has made it.
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

	/// As what part of the largest piece a range is just large enough.
	private static final int SMALL = 32;

	/// How often a call counts that never happens, as a part of how often control passes
	/// where it passes most.
	private static final double SELDOM = 0.0005;

	private final BodyFacts facts;

	private final MethodLimits limits;

	private final Frequencies frequencies;

	/// The lines before which a range may begin or end.
	private final BitSet cuttable = new BitSet();

	private final long mostEffort;

	ColdRanges(BodyFacts facts, MethodLimits limits, long mostEffort) {
		this.facts = facts;
		this.limits = limits;
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
		while (!candidates.isEmpty() && this.facts.effort() < this.mostEffort
				&& size > this.limits.most() - this.limits.most() / 20) {
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
			this.cuttable.set(line, this.facts.isCuttable(this.facts.lineStart(line)));
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

	private void addCandidates(GrowingRange range, int fromLine, double least, ColdCandidates candidates) {
		int from = this.facts.lineStart(fromLine);
		range.begin(from);
		Frequencies.Entering entering = this.frequencies.from(fromLine);
		int next = this.limits.piece() / SMALL;
		for (int toLine = fromLine + 1; toLine <= this.facts.lines(); toLine++) {
			int to = this.facts.lineStart(toLine);
			int bytes = this.facts.bytes(from, to);
			if (bytes > this.limits.piece()) {
				return;
			}
			this.facts.spend(to - this.facts.lineStart(toLine - 1));
			range.extend(to);
			if (bytes >= next && this.cuttable.get(toLine)) {
				next = bytes + Math.max(1, bytes / STEP);
				int cost = range.leastCost();
				if (isWorthwhile(bytes, cost)) {
					double calls = least + entering.times(toLine);
					candidates.add(from, to, calls, calls / (bytes - cost));
				}
			}
		}
	}

	private static boolean isWorthwhile(int bytes, int cost) {
		return (bytes - cost) * 100 > bytes * LEAST_GAIN;
	}

}
