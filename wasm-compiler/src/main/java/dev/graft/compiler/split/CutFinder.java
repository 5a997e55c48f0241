package dev.graft.compiler.split;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Switch;
import org.jspecify.annotations.Nullable;

/// Chooses the ranges of a body that become pieces.
///
/// Good ranges are entered at their beginning only, are large, and have little that
/// crosses their borders. Inside of a dispatch loop these are the bodies of cases: the
/// switch itself jumps to places all over the body, so it belongs to no range and stays.
/// Ranges outside of loops are taken first, as a call costs least where it happens least.
final class CutFinder {

	private static final int MOST_EXITS = 6;

	private static final int ATTEMPTS = 6;

	private static final int STEP = 8;

	/// What a range must at least save, in percent of its size.
	private static final int LEAST_GAIN = 50;

	private final BodyFacts facts;

	private final MethodLimits limits;

	private final long mostEffort;

	private final int smallest;

	private final boolean onlyCases;

	private final WholeLoops loops;

	/// @param smallest how many bytes a range has at least
	/// @param onlyCases whether ranges may only begin where a switch in a loop leads to
	/// @param loops those that are not cut into
	/// @param mostEffort when to stop looking and be content with what has been found
	CutFinder(BodyFacts facts, MethodLimits limits, int smallest, boolean onlyCases, WholeLoops loops,
			long mostEffort) {
		this.smallest = smallest;
		this.onlyCases = onlyCases;
		this.loops = loops;
		this.facts = facts;
		this.limits = limits;
		this.mostEffort = mostEffort;
	}

	/// Disjoint ranges in the order of their positions, enough of them to make the body
	/// as small as it should be, if there are.
	List<Range> find() {
		List<Range> all = new ArrayList<>();
		int position = 0;
		while (position < this.facts.length() && this.facts.effort() < this.mostEffort) {
			Range range = isGoodStart(position) ? largest(position) : null;
			if (range != null) {
				all.add(range);
				position = range.to();
			}
			else {
				position = nextStart(position);
			}
		}
		return enough(all);
	}

	// Behind the next border, or a little further in a long straight line.
	private int nextStart(int from) {
		int end = Math.min(from + STEP, this.facts.length());
		for (int position = from; position < end; position++) {
			Statement statement = this.facts.statement(position);
			if (position > from && this.loops.end(position) > 0) {
				return position;
			}
			if (statement instanceof Mark || statement instanceof JumpIf || statement.endsLine()) {
				return position + 1;
			}
		}
		return end;
	}

	private List<Range> enough(List<Range> all) {
		List<Range> order = new ArrayList<>(all);
		order.sort(Comparator.comparingInt((Range range) -> this.facts.loopDepth(range))
			.thenComparingInt((range) -> range.cost() - range.bytes()));
		int size = this.facts.totalSize();
		List<Range> chosen = new ArrayList<>();
		for (Range range : order) {
			if (size <= this.limits.goal()) {
				break;
			}
			size -= range.bytes() - range.cost();
			chosen.add(range);
		}
		chosen.sort(Comparator.comparingInt(Range::from));
		return chosen;
	}

	private boolean isGoodStart(int position) {
		if (!this.facts.isFallenInto(position) || !isBorder(position)
				|| this.onlyCases && !this.facts.isCase(position)) {
			return false;
		}
		// Within a long straight line any place is as good as another; among small steps
		// the
		// beginning of one is better.
		return !(this.facts.statement(position) instanceof Mark mark && this.facts.firstJump(mark.label()) < position);
	}

	private boolean isBorder(int position) {
		return this.facts.isCuttable(position) && !this.loops.isInside(position);
	}

	private @Nullable Range largest(int from) {
		List<Integer> ends = ends(from);
		int attempts = 0;
		for (int index = ends.size() - 1; index >= 0 && attempts < ATTEMPTS; index--) {
			int to = ends.get(index);
			attempts++;
			if (!this.facts.hasMoreExits(from, to, MOST_EXITS)) {
				Range range = this.facts.range(from, to);
				if (isWorthwhile(range)) {
					return range;
				}
			}
		}
		return null;
	}

	private boolean isWorthwhile(Range range) {
		return range.isPossible() && range.exitCount() <= MOST_EXITS && range.entries().isEmpty()
				&& (range.bytes() - range.cost()) * 100 >= range.bytes() * LEAST_GAIN;
	}

	// Where a range from a position can end so that nobody jumps into it.
	private List<Integer> ends(int from) {
		List<Integer> ends = new ArrayList<>();
		int most = most(from);
		int size = 0;
		int closedAt = from;
		int last = -1;
		for (int position = from; position < this.facts.length(); position++) {
			Statement statement = this.facts.statement(position);
			size += this.facts.size(position);
			if (size > most || statement instanceof Switch table && leavesFar(table, from, size)) {
				break;
			}
			if (statement instanceof Mark mark) {
				if (this.facts.firstJump(mark.label()) < from) {
					break;
				}
				closedAt = Math.max(closedAt, this.facts.lastJump(mark.label()) + 1);
			}
			boolean border = statement instanceof JumpIf || statement.endsLine() || size - last > this.smallest;
			if (position + 1 >= closedAt && size >= this.smallest && border && isBorder(position + 1)) {
				ends.add(position + 1);
				last = size;
			}
		}
		return ends;
	}

	// A loop that stays whole may be larger than other pieces.
	private int most(int from) {
		int end = this.loops.end(from);
		return Math.max(this.limits.piece(), (end > 0) ? this.facts.bytes(from, end) : 0);
	}

	// A switch whose targets are so far away that no range could contain them all.
	private boolean leavesFar(Switch table, int from, int sizeBefore) {
		int far = 0;
		for (Label target : table.targets()) {
			far = Math.max(far, this.facts.position(target));
			if (this.facts.position(target) < from) {
				return table.targets().length > MOST_EXITS;
			}
		}
		int size = sizeBefore;
		for (int position = from; position < far && position < this.facts.length(); position++) {
			size += this.facts.size(position);
			if (size > 2 * this.limits.piece()) {
				return table.targets().length > MOST_EXITS;
			}
		}
		return false;
	}

}
