package dev.graft.compiler.vector;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Variable;

/// Whether two vectors that grow are assigned together, so that they always differ by the
/// same.
final class CommonGrowth {

	/// How many statements may lie between, as each pair of vectors is asked for.
	private static final int MOST_BETWEEN = 64;

	private final List<Statement> statements;

	private final Map<Variable, Integer> reads = new HashMap<>();

	CommonGrowth(Body body) {
		this.statements = body.statements();
		this.statements
			.forEach((statement) -> statement.forEachRead((variable) -> this.reads.merge(variable, 1, Integer::sum)));
	}

	/// Whether what lies between two assignments is a straight line that uses neither of
	/// the vectors: one of them has its new value there, and the other one has not.
	/// @param one where one vector is assigned
	/// @param other where the other one is
	boolean areTogether(int one, int other) {
		int from = Math.min(one, other);
		int to = Math.max(one, other);
		return to - from <= MOST_BETWEEN && this.statements.subList(from + 1, to)
			.stream()
			.allMatch((statement) -> isAside(statement, assign(one), assign(other)));
	}

	private Assign assign(int position) {
		return (Assign) this.statements.get(position);
	}

	private boolean isAside(Statement statement, Assign one, Assign other) {
		return statement instanceof Assign between && (isOnlyFor(one, between) || isOnlyFor(other, between)
				|| !reads(between, one.variable()) && !reads(between, other.variable()));
	}

	// What a temporary holds that nothing else reads is left out with the assignment.
	private boolean isOnlyFor(Assign vector, Assign before) {
		return vector.value() instanceof Read read && read.variable() == before.variable()
				&& read.variable().isTemporary() && this.reads.getOrDefault(read.variable(), 0) == 1;
	}

	private static boolean reads(Assign assign, Variable variable) {
		boolean[] found = new boolean[1];
		assign.forEachRead((read) -> found[0] |= read == variable);
		return found[0];
	}

}
