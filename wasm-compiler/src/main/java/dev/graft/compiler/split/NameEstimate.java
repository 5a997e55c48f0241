package dev.graft.compiler.split;

import java.util.List;

import dev.graft.compiler.ir.Effects;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.pass.FlowGraph;
import dev.graft.compiler.pass.Liveness;

/// Whether HotSpot's C1 can number what a loop keeps alive over its calls.
///
/// C1 has some 9,400 numbers for values and refuses a method that needs more: it stays in
/// the interpreter until C2 has it. A value takes a number where it is computed, and two
/// or three at each call that it survives and is used behind, as a call ends all
/// registers. Calls of operators that access memory take none of these in most loops, and
/// are not counted: see RATIONALE, "Which loops are never cut into?".
final class NameEstimate {

	/// How many values may be alive at all calls of a loop together.
	static final int MOST = 4_600;

	private final FlowGraph graph;

	/// How many values are alive at the calls before each line, once for each call.
	private final long[] alive;

	NameEstimate(List<Statement> statements, FlowGraph graph, Liveness liveness) {
		this.graph = graph;
		this.alive = new long[graph.size() + 1];
		for (int line = 0; line < graph.size(); line++) {
			int calls = calls(statements.subList(graph.start(line), graph.end(line)));
			this.alive[line + 1] = this.alive[line] + (calls > 0 ? (long) calls * liveness.countLiveIn(line) : 0);
		}
	}

	private static int calls(List<Statement> line) {
		int calls = 0;
		for (Statement statement : line) {
			if ((statement.effects() & Effects.THROWS) != 0) {
				calls++;
			}
		}
		return calls;
	}

	/// How many values are alive at the calls of a loop, once for each call.
	/// @param from the position of its label
	/// @param to the position behind it
	long of(int from, int to) {
		return this.alive[this.graph.lineAt(to - 1) + 1] - this.alive[this.graph.lineAt(from)];
	}

}
