package dev.graft.compiler.split;

/// Which jumps cross the borders of a range whose end moves on: what can be told for next
/// to nothing of all the ranges that begin at the same place. What is alive at their
/// borders cannot.
final class GrowingRange {

	private final BodyFacts facts;

	private final Steps steps;

	/// The next position, from each on, at which there is a label or a jump.
	private final int[] borders;

	/// The range of which a label is an exit, by where that begins.
	private final int[] exitOf;

	/// How many labels of a range are jumped to from a position for the last time, and by
	/// where it begins the range for which that was counted.
	private final int[] closing;

	private final int[] closingOf;

	private int from;

	private int to;

	private int entries;

	private int exits;

	private int unpopularExits;

	GrowingRange(BodyFacts facts) {
		this.facts = facts;
		this.steps = facts.steps();
		this.borders = new int[facts.length() + 1];
		this.borders[facts.length()] = facts.length();
		for (int position = facts.length() - 1; position >= 0; position--) {
			this.borders[position] = facts.isBorder(position) ? position : this.borders[position + 1];
		}
		this.exitOf = new int[facts.body().variables().labels()];
		this.closing = new int[facts.length()];
		this.closingOf = new int[facts.length()];
	}

	/// Begins with an empty range.
	/// @param position where: behind the beginning of the range before it
	void begin(int position) {
		this.from = position;
		this.to = position;
		this.entries = 0;
		this.exits = 0;
		this.unpopularExits = 0;
	}

	/// Moves the end of the range on.
	void extend(int position) {
		for (int next = this.borders[this.to]; next < position; next = this.borders[next + 1]) {
			pass(next);
		}
		this.to = position;
	}

	private void pass(int position) {
		this.to = position + 1;
		if (this.closingOf[position] == range()) {
			this.entries -= this.closing[position];
		}
		int label = this.steps.label(position);
		if (label >= 0) {
			addLabel(label);
		}
		for (int number = this.steps.targetStart(position); number < this.steps.targetStart(this.to); number++) {
			addTarget(this.steps.targetLabel(number));
		}
	}

	// No array has it from the start.
	private int range() {
		return this.from + 1;
	}

	private void addLabel(int label) {
		if (this.exitOf[label] == range()) {
			this.exitOf[label] = 0;
			countExit(label, -1);
		}
		int last = this.facts.lastJump(label);
		if (last < 0) {
			return;
		}
		if (last >= this.to) {
			this.entries++;
			if (this.facts.firstJump(label) >= this.from) {
				close(last);
			}
		}
		else if (this.facts.firstJump(label) < this.from) {
			this.entries++;
		}
	}

	private void close(int position) {
		if (this.closingOf[position] != range()) {
			this.closingOf[position] = range();
			this.closing[position] = 0;
		}
		this.closing[position]++;
	}

	private void addTarget(int label) {
		int place = this.facts.position(label);
		if ((place < this.from || place >= this.to) && this.exitOf[label] != range()) {
			this.exitOf[label] = range();
			countExit(label, 1);
		}
	}

	private void countExit(int label, int by) {
		this.exits += by;
		if (!this.facts.isPopular(label)) {
			this.unpopularExits += by;
		}
	}

	/// Whether jumps lead into it past its beginning.
	boolean isEnteredAside() {
		return this.entries > 0;
	}

	/// In how many ways it can be left.
	int exitCount() {
		return this.exits + (fallsOut() ? 1 : 0) + (this.steps.returns(this.from, this.to) ? 1 : 0);
	}

	private boolean fallsOut() {
		return this.steps.fallsOut(this.from, this.to);
	}

	/// What [Range#cost] is at least.
	int leastCost() {
		boolean common = !fallsOut() && this.unpopularExits == 0;
		return Range.cost(0, 0, 0, this.entries, exitCount(), common);
	}

}
