package dev.graft.compiler.vector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Effects;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Variable;

/// Puts what a temporary is computed by in the place of its only use, in the same line
/// and if nothing between minds: what takes two instructions less, for every lane of
/// every operator. Temporaries without use go away.
final class Substitution {

	private static final int LARGEST_DEPTH = 24;

	private static final int LARGEST_TREE = 48;

	/// Assignments that wait for the use, at most.
	private static final int MOST_PENDING = 64;

	private final Body body;

	private final int[] reads;

	private final Map<Variable, Expression> pending = new LinkedHashMap<>();

	private final List<Statement> rewritten;

	private Substitution(Body body) {
		this.body = body;
		this.reads = new int[body.variables().size()];
		this.rewritten = new ArrayList<>(body.statements().size());
	}

	/// Rewrites a body.
	static void apply(Body body) {
		Substitution substitution = new Substitution(body);
		substitution.countReads();
		substitution.rewrite();
	}

	// From the end, so that what only unused temporaries read is not used either.
	private void countReads() {
		List<Statement> statements = this.body.statements();
		for (int position = statements.size() - 1; position >= 0; position--) {
			Statement statement = statements.get(position);
			if (!isUnused(statement)) {
				statement.forEachRead((variable) -> this.reads[variable.index()]++);
			}
		}
	}

	private boolean isUnused(Statement statement) {
		return statement instanceof Assign assign && assign.variable().isTemporary()
				&& this.reads[assign.variable().index()] == 0 && Effects.isRemovable(assign.value().effects());
	}

	private void rewrite() {
		List<Statement> statements = this.body.statements();
		for (Statement statement : statements) {
			if (!isUnused(statement)) {
				next(statement);
			}
		}
		flush();
		statements.clear();
		statements.addAll(this.rewritten);
	}

	private void next(Statement statement) {
		Statement substituted = substituted(statement);
		if (substituted instanceof Assign assign && waits(assign)) {
			if (this.pending.size() == MOST_PENDING) {
				emit(this.pending.keySet().iterator().next());
			}
			this.pending.put(assign.variable(), assign.value());
			return;
		}
		if (substituted instanceof Assign assign) {
			emitReaders(assign.variable());
		}
		if (substituted instanceof Statement.Mark
				|| substituted.effects() != Effects.NONE && (substituted.effects() & Effects.JUMPS) != 0) {
			flush();
		}
		this.rewritten.add(substituted);
	}

	private boolean waits(Assign assign) {
		return assign.variable().isTemporary() && this.reads[assign.variable().index()] == 1
				&& assign.value().effects() == Effects.NONE
				&& (!assign.variable().kind().isReference() || assign.variable().kind().isRegister());
	}

	private void emitReaders(Variable assigned) {
		List<Variable> readers = new ArrayList<>();
		this.pending.forEach((variable, value) -> {
			if (value.reads(assigned)) {
				readers.add(variable);
			}
		});
		readers.forEach(this::emit);
	}

	private void emit(Variable variable) {
		Expression value = this.pending.remove(variable);
		if (value != null) {
			this.rewritten.add(new Assign(variable, value));
		}
	}

	private void flush() {
		this.pending.forEach((variable, value) -> this.rewritten.add(new Assign(variable, value)));
		this.pending.clear();
	}

	private Statement substituted(Statement statement) {
		return this.pending.isEmpty() ? statement : statement.map((tree) -> substituted(tree, 0, tree.nodes()));
	}

	// The tree may not grow beyond what a statement should be.
	private Expression substituted(Expression tree, int depth, int nodes) {
		if (tree instanceof Read read) {
			return substituted(read, depth, nodes);
		}
		if (tree.operandCount() == 0) {
			return tree;
		}
		Expression[] operands = new Expression[tree.operandCount()];
		boolean changed = false;
		int grown = nodes;
		for (int number = 0; number < operands.length; number++) {
			Expression operand = tree.operand(number);
			operands[number] = substituted(operand, depth + 1, grown);
			grown += operands[number].nodes() - operand.nodes();
			changed |= operands[number] != operand;
		}
		return changed ? tree.with(operands) : tree;
	}

	private Expression substituted(Read read, int depth, int nodes) {
		Expression value = this.pending.get(read.variable());
		if (value == null) {
			return read;
		}
		if (depth + value.depth() > LARGEST_DEPTH || nodes + value.nodes() > LARGEST_TREE) {
			emit(read.variable());
			return read;
		}
		this.pending.remove(read.variable());
		return value;
	}

}
