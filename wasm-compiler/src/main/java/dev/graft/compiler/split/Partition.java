package dev.graft.compiler.split;

import java.util.ArrayList;
import java.util.List;

/// Cuts a body into consecutive ranges, one after the other, wherever they may be jumped
/// into: the way that is always left.
///
/// A range with several entries is told by a number where to begin.
final class Partition {

	private final BodyFacts facts;

	private final MethodLimits limits;

	Partition(BodyFacts facts, MethodLimits limits) {
		this.facts = facts;
		this.limits = limits;
	}

	List<Range> find() {
		List<Range> ranges = new ArrayList<>();
		int from = 0;
		while (from < this.facts.length()) {
			int to = end(from);
			Range range = this.facts.range(from, to);
			for (int half = half(from, to); !range.isPossible() && half < to; half = half(from, to)) {
				to = half;
				range = this.facts.range(from, to);
			}
			if (range.isPossible() && range.cost() < range.bytes()) {
				ranges.add(range);
			}
			from = to;
		}
		return ranges;
	}

	private int end(int from) {
		int size = this.facts.size(from);
		int position = from + 1;
		while (position < this.facts.length() && size + this.facts.size(position) <= this.limits.piece()) {
			size += this.facts.size(position);
			position++;
		}
		return cuttable(from, position);
	}

	private int half(int from, int to) {
		return (to - from > 1) ? cuttable(from, from + (to - from) / 2) : to;
	}

	/// The last place up to a position where a range may end, or the first one behind it
	/// if there is none.
	private int cuttable(int from, int position) {
		int to = position;
		while (to > from && !this.facts.isCuttable(to)) {
			to--;
		}
		if (to == from) {
			to = Math.max(position, from + 1);
			while (!this.facts.isCuttable(to)) {
				to++;
			}
		}
		return to;
	}

}
