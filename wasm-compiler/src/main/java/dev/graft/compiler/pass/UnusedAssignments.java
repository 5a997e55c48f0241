package dev.graft.compiler.pass;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Effects;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Enter;
import dev.graft.compiler.ir.Variable;

/// Drops assignments of what nobody reads, and of what only they have read. HotSpot drops
/// them, too, but its interpreter and its first compiler do not, and methods are cut by
/// their size.
final class UnusedAssignments {

	private final Body body;

	private final Analysis analysis;

	/// The positions of what is dropped.
	private final BitSet unused = new BitSet();

	private final Set<Variable> live = new HashSet<>();

	private UnusedAssignments(Body body) {
		this.body = body;
		this.analysis = Analysis.of(body);
	}

	/// Drops them from a body, unless it handles exceptions or is too large to know what
	/// is alive where.
	static void drop(Body body) {
		UnusedAssignments unused = new UnusedAssignments(body);
		if (!unused.analysis.liveness().isEverythingLive()
				&& body.statements().stream().noneMatch((statement) -> statement instanceof Enter)) {
			unused.drop();
		}
	}

	private void drop() {
		FlowGraph graph = this.analysis.graph();
		List<Statement> statements = this.body.statements();
		for (int line = graph.size() - 1; line >= 0; line--) {
			this.live.clear();
			for (int number = graph.successorStart(line); number < graph.successorEnd(line); number++) {
				this.analysis.liveness().forEachLiveIn(graph.successor(number), this.live::add);
			}
			for (int position = graph.end(line) - 1; position >= graph.start(line); position--) {
				if (isUnused(statements.get(position))) {
					this.unused.set(position);
				}
			}
		}
		List<Statement> used = new ArrayList<>(statements.size());
		for (int position = 0; position < statements.size(); position++) {
			if (!this.unused.get(position)) {
				used.add(statements.get(position));
			}
		}
		statements.clear();
		statements.addAll(used);
	}

	// Goes on in front of a statement.
	private boolean isUnused(Statement statement) {
		if (statement instanceof Assign assign && !this.live.remove(assign.variable())
				&& Effects.isRemovable(assign.effects())) {
			return true;
		}
		statement.forEachRead(this.live::add);
		return false;
	}

}
