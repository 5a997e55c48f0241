package dev.graft.wast.runner;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/// What came of a script.
///
/// @param script the script's name
/// @param outcomes one per command, in order
public record ScriptReport(String script, List<Outcome> outcomes) implements Serializable {

	/// Copies the list.
	public ScriptReport {
		outcomes = List.copyOf(outcomes);
	}

	/// Whether every command went as the script says.
	public boolean passed() {
		return this.outcomes.stream().allMatch((outcome) -> outcome.status() == Outcome.Status.PASSED);
	}

	/// How many assertions went this way.
	public long assertions(Outcome.Status status) {
		return this.outcomes.stream().filter((outcome) -> outcome.isAssertion() && outcome.status() == status).count();
	}

	/// The commands that failed.
	public Stream<Outcome> failures() {
		return this.outcomes.stream().filter((outcome) -> outcome.status() == Outcome.Status.FAILED);
	}

	/// `block.wast: 223 assertions passed, 0 failed, 0 blocked`.
	@Override
	public String toString() {
		return "%s: %d assertions passed, %d failed, %d blocked".formatted(this.script,
				assertions(Outcome.Status.PASSED), assertions(Outcome.Status.FAILED),
				assertions(Outcome.Status.BLOCKED));
	}

}
