package dev.graft.compiler.vector;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.VectorConstant;
import dev.graft.compiler.pass.Analysis;
import dev.graft.compiler.pass.Webs;

/// Reads the temporary that a vector was computed into, or the constant, where a local
/// holds the same.
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
/// lanes; and only a constant tells how many bits a mask leaves.
final class VectorCopies {

	private final Body body;

	/// The temporaries, read, and the constants that locals hold the same as.
	private final Map<Variable, Expression> held = new HashMap<>();

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
		Statement replaced = this.held.isEmpty() ? statement : statement.map(this::replaced);
		if (statement instanceof JumpIf jump && jump.target().isLoop()) {
			this.held.clear();
		}
		if (replaced instanceof Assign assign && assign.variable().kind() == Kind.VECTOR
				&& !assign.variable().isTemporary()) {
			assigned(assign.variable(), assign.value());
		}
		return replaced;
	}

	private void assigned(Variable local, Expression value) {
		this.held.remove(local);
		if (value instanceof VectorConstant || value instanceof Read read && read.variable().isTemporary()) {
			this.held.put(local, value);
		}
	}

	private Expression replaced(Expression tree) {
		return (tree instanceof Read read) ? this.held.getOrDefault(read.variable(), read) : tree.map(this::replaced);
	}

	private void dropUnread() {
		int[] reads = new int[this.body.variables().size()];
		List<Statement> statements = this.body.statements();
		statements.forEach((statement) -> statement.forEachRead((variable) -> reads[variable.index()]++));
		statements.removeIf((statement) -> statement instanceof Assign assign
				&& (assign.value() instanceof Read || assign.value() instanceof VectorConstant)
				&& assign.variable().kind() == Kind.VECTOR && reads[assign.variable().index()] == 0);
	}

}
