package dev.graft.compiler.reroll;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Variable;

/// Whether what a variable holds at a place in a body can still be read. There are few
/// such questions, so that each is answered by following control.
public final class LaterReads {

	/// Where more has to be looked at, the answer is yes.
	private static final int MOST_STATEMENTS = 20_000;

	private final List<Statement> statements;

	private final Map<Label, Integer> marks = new HashMap<>();

	/// @param statements the body's
	public LaterReads(List<Statement> statements) {
		this.statements = statements;
		for (int position = 0; position < statements.size(); position++) {
			if (statements.get(position) instanceof Mark mark) {
				this.marks.put(mark.label(), position);
			}
		}
	}

	/// Where a label is.
	int position(Label label) {
		Integer position = this.marks.get(label);
		if (position == null) {
			throw new IllegalArgumentException(label + " is nowhere");
		}
		return position;
	}

	/// Whether some way from a position leads to a place that reads a variable.
	public boolean mayRead(Variable variable, int from) {
		BitSet seen = new BitSet();
		Deque<Integer> open = new ArrayDeque<>(List.of(from));
		int effort = 0;
		while (!open.isEmpty()) {
			int position = open.pop();
			while (position < this.statements.size() && !seen.get(position)) {
				seen.set(position);
				Statement statement = this.statements.get(position);
				if (reads(statement, variable) || ++effort > MOST_STATEMENTS) {
					return true;
				}
				statement.forEachTarget((target) -> open.push(position(target)));
				if (statement.endsLine() || statement instanceof Assign assign && assign.variable() == variable) {
					break;
				}
				position++;
			}
		}
		return false;
	}

	static boolean reads(Statement statement, Variable variable) {
		boolean[] found = new boolean[1];
		statement.forEachRead((each) -> found[0] |= each == variable);
		return found[0];
	}

}
