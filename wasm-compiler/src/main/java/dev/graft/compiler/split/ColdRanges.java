package dev.graft.compiler.split;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Chooses ranges of the body of an interpreter that control seldom comes into, whatever
/// ways lead there: what its switch selects may be jumped into from a second switch, as
/// a call of the interpreter returns into the middle of what has made it.
///
/// Whatever is cut here is called in between others, so what counts is how many bytes a
/// call that happens so often saves.
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
		List<Candidate> candidates = candidates();
		candidates.sort(Comparator.comparingDouble(Candidate::price));
		int size = this.facts.totalSize();
		List<Range> chosen = new ArrayList<>();
		for (Candidate candidate : candidates) {
			if (size <= this.limits.most() - this.limits.most() / 20) {
				break;
			}
			Range range = candidate.range;
			if (chosen.stream().allMatch((other) -> other.to() <= range.from() || range.to() <= other.from())) {
				size -= range.bytes() - range.cost();
				chosen.add(range);
			}
		}
		chosen.sort(Comparator.comparingInt(Range::from));
		return chosen;
	}

	private List<Candidate> candidates() {
		double least = 0;
		for (int line = 0; line < this.facts.lines(); line++) {
			least = Math.max(least, this.frequencies.of(line) * SELDOM);
		}
		List<Candidate> candidates = new ArrayList<>();
		for (int from = 0; from < this.facts.lines() && this.facts.effort() < this.mostEffort; from++) {
			if (this.facts.isCuttable(this.facts.lineStart(from))) {
				addCandidates(from, least, candidates);
			}
		}
		return candidates;
	}

	private void addCandidates(int fromLine, double least, List<Candidate> candidates) {
		int from = this.facts.lineStart(fromLine);
		int next = this.limits.piece() / SMALL;
		for (int toLine = fromLine + 1; toLine <= this.facts.lines(); toLine++) {
			int to = this.facts.lineStart(toLine);
			int bytes = this.facts.bytes(from, to);
			if (bytes > this.limits.piece()) {
				return;
			}
			if (bytes >= next && this.facts.isCuttable(to)) {
				next = bytes + Math.max(1, bytes / STEP);
				Range range = this.facts.range(from, to);
				int gain = range.bytes() - range.cost();
				if (range.isPossible() && gain * 100 > range.bytes() * LEAST_GAIN) {
					double calls = least + this.frequencies.entering(fromLine, toLine);
					candidates.add(new Candidate(range, calls / gain));
				}
			}
		}
	}

	/// A range that could be cut out.
	///
	/// @param range the range
	/// @param price how many calls each byte costs that it saves
	private record Candidate(Range range, double price) {
	}

}
