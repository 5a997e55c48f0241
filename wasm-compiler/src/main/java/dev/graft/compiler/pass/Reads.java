package dev.graft.compiler.pass;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Variable;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// Which variables each statement of a body reads, by their indices, once for each time.
///
/// Several passes ask for that, some more than once, and walking the trees takes longer
/// than all that they do with the answer.
public final class Reads {

	private final int[] starts;

	private int[] variables;

	private int count;

	private Reads(List<Statement> statements) {
		this.starts = new int[statements.size() + 1];
		this.variables = new int[Math.max(16, 2 * statements.size())];
		Consumer<Variable> onRead = (variable) -> add(variable.index());
		for (int position = 0; position < statements.size(); position++) {
			statements.get(position).forEachRead(onRead);
			this.starts[position + 1] = this.count;
		}
	}

	/// The reads of a body.
	public static Reads of(Body body) {
		return new Reads(body.statements());
	}

	private void add(int variable) {
		if (this.count == this.variables.length) {
			this.variables = Arrays.copyOf(this.variables, this.count * 2);
		}
		this.variables[this.count++] = variable;
	}

	/// The number of the first read of the statement at a position.
	public int start(int position) {
		return this.starts[position];
	}

	/// What comes behind the number of the last read of the statement at a position.
	public int end(int position) {
		return this.starts[position + 1];
	}

	/// The index of the variable that a read is of.
	public int variable(int number) {
		return this.variables[number];
	}

}
