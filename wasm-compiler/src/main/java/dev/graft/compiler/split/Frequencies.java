package dev.graft.compiler.split;

import java.util.Arrays;

import dev.graft.compiler.pass.FlowGraph;

/// How often control passes through the lines of a body and from one to another, as far
/// as the shape of the body tells ([BranchOdds]).
final class Frequencies {

	/// After so many, what loops add to themselves is next to nothing.
	private static final int MOST_ROUNDS = 60;

	private final double[] lines;

	/// The successors of all lines in their order, and for each line the number of its
	/// first.
	private final int[] successors;

	private final int[] starts;

	/// By number, how likely a line is left to this successor.
	private final double[] odds;

	/// By number, how often lines are left to all successors before it.
	private final double[] leavings;

	/// The predecessors of all lines in their order, for each line the number of its
	/// first, and by number the one that the line has among their successors.
	private final int[] predecessors;

	private final int[] predecessorStarts;

	private final int[] ways;

	/// For each line the number of the first of its successors that comes behind it, and
	/// of the first of its predecessors that does not come before it.
	private final int[] forwards;

	private final int[] backwards;

	/// How often control comes to the lines before each.
	private final double[] comings;

	Frequencies(FlowGraph graph, BranchOdds branches) {
		this.starts = new int[graph.size() + 1];
		for (int line = 0; line < graph.size(); line++) {
			this.starts[line + 1] = graph.successorEnd(line);
		}
		this.successors = new int[this.starts[graph.size()]];
		Arrays.setAll(this.successors, graph::successor);
		this.odds = new double[this.successors.length];
		for (int line = 0; line < graph.size(); line++) {
			Arrays.sort(this.successors, this.starts[line], this.starts[line + 1]);
			branches.divide(line, this.successors, this.starts[line], this.starts[line + 1], this.odds);
		}
		this.predecessorStarts = new int[graph.size() + 1];
		this.predecessors = new int[this.successors.length];
		this.ways = new int[this.successors.length];
		findPredecessors();
		this.forwards = new int[graph.size()];
		this.backwards = new int[graph.size()];
		for (int line = 0; line < graph.size(); line++) {
			this.forwards[line] = first(this.successors, this.starts[line], this.starts[line + 1], line + 1);
			this.backwards[line] = first(this.predecessors, this.predecessorStarts[line],
					this.predecessorStarts[line + 1], line);
		}
		this.lines = new double[graph.size()];
		boolean changing = true;
		for (int round = 0; changing && round < MOST_ROUNDS; round++) {
			changing = pass();
		}
		this.leavings = new double[this.successors.length + 1];
		this.comings = new double[graph.size() + 1];
		for (int line = 0; line < graph.size(); line++) {
			for (int number = this.starts[line]; number < this.starts[line + 1]; number++) {
				this.leavings[number + 1] = this.leavings[number] + this.lines[line] * this.odds[number];
			}
			this.comings[line + 1] = this.comings[line] + this.lines[line];
		}
	}

	private void findPredecessors() {
		for (int successor : this.successors) {
			this.predecessorStarts[successor + 1]++;
		}
		for (int line = 1; line < this.predecessorStarts.length; line++) {
			this.predecessorStarts[line] += this.predecessorStarts[line - 1];
		}
		int[] next = this.predecessorStarts.clone();
		for (int line = 0; line + 1 < this.starts.length; line++) {
			for (int number = this.starts[line]; number < this.starts[line + 1]; number++) {
				int place = next[this.successors[number]]++;
				this.predecessors[place] = line;
				this.ways[place] = number;
			}
		}
	}

	// What comes from before a line has been found in this round, what comes from behind
	// it in the last one. Whether anything has changed.
	private boolean pass() {
		boolean changed = false;
		for (int line = 0; line < this.lines.length; line++) {
			double coming = (line == 0) ? 1 : 0;
			for (int number = this.predecessorStarts[line]; number < this.predecessorStarts[line + 1]; number++) {
				coming += coming(number);
			}
			changed |= coming != this.lines[line];
			this.lines[line] = coming;
		}
		return changed;
	}

	// How often control comes from a predecessor.
	private double coming(int number) {
		return this.lines[this.predecessors[number]] * this.odds[this.ways[number]];
	}

	/// How often control passes through a line for each time that it comes into the body.
	double of(int line) {
		return this.lines[line];
	}

	// The first of some numbers in order that is not below another.
	private static int first(int[] numbers, int from, int to, int least) {
		int low = from;
		int high = to;
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (numbers[middle] < least) {
				low = middle + 1;
			}
			else {
				high = middle;
			}
		}
		return low;
	}

	// How often control goes from or to a line within a range that it is the last of.
	private double gained(int from, int line) {
		int behind = this.forwards[line];
		int start = this.starts[line];
		boolean leadsBack = behind > start && this.successors[behind - 1] >= from;
		int first = leadsBack ? first(this.successors, start, behind, from) : behind;
		double gained = this.leavings[behind] - this.leavings[first];
		start = this.predecessorStarts[line];
		int number = this.backwards[line];
		while (--number >= start && this.predecessors[number] >= from) {
			gained += coming(number);
		}
		return gained;
	}

	/// How often control comes into ranges that begin with a line, from outside of each.
	Entering from(int line) {
		return new Entering(line);
	}

	/// How often control comes into a range of lines whose end moves on.
	final class Entering {

		private final int from;

		private int to;

		private double within;

		private Entering(int from) {
			this.from = from;
			this.to = from;
		}

		/// How often it does if the range ends before a line, which is not before that of
		/// the question before. Most ranges are given up before anybody asks.
		double times(int end) {
			while (this.to < end) {
				this.within += gained(this.from, this.to++);
			}
			double[] before = Frequencies.this.comings;
			return Math.max(0, before[this.to] - before[this.from] - this.within);
		}

	}

}
