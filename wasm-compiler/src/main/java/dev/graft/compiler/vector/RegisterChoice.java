package dev.graft.compiler.vector;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Effects;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.VectorStore;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.ir.VectorLoad;
import dev.graft.compiler.op.VectorOp;
import dev.graft.compiler.pass.Loops;

/// Decides which vectors are held as objects of the Vector API.
///
/// Vectors that meet in an operator are decided about together, so that nothing ever has
/// to be converted in the middle. They are held as objects if a loop streams them through
/// memory, if every operator between is one that HotSpot has an instruction for, if no
/// loop that touches them calls anything (an object that a call can see has to exist), if
/// that saves enough operations, and if C1 can compile the rounds of their loops: what it
/// gives up stays in the interpreter until C2 has compiled it, which may take seconds.
/// RATIONALE, "When does code use the Vector API?", has the measurements.
final class RegisterChoice {

	/// How many times as many operations lanes must take.
	private static final double SAVING = 1.2;

	/// How many methods of the API a round may call, each of which is several for C1. It
	/// has been seen to give up 700, and C2, which peels a round, 460.
	private static final int MOST_CALLS = 350;

	private static final int LOOP_SHIFT = 3;

	private static final int DEEPEST = 4;

	private static final int OUTSIDE = -1;

	private final Body body;

	private final Loops loops;

	private final BitSet calling;

	/// A variable of the same group, or itself for the one that stands for the group.
	private final int[] groups;

	private final boolean[] refused;

	private final boolean[] streaming;

	private final long[] asLanes;

	private final long[] asRegisters;

	/// How many methods of the API are called, by the header of the innermost loop and by
	/// group.
	private final Map<Integer, Map<Integer, Integer>> calls = new HashMap<>();

	private RegisterChoice(Body body, Loops loops) {
		this.body = body;
		this.loops = loops;
		this.calling = callingLoops();
		int size = body.variables().size();
		this.groups = new int[size];
		for (int variable = 0; variable < size; variable++) {
			this.groups[variable] = variable;
		}
		this.refused = new boolean[size];
		this.streaming = new boolean[size];
		this.asLanes = new long[size];
		this.asRegisters = new long[size];
	}

	/// The indices of the variables that are held as objects.
	static BitSet choose(Body body, Loops loops) {
		RegisterChoice choice = new RegisterChoice(body, loops);
		List<Statement> statements = body.statements();
		for (Statement statement : statements) {
			choice.group(statement);
		}
		Deque<Integer> headers = new ArrayDeque<>();
		headers.push(OUTSIDE);
		for (int position = 0; position < statements.size(); position++) {
			while (headers.getFirst() != OUTSIDE && loops.end(headers.getFirst()) <= position) {
				headers.pop();
			}
			if (loops.isHeader(position)) {
				headers.push(position);
			}
			choice.count(statements.get(position), position, headers.getFirst());
		}
		return choice.chosen();
	}

	private BitSet callingLoops() {
		BitSet positions = new BitSet();
		int[] calls = callsBefore();
		for (int header = 0; header < this.body.statements().size(); header++) {
			// What is in a loop that counts has been counted with it.
			if (this.loops.isHeader(header) && !positions.get(header)
					&& calls[this.loops.end(header)] > calls[header]) {
				positions.set(header, this.loops.end(header));
			}
		}
		return positions;
	}

	private int[] callsBefore() {
		List<Statement> statements = this.body.statements();
		int[] calls = new int[statements.size() + 1];
		for (int position = 0; position < statements.size(); position++) {
			boolean isCall = (statements.get(position).effects() & Effects.CALL) == Effects.CALL;
			calls[position + 1] = calls[position] + (isCall ? 1 : 0);
		}
		return calls;
	}

	// All vectors of a statement belong together.
	private void group(Statement statement) {
		int first = (statement instanceof Assign assign && assign.variable().kind() == Kind.VECTOR)
				? find(assign.variable().index()) : -1;
		for (int number = 0; number < statement.operandCount(); number++) {
			first = group(statement.operand(number), first);
		}
	}

	private int group(Expression tree, int first) {
		if (!tree.hasVectors()) {
			return first;
		}
		int group = first;
		if (tree instanceof Read read) {
			int own = find(read.variable().index());
			if (group >= 0) {
				this.groups[own] = group;
			}
			return (group >= 0) ? group : own;
		}
		for (int number = 0; number < tree.operandCount(); number++) {
			group = group(tree.operand(number), group);
		}
		return group;
	}

	private int find(int variable) {
		int group = variable;
		while (this.groups[group] != group) {
			this.groups[group] = this.groups[this.groups[group]];
			group = this.groups[group];
		}
		return group;
	}

	private void count(Statement statement, int position, int header) {
		int group = groupOf(statement);
		if (group < 0) {
			return;
		}
		int depth = this.loops.depth(position);
		long weight = 1L << LOOP_SHIFT * Math.min(DEEPEST, depth);
		this.refused[group] |= this.calling.get(position);
		this.calls.computeIfAbsent(header, (loop) -> new HashMap<>()).merge(group, calls(statement), Integer::sum);
		boolean accesses = statement instanceof VectorStore
				|| statement instanceof Assign assign && assign.value() instanceof VectorLoad;
		if (accesses) {
			this.streaming[group] |= depth > 0;
			add(group, weight, 3, 1);
		}
		for (int number = 0; number < statement.operandCount(); number++) {
			count(statement.operand(number), group, weight);
		}
	}

	private static int calls(Statement statement) {
		int calls = (statement instanceof VectorStore) ? 1 : 0;
		for (int number = 0; number < statement.operandCount(); number++) {
			calls += calls(statement.operand(number));
		}
		return calls;
	}

	private static int calls(Expression tree) {
		int calls = (tree instanceof Vector vector) ? RegisterOperators.calls(vector)
				: (tree instanceof VectorLoad) ? 1 : 0;
		for (int number = 0; number < tree.operandCount(); number++) {
			calls += calls(tree.operand(number));
		}
		return calls;
	}

	private void count(Expression tree, int group, long weight) {
		if (tree instanceof Vector vector) {
			if (RegisterOperators.supports(vector.op())) {
				add(group, weight, RegisterOperators.lanesTake(vector), RegisterOperators.registersTake(vector));
			}
			else {
				this.refused[group] = true;
			}
		}
		for (int number = 0; number < tree.operandCount(); number++) {
			count(tree.operand(number), group, weight);
		}
	}

	private void add(int group, long weight, int lanes, int registers) {
		this.asLanes[group] += weight * lanes;
		this.asRegisters[group] += weight * registers;
	}

	private int groupOf(Statement statement) {
		if (statement instanceof Assign assign && assign.variable().kind() == Kind.VECTOR) {
			return find(assign.variable().index());
		}
		for (int number = 0; number < statement.operandCount(); number++) {
			int group = group(statement.operand(number), -1);
			if (group >= 0) {
				return find(group);
			}
		}
		return -1;
	}

	private BitSet chosen() {
		this.calls.values().forEach(this::refuseTooMany);
		BitSet chosen = new BitSet();
		for (int index = 0; index < this.groups.length; index++) {
			Variable variable = this.body.variables().get(index);
			if (variable.kind() == Kind.VECTOR && isWorthwhile(find(index))) {
				chosen.set(index);
			}
		}
		return chosen;
	}

	private boolean isWorthwhile(int group) {
		return this.streaming[group] && !this.refused[group] && this.asLanes[group] >= SAVING * this.asRegisters[group];
	}

	// Those with few calls stay.
	private void refuseTooMany(Map<Integer, Integer> callsOfGroups) {
		List<Map.Entry<Integer, Integer>> groups = callsOfGroups.entrySet()
			.stream()
			.filter((entry) -> isWorthwhile(entry.getKey()))
			.sorted(Map.Entry.comparingByValue())
			.toList();
		int calls = 0;
		for (Map.Entry<Integer, Integer> group : groups) {
			calls += group.getValue();
			this.refused[group.getKey()] |= calls > MOST_CALLS;
		}
	}

}
