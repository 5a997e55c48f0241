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

	/// The labels that are jumped to from outside, and those to which a jump leads that
	/// does not only tell how a piece was left.
	private final Entries entries;

	private final Entries ownEntries;

	private int from;

	private int to;

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
		this.entries = new Entries(facts.length());
		this.ownEntries = new Entries(facts.length());
	}

	/// Begins with an empty range.
	/// @param position where: behind the beginning of the range before it
	void begin(int position) {
		this.from = position;
		this.to = position;
		this.entries.begin();
		this.ownEntries.begin();
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
		this.entries.pass(position);
		this.ownEntries.pass(position);
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
		this.entries.add(this.facts.firstJump(label), this.facts.lastJump(label));
		this.ownEntries.add(this.facts.firstOwnJump(label), this.facts.lastOwnJump(label));
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

	/// Whether jumps lead into it past its beginning that do not only tell how a
	/// piece was left.
	boolean isEnteredAside() {
		return this.ownEntries.count > 0;
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
		return Range.cost(0, 0, 0, this.entries.count, exitCount(), common);
	}

	/// How many labels of a range some jumps lead to from outside.
	private final class Entries {

		/// How many labels of a range are jumped to from a position for the last time,
		/// and by where it begins the range for which that was counted.
		private final int[] closing;

		private final int[] closingOf;

		private int count;

		Entries(int length) {
			this.closing = new int[length];
			this.closingOf = new int[length];
		}

		void begin() {
			this.count = 0;
		}

		void pass(int position) {
			if (this.closingOf[position] == range()) {
				this.count -= this.closing[position];
			}
		}

		/// Adds the label at the end of the range, unless nobody jumps to it.
		void add(int first, int last) {
			if (last < 0) {
				return;
			}
			if (last >= GrowingRange.this.to) {
				this.count++;
				if (first >= GrowingRange.this.from) {
					close(last);
				}
			}
			else if (first < GrowingRange.this.from) {
				this.count++;
			}
		}

		private void close(int position) {
			if (this.closingOf[position] != range()) {
				this.closingOf[position] = range();
				this.closing[position] = 0;
			}
			this.closing[position]++;
		}

	}

}
