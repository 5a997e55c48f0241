package dev.graft.compiler.pass;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Effects;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Enter;
import dev.graft.compiler.ir.Statement.Leave;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/// Drops regions in which nothing throws, and handlers that nothing leads to.
///
/// Validation takes every handler for reachable. What is left of them would keep
/// variables alive, and jumps from going just on.
public final class DeadHandlers {

	private final List<Statement> statements;

	private final BitSet dropped = new BitSet();

	private DeadHandlers(Body body) {
		this.statements = body.statements();
	}

	/// Rewrites the statements of a body.
	public static void drop(Body body) {
		if (body.statements().stream().anyMatch(Enter.class::isInstance)) {
			new DeadHandlers(body).drop(FlowGraph.of(body));
		}
	}

	private void drop(FlowGraph graph) {
		boolean[] reachable = graph.reachable();
		for (int line = 0; line < reachable.length; line++) {
			if (!reachable[line]) {
				this.dropped.set(graph.start(line), graph.end(line));
			}
		}
		matchBorders();
		List<Statement> kept = new ArrayList<>(this.statements.size());
		for (int position = 0; position < this.statements.size(); position++) {
			if (!this.dropped.get(position)) {
				kept.add(this.statements.get(position));
			}
		}
		this.statements.clear();
		this.statements.addAll(kept);
	}

	// A region is needed or not, whether control runs over its borders or around them. It
	// is needed as well if it keeps exceptions from the one around it.
	private void matchBorders() {
		Deque<Integer> open = new ArrayDeque<>();
		BitSet throwing = new BitSet();
		for (int position = 0; position < this.statements.size(); position++) {
			Statement statement = this.statements.get(position);
			if (statement instanceof Enter) {
				open.push(position);
			}
			else if (statement instanceof Leave) {
				int start = open.pop();
				this.dropped.set(start, !throwing.get(start));
				this.dropped.set(position, !throwing.get(start));
			}
			else if (!this.dropped.get(position) && (statement.effects() & Effects.THROWS) != 0 && !open.isEmpty()) {
				throwing.set(open.element());
			}
		}
	}

}
