package dev.graft.compiler.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/// What becomes one JVM method: parameters, a result and the statements between.
///
/// Control enters at the first statement and never runs past the last. A body belongs to
/// the thread that compiles it.
///
/// @param variables all variables of the function, in index order; shared with the pieces
/// that are cut off it
/// @param parameters the variables that the caller sets, in order
/// @param result what the method returns, [Kind#VOID] if nothing
/// @param statements the statements
public record Body(Variables variables, List<Variable> parameters, Kind result, List<Statement> statements) {

	/// The statements, one in a line, for people.
	@Override
	public String toString() {
		StringJoiner text = new StringJoiner("\n", this.parameters + " -> " + this.result + "\n", "\n");
		for (Statement statement : this.statements) {
			text.add((statement instanceof Statement.Mark) ? statement.toString() : "\t" + statement);
		}
		return text.toString();
	}

	/// The variables and labels of a function, which its pieces share.
	public static final class Variables {

		private final List<Variable> all = new ArrayList<>();

		private int labels;

		/// A new variable.
		public Variable variable(Kind kind) {
			return add(kind, false);
		}

		/// A new variable that a single statement will assign.
		public Variable temporary(Kind kind) {
			return add(kind, true);
		}

		private Variable add(Kind kind, boolean temporary) {
			Variable variable = new Variable(this.all.size(), kind, temporary);
			this.all.add(variable);
			return variable;
		}

		/// A new label.
		public Label label(boolean loop) {
			return new Label(this.labels++, loop);
		}

		/// How many variables there are.
		public int size() {
			return this.all.size();
		}

		/// The variable with an index.
		public Variable get(int index) {
			return this.all.get(index);
		}

		/// How many labels there are.
		public int labels() {
			return this.labels;
		}

	}

}
