package dev.graft.compiler.split;

import java.util.ArrayList;
import java.util.List;

/// Cuts a body into consecutive ranges, one after the other, wherever they may be jumped into: the way that is always left.
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
			while (!range.isPossible() && to - from > 1) {
				to = from + (to - from) / 2;
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
		return position;
	}

}
