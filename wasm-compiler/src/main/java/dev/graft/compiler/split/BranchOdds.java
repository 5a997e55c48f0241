package dev.graft.compiler.split;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Return;
import dev.graft.compiler.pass.FlowGraph;
import dev.graft.compiler.pass.Loops;

/// How likely each way on from a straight line is, as far as the shape of a body tells.
///
/// A loop is rather gone on with than left, and what can only end in a trap or an
/// exception is as good as never gone to. All other ways are equally likely, each entry
/// of a switch for itself. With each round of a loop some control gets lost, so that sums
/// over loops are finite, whatever shape they have.
final class BranchOdds {

	/// How likely a loop is left where it can be, and how much gets lost with a round.
	private static final double LEAVES = 0.1;

	/// How much less likely a way is that can only fail.
	private static final double FAILS = 0.001;

	private final boolean[] failing;

	/// For each line the first of the innermost loop that it is in, and the one behind
	/// its last.
	private final int[] loopStarts;

	private final int[] loopEnds;

	BranchOdds(FlowGraph graph, Loops loops, List<Statement> statements) {
		this.failing = new boolean[graph.size()];
		this.loopStarts = new int[graph.size()];
		this.loopEnds = new int[graph.size()];
		findLoops(graph, loops, statements.size());
		findFailing(graph, statements);
	}

	private void findLoops(FlowGraph graph, Loops loops, int length) {
		Deque<Integer> starts = new ArrayDeque<>(List.of(0));
		Deque<Integer> ends = new ArrayDeque<>(List.of(graph.size()));
		for (int line = 0; line < graph.size(); line++) {
			while (ends.element() <= line) {
				starts.pop();
				ends.pop();
			}
			for (int position = graph.start(line); position < graph.end(line); position++) {
				if (loops.isHeader(position)) {
					int end = loops.end(position);
					starts.push(line);
					ends.push((end < length) ? graph.lineAt(end) : graph.size());
				}
			}
			this.loopStarts[line] = starts.element();
			this.loopEnds[line] = ends.element();
		}
	}

	private void findFailing(FlowGraph graph, List<Statement> statements) {
		for (int line = graph.size() - 1; line >= 0; line--) {
			int number = graph.successorStart(line);
			int end = graph.successorEnd(line);
			boolean fails = number < end || !(statements.get(graph.end(line) - 1) instanceof Return);
			while (fails && number < end) {
				int next = graph.successor(number++);
				fails = next > line && this.failing[next];
			}
			this.failing[line] = fails;
		}
	}

	/// Divides what passes through a line among its successors.
	/// @param successors where they are
	/// @param from the number of the line's first
	/// @param to the number behind its last
	/// @param odds is given how likely each is, by number
	void divide(int line, int[] successors, int from, int to, double[] odds) {
		double going = 0;
		double leaving = 0;
		for (int number = from; number < to; number++) {
			odds[number] = this.failing[successors[number]] ? FAILS : 1;
			if (isOutside(line, successors[number])) {
				leaving += odds[number];
			}
			else {
				going += odds[number];
			}
		}
		boolean either = going > 0 && leaving > 0;
		double part = (either ? 1 - LEAVES : 1) / going;
		double leavingPart = (either ? LEAVES : 1) / leaving;
		for (int number = from; number < to; number++) {
			int next = successors[number];
			odds[number] *= isOutside(line, next) ? leavingPart : part;
			if (next <= line) {
				odds[number] *= 1 - LEAVES;
			}
		}
	}

	private boolean isOutside(int line, int next) {
		return next < this.loopStarts[line] || next >= this.loopEnds[line];
	}

}
