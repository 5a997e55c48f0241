package dev.graft.compiler.pass;

import java.util.Arrays;
import java.util.List;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Variable;

/// Where each variable of a body is assigned.
final class Assignments {

	/// By variable the number of its first position, and behind all of them the number of
	/// positions.
	private final int[] starts;

	private final int[] positions;

	private Assignments(Body body) {
		List<Statement> statements = body.statements();
		this.starts = new int[body.variables().size() + 2];
		for (Statement statement : statements) {
			if (statement instanceof Assign assign) {
				this.starts[assign.variable().index() + 2]++;
			}
		}
		for (int index = 2; index < this.starts.length; index++) {
			this.starts[index] += this.starts[index - 1];
		}
		this.positions = new int[this.starts[this.starts.length - 1]];
		// Until all are there, a variable's start stands one further up.
		for (int position = 0; position < statements.size(); position++) {
			if (statements.get(position) instanceof Assign assign) {
				this.positions[this.starts[assign.variable().index() + 1]++] = position;
			}
		}
	}

	/// The assignments of a body as it is now.
	static Assignments of(Body body) {
		return new Assignments(body);
	}

	/// Whether a variable is assigned in a range.
	/// @param from the position of its first statement
	/// @param to the position behind its last
	boolean isAny(Variable variable, int from, int to) {
		int start = this.starts[variable.index()];
		int end = this.starts[variable.index() + 1];
		int found = Arrays.binarySearch(this.positions, start, end, from);
		int first = (found >= 0) ? found : -found - 1;
		return first < end && this.positions[first] < to;
	}

}
