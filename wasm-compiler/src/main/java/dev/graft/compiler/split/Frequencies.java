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

	/// The successors of all lines, and for each line the number of its first.
	private final int[] successors;

	private final int[] starts;

	/// How often control comes to the lines before each.
	private final double[] comings;

	Frequencies(FlowGraph graph) {
		this.starts = new int[graph.size() + 1];
		int[] count = new int[1];
		for (int line = 0; line < graph.size(); line++) {
			graph.forEachSuccessor(line, (_) -> count[0]++);
			this.starts[line + 1] = count[0];
		}
		this.successors = new int[count[0]];
		count[0] = 0;
		for (int line = 0; line < graph.size(); line++) {
			graph.forEachSuccessor(line, (next) -> this.successors[count[0]++] = next);
		}
		this.lines = new double[graph.size()];
		double[] arriving = new double[graph.size()];
		for (int round = 0; round < ROUNDS; round++) {
			pass(arriving);
		}
		this.comings = new double[graph.size() + 1];
		for (int line = 0; line < graph.size(); line++) {
			this.comings[line + 1] = this.comings[line] + this.lines[line];
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

	// How often control goes from a line to each of its successors.
	private double share(int line) {
		return GOES_ON * this.lines[line] / Math.max(1, this.starts[line + 1] - this.starts[line]);
	}

	/// How often control passes through a line for each time that it comes into the body.
	double of(int line) {
		return this.lines[line];
	}

	/// How often control comes into a range of lines from outside of it.
	double entering(int from, int to) {
		double entering = this.comings[to] - this.comings[from];
		for (int line = from; line < to; line++) {
			double share = share(line);
			for (int number = this.starts[line]; number < this.starts[line + 1]; number++) {
				if (this.successors[number] >= from && this.successors[number] < to) {
					entering -= share;
				}
			}
		}
		return Math.max(0, entering);
	}

}
