package dev.graft.compiler.vector;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.RegisterOperation;
import dev.graft.compiler.ir.Select;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.pass.Loops;
import org.jspecify.annotations.Nullable;

/// What lanes the objects have that vectors are held as: those that most operators want
/// that compute and use them.
///
/// To take an object for other lanes is no instruction in C2's code. But it is a copy
/// through an array before C2 has compiled the code, which is where first calls spend
/// their time, and half of all the methods that the compilers have to look at: C1 gives
/// up large methods, which then stay in the interpreter. Variables that are copied or
/// combined bit by bit have the same lanes.
final class RegisterLanes {

	private static final int LOOP_SHIFT = 3;

	private static final int DEEPEST = 4;

	private final BitSet chosen;

	private final int[] groups;

	private final Map<Integer, Map<Kind, Long>> votes = new HashMap<>();

	private RegisterLanes(Body body, BitSet chosen) {
		this.chosen = chosen;
		this.groups = new int[body.variables().size()];
		for (int variable = 0; variable < this.groups.length; variable++) {
			this.groups[variable] = variable;
		}
	}

	/// @param loops the loops of the body
	/// @param chosen the indices of the variables that are held as objects
	static RegisterLanes of(Body body, Loops loops, BitSet chosen) {
		RegisterLanes lanes = new RegisterLanes(body, chosen);
		if (chosen.isEmpty()) {
			return lanes;
		}
		List<Statement> statements = body.statements();
		statements.forEach(lanes::join);
		for (int position = 0; position < statements.size(); position++) {
			lanes.vote(statements.get(position), 1L << LOOP_SHIFT * Math.min(DEEPEST, loops.depth(position)));
		}
		return lanes;
	}

	/// The kind of the variable that takes the place of one.
	Kind of(Variable vector) {
		Map<Kind, Long> votes = this.votes.getOrDefault(find(vector.index()), Map.of());
		Kind most = Kind.REGISTER;
		for (Map.Entry<Kind, Long> entry : votes.entrySet()) {
			most = (entry.getValue() > votes.getOrDefault(most, 0L)) ? entry.getKey() : most;
		}
		return most;
	}

	private void join(Statement statement) {
		if (!(statement instanceof Assign assign && holds(assign.variable()))) {
			return;
		}
		boolean any = assign.value() instanceof Read || assign.value() instanceof Select
				|| assign.value() instanceof Vector vector && RegisterOperation.resultOf(vector.op()) == null;
		if (any) {
			join(assign.variable(), assign.value());
		}
		for (int number = 0; any && number < assign.value().operandCount(); number++) {
			join(assign.variable(), assign.value().operand(number));
		}
	}

	private void join(Variable variable, Expression vector) {
		if (vector instanceof Read read && holds(read.variable())) {
			this.groups[find(read.variable().index())] = find(variable.index());
		}
	}

	private boolean holds(Variable variable) {
		return variable.kind() == Kind.VECTOR && this.chosen.get(variable.index());
	}

	private int find(int variable) {
		int group = variable;
		while (this.groups[group] != group) {
			this.groups[group] = this.groups[this.groups[group]];
			group = this.groups[group];
		}
		return group;
	}

	private void vote(Statement statement, long weight) {
		if (statement instanceof Assign assign && assign.value() instanceof Vector vector) {
			vote(assign.variable(), RegisterOperation.resultOf(vector.op()), weight);
		}
		for (int number = 0; number < statement.operandCount(); number++) {
			vote(statement.operand(number), weight);
		}
	}

	private void vote(Expression tree, long weight) {
		for (int number = 0; number < tree.operandCount(); number++) {
			Expression operand = tree.operand(number);
			if (tree instanceof Vector vector && operand instanceof Read read) {
				vote(read.variable(), RegisterOperation.operandOf(vector.op()), weight);
			}
			vote(operand, weight);
		}
	}

	private void vote(Variable variable, @Nullable Kind lanes, long weight) {
		if (lanes != null && holds(variable)) {
			this.votes.computeIfAbsent(find(variable.index()), (group) -> new EnumMap<>(Kind.class))
				.merge(lanes, weight, Long::sum);
		}
	}

}
