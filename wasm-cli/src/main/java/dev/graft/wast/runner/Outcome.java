package dev.graft.wast.runner;

import java.io.Serializable;

/// What came of a command.
///
/// @param line the line that the command begins in
/// @param kind what kind of command it is, such as `assert_return`
/// @param status what came of it
/// @param detail why it failed, what blocked it, or, if it passed for another reason than
/// the script expects, which one; otherwise empty
public record Outcome(int line, String kind, Status status, String detail) implements Serializable {

	/// The three ways a command can go.
	public enum Status {

		/// As the script says.
		PASSED,

		/// Not as the script says.
		FAILED,

		/// Could not be tried, because the module that it needs failed before.
		BLOCKED

	}

	/// Whether the command says what has to happen.
	public boolean isAssertion() {
		return this.kind.startsWith("assert_");
	}

}
