package dev.graft.wasi;

import java.time.Instant;

/// A clock.
@FunctionalInterface
public interface WasiClock {

	/// The system's time since 1970-01-01T00:00Z.
	WasiClock SYSTEM_WALL = () -> {
		Instant now = Instant.now();
		return now.getEpochSecond() * 1_000_000_000L + now.getNano();
	};

	/// The system's clock that never goes back.
	WasiClock SYSTEM_MONOTONIC = System::nanoTime;

	/// What the clock shows, in nanoseconds.
	long nanoseconds();

}
