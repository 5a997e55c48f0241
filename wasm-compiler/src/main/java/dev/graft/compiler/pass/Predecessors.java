package dev.graft.compiler.pass;

import dev.graft.compiler.ir.Region;

/// The lines that control can come from to each line, by an exception perhaps.
final class Predecessors {

	private final int[] starts;

	private final int[] lines;

	Predecessors(FlowGraph graph) {
		this.starts = new int[graph.size() + 2];
		for (int line = 0; line < graph.size(); line++) {
			for (int number = graph.successorStart(line); number < graph.successorEnd(line); number++) {
				this.starts[graph.successor(number) + 2]++;
			}
			Region region = graph.region(line);
			if (region != null) {
				this.starts[graph.line(region.handler()) + 2]++;
			}
		}
		for (int line = 2; line < this.starts.length; line++) {
			this.starts[line] += this.starts[line - 1];
		}
		this.lines = new int[this.starts[graph.size() + 1]];
		for (int line = 0; line < graph.size(); line++) {
			for (int number = graph.successorStart(line); number < graph.successorEnd(line); number++) {
				add(graph.successor(number), line);
			}
			Region region = graph.region(line);
			if (region != null) {
				add(graph.line(region.handler()), line);
			}
		}
	}

	// Until all are there, a line's start stands one further up.
	private void add(int to, int from) {
		this.lines[this.starts[to + 1]++] = from;
	}

	/// The number of a line's first predecessor.
	int start(int line) {
		return this.starts[line];
	}

	/// What comes behind the number of a line's last predecessor.
	int end(int line) {
		return this.starts[line + 1];
	}

	/// A predecessor.
	int line(int number) {
		return this.lines[number];
	}

}
