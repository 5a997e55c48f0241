package dev.graft.compiler.vector;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Enter;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.VectorConstant;
import dev.graft.compiler.pass.Analysis;
import dev.graft.compiler.pass.Liveness;
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
/// lanes; and only a constant tells how many bits a mask leaves. They also take constants
/// out of loops: what is assigned nothing else, before anybody reads it, is known
/// everywhere.
final class VectorCopies {

	private final Body body;

	/// The temporaries, read, and the constants that locals hold the same as.
	private final Map<Variable, Expression> held = new HashMap<>();

	/// What variables are that are only assigned one constant, before anybody reads them.
	private final Map<Variable, Expression> constants = new HashMap<>();

	private VectorCopies(Body body) {
		this.body = body;
	}

	/// Rewrites a body that has vectors.
	static void apply(Body body) {
		Analysis analysis = Webs.separate(Analysis.of(body));
		VectorCopies copies = new VectorCopies(body);
		copies.findConstants(analysis.liveness());
		body.statements().replaceAll(copies::next);
		copies.dropUnread();
	}

	// Compilers take constants out of loops.
	private void findConstants(Liveness liveness) {
		Map<Variable, Expression> assigned = new HashMap<>();
		Set<Variable> changing = new HashSet<>();
		if (liveness.isEverythingLive() || this.body.statements().stream().anyMatch(Enter.class::isInstance)) {
			return;
		}
		for (Statement statement : this.body.statements()) {
			if (statement instanceof Assign assign && assign.variable().kind() == Kind.VECTOR) {
				boolean first = assigned.put(assign.variable(), assign.value()) == null;
				if (!first || !(assign.value() instanceof VectorConstant)) {
					changing.add(assign.variable());
				}
			}
		}
		assigned.keySet().removeAll(changing);
		assigned.keySet().removeIf((variable) -> liveness.isLiveIn(0, variable));
		this.constants.putAll(assigned);
	}

	private Statement next(Statement statement) {
		if (statement instanceof Mark) {
			this.held.clear();
			return statement;
		}
		boolean nothing = this.held.isEmpty() && this.constants.isEmpty();
		Statement replaced = nothing ? statement : statement.map(this::replaced);
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
		if (!(tree instanceof Read read)) {
			return tree.map(this::replaced);
		}
		Expression constant = this.constants.get(read.variable());
		return (constant != null) ? constant : this.held.getOrDefault(read.variable(), read);
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
