package dev.graft.compiler.split;

/// A set of variable indices that is emptied in no time, for sets that are built over and
/// over.
final class VariableSet {

	/// A variable is in the set if its stamp is the epoch, has been if it is minus the
	/// epoch.
	private final int[] stamps;

	private final int[] seen;

	private int count;

	private int epoch = 1;

	/// @param variables how many variables there are
	VariableSet(int variables) {
		this.stamps = new int[variables];
		this.seen = new int[variables];
	}

	void clear() {
		this.epoch++;
		this.count = 0;
	}

	void add(int variable) {
		int stamp = this.stamps[variable];
		if (stamp != this.epoch) {
			if (stamp != -this.epoch) {
				this.seen[this.count++] = variable;
			}
			this.stamps[variable] = this.epoch;
		}
	}

	void remove(int variable) {
		if (this.stamps[variable] == this.epoch) {
			this.stamps[variable] = -this.epoch;
		}
	}

	boolean contains(int variable) {
		return this.stamps[variable] == this.epoch;
	}

	/// How many variables are in the set or have been.
	int size() {
		return this.count;
	}

	/// One of those; the order is that in which they were first added.
	int get(int number) {
		return this.seen[number];
	}

}
