package dev.graft.engine;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/// What can be a deadline.
final class Deadlines {

	/// A deadline so far away that nobody will see it; small enough to be added to the
	/// time without overflow.
	private static final long NANOS_OF_A_CENTURY = Duration.ofDays(36_500).toNanos();

	private Deadlines() {
	}

	/// The duration, which must be positive, or null.
	static @Nullable Duration checked(@Nullable Duration deadline) {
		if (deadline != null && (deadline.isNegative() || deadline.isZero())) {
			throw new IllegalArgumentException("a deadline must be positive, found " + deadline);
		}
		return deadline;
	}

	/// The duration in nanoseconds, at most a century.
	static long nanos(Duration deadline) {
		return (deadline.compareTo(Duration.ofNanos(NANOS_OF_A_CENTURY)) < 0) ? deadline.toNanos() : NANOS_OF_A_CENTURY;
	}

}
