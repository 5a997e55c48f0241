package dev.graft.compiler.split;

import java.util.List;

import dev.graft.compiler.ir.Effects;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.pass.FlowGraph;
import dev.graft.compiler.pass.Liveness;
import org.jspecify.annotations.Nullable;

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

	private final List<Statement> statements;

	private final FlowGraph graph;

	private final Liveness liveness;

	/// How many values are alive at the calls before each line, once for each call; null
	/// until somebody asks, as most bodies have no loop that this decides on.
	private long @Nullable [] alive;

	NameEstimate(List<Statement> statements, FlowGraph graph, Liveness liveness) {
		this.statements = statements;
		this.graph = graph;
		this.liveness = liveness;
	}

	private long[] alive() {
		long[] known = this.alive;
		if (known == null) {
			known = new long[this.graph.size() + 1];
			for (int line = 0; line < this.graph.size(); line++) {
				int calls = calls(this.statements.subList(this.graph.start(line), this.graph.end(line)));
				known[line + 1] = known[line] + (calls > 0 ? (long) calls * this.liveness.countLiveIn(line) : 0);
			}
			this.alive = known;
		}
		return known;
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
		long[] alive = alive();
		return alive[this.graph.lineAt(to - 1) + 1] - alive[this.graph.lineAt(from)];
	}

}
