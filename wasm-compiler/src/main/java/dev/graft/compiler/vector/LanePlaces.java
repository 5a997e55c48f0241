package dev.graft.compiler.vector;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.op.VectorOp;

/// The vectors of which, and of whose sums and multiples, nothing is used but single lanes:
/// they tell where something lies in memory.
final class LanePlaces {

	/// What is computed from a vector, or is the same.
	private final Map<Variable, List<Variable>> computed = new HashMap<>();

	/// The vectors that are used for something else.
	private final Set<Variable> whole = new HashSet<>();

	private LanePlaces(Body body) {
		body.statements().forEach(this::look);
	}

	/// Those of a body.
	static LanePlaces of(Body body) {
		return new LanePlaces(body);
	}

	private void look(Statement statement) {
		if (statement instanceof Assign assign && assign.variable().kind() == Kind.VECTOR
				&& (assign.value() instanceof Read || assign.value() instanceof Vector vector && isLinear(vector))) {
			assign.value()
				.forEachRead((vector) -> this.computed.computeIfAbsent(vector, (_) -> new ArrayList<>())
					.add(assign.variable()));
			return;
		}
		for (int number = 0; number < statement.operandCount(); number++) {
			look(statement.operand(number));
		}
	}

	private static boolean isLinear(Vector vector) {
		return switch (vector.op()) {
			case I32X4_ADD, I32X4_SUB, I32X4_MUL, I32X4_SHL -> true;
			default -> false;
		};
	}

	private void look(Expression tree) {
		if (tree instanceof Vector lane && lane.op() == VectorOp.I32X4_EXTRACT_LANE
				&& lane.operand(0) instanceof Read) {
			return;
		}
		if (tree instanceof Read read) {
			this.whole.add(read.variable());
		}
		for (int number = 0; number < tree.operandCount(); number++) {
			look(tree.operand(number));
		}
	}

	/// Whether a vector is one.
	boolean contains(Variable vector) {
		Set<Variable> seen = new HashSet<>(Set.of(vector));
		Deque<Variable> open = new ArrayDeque<>(seen);
		while (!open.isEmpty()) {
			Variable next = open.pop();
			if (this.whole.contains(next)) {
				return false;
			}
			for (Variable from : this.computed.getOrDefault(next, List.of())) {
				if (seen.add(from)) {
					open.push(from);
				}
			}
		}
		return true;
	}

}
