package dev.graft.compiler.split;

import java.util.Arrays;

import dev.graft.compiler.pass.FlowGraph;

/// How often control passes through the lines of a body and from one to another, as far
/// as its jumps alone tell: a line's successors are equally likely, each entry of a
/// switch for itself.
///
/// With every step some control gets lost, so that sums over loops are finite: a loop
/// counts for about twenty rounds, whatever shape it has.
final class Frequencies {

	private static final int ROUNDS = 60;

	private static final double GOES_ON = 0.95;

	private final double[] lines;

	/// How often control goes from each line to each of its successors.
	private final double[] shares;

	/// The successors of all lines in their order, and for each line the number of its
	/// first.
	private final int[] successors;

	private final int[] starts;

	/// The predecessors of all lines in their order, and for each line the number of its
	/// first.
	private final int[] predecessors;

	private final int[] predecessorStarts;

	/// For each line the number of the first of its successors that comes behind it, and
	/// of the first of its predecessors that does not come before it.
	private final int[] forwards;

	private final int[] backwards;

	/// How often control comes to the lines before each.
	private final double[] comings;

	Frequencies(FlowGraph graph) {
		this.starts = new int[graph.size() + 1];
		for (int line = 0; line < graph.size(); line++) {
			this.starts[line + 1] = graph.successorEnd(line);
		}
		this.successors = new int[this.starts[graph.size()]];
		Arrays.setAll(this.successors, graph::successor);
		for (int line = 0; line < graph.size(); line++) {
			Arrays.sort(this.successors, this.starts[line], this.starts[line + 1]);
		}
		this.predecessorStarts = new int[graph.size() + 1];
		this.predecessors = new int[this.successors.length];
		findPredecessors();
		this.forwards = new int[graph.size()];
		this.backwards = new int[graph.size()];
		for (int line = 0; line < graph.size(); line++) {
			this.forwards[line] = first(this.successors, this.starts[line], this.starts[line + 1], line + 1);
			this.backwards[line] = first(this.predecessors, this.predecessorStarts[line],
					this.predecessorStarts[line + 1], line);
		}
		this.lines = new double[graph.size()];
		double[] arriving = new double[graph.size()];
		for (int round = 0; round < ROUNDS; round++) {
			pass(arriving);
		}
		this.shares = new double[graph.size()];
		Arrays.setAll(this.shares, this::share);
		this.comings = new double[graph.size() + 1];
		for (int line = 0; line < graph.size(); line++) {
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
				this.predecessors[next[this.successors[number]]++] = line;
			}
		}
	}

	private void pass(double[] arriving) {
		Arrays.fill(arriving, 0);
		arriving[0] = 1;
		for (int line = 0; line < this.lines.length; line++) {
			double share = share(line);
			for (int number = this.starts[line]; number < this.starts[line + 1]; number++) {
				arriving[this.successors[number]] += share;
			}
		}
		System.arraycopy(arriving, 0, this.lines, 0, arriving.length);
	}

	private double share(int line) {
		return GOES_ON * this.lines[line] / Math.max(1, this.starts[line + 1] - this.starts[line]);
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
		double gained = (behind - first) * this.shares[line];
		start = this.predecessorStarts[line];
		int number = this.backwards[line];
		while (--number >= start && this.predecessors[number] >= from) {
			gained += this.shares[this.predecessors[number]];
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
