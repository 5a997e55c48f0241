package dev.graft.engine;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/// What can be a deadline.
final class Deadlines {

	private Deadlines() {
	}

	/// The duration, which must be positive, or null.
	static @Nullable Duration checked(@Nullable Duration deadline) {
		if (deadline != null && (deadline.isNegative() || deadline.isZero())) {
			throw new IllegalArgumentException("a deadline must be positive, found " + deadline);
		}
		return deadline;
	}

}
