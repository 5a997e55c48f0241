package dev.graft.fuzz;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Compares what two runs of a module tell.
final class Agreement {

	/// What may not be the only reason: instructions on arrays, and `wait`.
	private static final Set<String> EITHER = Set.of("trap out of bounds array access", "trap expected shared memory",
			"trap unaligned atomic");

	private Agreement() {
	}

	/// Where an instruction may trap for two reasons, engines look for them in different
	/// orders.
	private static boolean areBothTrue(String first, String second) {
		return first.startsWith("trap") && second.startsWith("trap")
				&& (EITHER.contains(first) || EITHER.contains(second));
	}

	/// The first difference, if there is one. What comes after a call that took all of
	/// the stack is not compared, as stacks differ.
	static Optional<String> difference(List<String> one, List<String> other) {
		for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
			String first = (i < one.size()) ? one.get(i) : "nothing";
			String second = (i < other.size()) ? other.get(i) : "nothing";
			if (first.equals(GraftRun.EXHAUSTED) || second.equals(GraftRun.EXHAUSTED)) {
				return Optional.empty();
			}
			if (!first.equals(second) && !areBothTrue(first, second)) {
				return Optional.of("line %d%n  %s%n  %s".formatted(i, first, second));
			}
		}
		return Optional.empty();
	}

}
