package dev.graft.compiler.vector;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Renaming;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.pass.Analysis;
import dev.graft.compiler.pass.Webs;

/// Reads the temporary that a vector was computed into, where a local holds the same.
///
/// ```
///     v9 = (f32x4.gt v3 v4)              v9 = (f32x4.gt v3 v4)
///     v1 = v9                    ─▶
///     v5 = (v128.bitselect … v1)         v5 = (v128.bitselect … v9)
///     v6 = (v128.bitselect … v1)         v6 = (v128.bitselect … v9)
/// ```
///
/// Compilers keep what they read twice in a local, and any other vectors in the same one
/// later. Only of a temporary it is known what computes it, and who reads which of its
/// lanes.
final class VectorCopies {

	private final Body body;

	/// The temporaries that locals hold the same as.
	private final Map<Variable, Variable> held = new HashMap<>();

	private final Renaming renaming = Renaming.ofVariables((variable) -> this.held.getOrDefault(variable, variable));

	private VectorCopies(Body body) {
		this.body = body;
	}

	/// Rewrites a body that has vectors.
	static void apply(Body body) {
		Webs.separate(Analysis.of(body));
		VectorCopies copies = new VectorCopies(body);
		body.statements().replaceAll(copies::next);
		copies.dropUnread();
	}

	private Statement next(Statement statement) {
		if (statement instanceof Mark) {
			this.held.clear();
			return statement;
		}
		if (statement instanceof JumpIf jump && jump.target().isLoop()) {
			Statement renamed = this.renaming.of(statement);
			this.held.clear();
			return renamed;
		}
		if (!(statement instanceof Assign assign)) {
			return this.held.isEmpty() ? statement : this.renaming.of(statement);
		}
		Variable target = assign.variable();
		Expression value = this.held.isEmpty() ? assign.value() : this.renaming.of(assign.value());
		if (target.kind() == Kind.VECTOR && !target.isTemporary()) {
			this.held.remove(target);
			if (value instanceof Read read && read.variable().isTemporary()) {
				this.held.put(target, read.variable());
			}
		}
		return new Assign(target, value);
	}

	private void dropUnread() {
		int[] reads = new int[this.body.variables().size()];
		List<Statement> statements = this.body.statements();
		statements.forEach((statement) -> statement.forEachRead((variable) -> reads[variable.index()]++));
		statements.removeIf((statement) -> statement instanceof Assign assign && assign.value() instanceof Read
				&& assign.variable().kind() == Kind.VECTOR && reads[assign.variable().index()] == 0);
	}

}
