package dev.graft.compiler.split;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Cuts a body into consecutive ranges, one after the other, wherever they may be jumped
/// into: the way that is always left.
///
/// A range with several entries is told by a number where to begin.
final class Partition {

	/// How much of what is done right before a switch stays with it.
	private static final int HEAD_BYTES = 500;

	private final BodyFacts facts;

	private final MethodLimits limits;

	Partition(BodyFacts facts, MethodLimits limits) {
		this.facts = facts;
		this.limits = limits;
	}

	/// Ranges between the switches of interpreters, which stay in the body with what
	/// leads to them, so that only what they select is somewhere else. No more than it
	/// takes to make the body small enough; those outside of loops first, then those
	/// that are entered in few ways.
	List<Range> aroundSwitches() {
		List<Range> all = find(true);
		all.sort(Comparator.comparingInt((Range range) -> this.facts.loopDepth(range.from()))
			.thenComparingInt((range) -> range.cost() * 100 / Math.max(1, range.bytes())));
		int size = this.facts.totalSize();
		List<Range> chosen = new ArrayList<>();
		for (Range range : all) {
			if (size <= this.limits.most() - this.limits.most() / 20) {
				break;
			}
			size -= range.bytes() - range.cost();
			chosen.add(range);
		}
		chosen.sort(Comparator.comparingInt(Range::from));
		return chosen;
	}

	/// Ranges that together are all of the body, but for those that would be no smaller
	/// than their calls.
	List<Range> everything() {
		return find(false);
	}

	private List<Range> find(boolean aroundSwitches) {
		List<Range> ranges = new ArrayList<>();
		int from = 0;
		while (from < this.facts.length()) {
			int until = aroundSwitches ? nextHead(from) : this.facts.length();
			while (from < until) {
				int to = Math.min(end(from), until);
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
			while (from < this.facts.length() && !this.facts.isDispatch(from)) {
				from++;
			}
			from++;
		}
		return ranges;
	}

	// The beginning of what leads to the next switch, or the end.
	private int nextHead(int from) {
		int at = from;
		while (at < this.facts.length() && !this.facts.isDispatch(at)) {
			at++;
		}
		if (at == this.facts.length()) {
			return at;
		}
		int head = at;
		int bytes = 0;
		while (head > from && !this.facts.statement(head - 1).endsLine() && bytes < HEAD_BYTES) {
			head--;
			bytes += this.facts.size(head);
		}
		return cuttable(from, head);
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
