package dev.graft.engine;

import java.time.Duration;

/// How much the memories of all instances of an engine may take together, and what is kept
/// for the next ones.
///
/// A memory lives in a *slot*: address space as large as the memory may become, with the
/// module's image mapped. When its store is closed, the slot is reset and waits, warm,
/// for the next instance of the same module, which then takes no system call and finds
/// the pages that it writes already there.
///
/// @param memories the most slots at a time, used and warm ones together
/// @param waitLimit how long an instantiation waits for a slot if all are in use; then it is a
/// [dev.graft.engine.trap.PoolExhaustedException]
/// @param warmMemories the most warm slots, of all modules together; 0 to keep none
/// @param warmBytes the most memory that each warm slot keeps; what a guest has written
/// beyond that goes back to the system
public record PoolLimits(int memories, Duration waitLimit, int warmMemories, long warmBytes) {

	private static final long MEBIBYTE = 1024L * 1024;

	/// 10,000 memories, 5 seconds, 100 warm ones of 2 MiB.
	public static final PoolLimits DEFAULT = new PoolLimits(10_000, Duration.ofSeconds(5), 100, 2 * MEBIBYTE);

	/// Checks the numbers.
	/// @throws IllegalArgumentException if one is negative, or there may be no memories
	public PoolLimits {
		if (memories < 1 || warmMemories < 0 || warmBytes < 0 || waitLimit.isNegative()) {
			throw new IllegalArgumentException(
					"there must be room for a memory, and nothing may be negative: memories %d, waitLimit %s, warmMemories %d, warmBytes %d"
						.formatted(memories, waitLimit, warmMemories, warmBytes));
		}
	}

	/// These limits, with another one for memories.
	public PoolLimits withMemories(int count) {
		return new PoolLimits(count, this.waitLimit, this.warmMemories, this.warmBytes);
	}

	/// These limits, with another time to wait.
	public PoolLimits withWaitLimit(Duration duration) {
		return new PoolLimits(this.memories, duration, this.warmMemories, this.warmBytes);
	}

	/// These limits, with another one for warm slots.
	public PoolLimits withWarmMemories(int count) {
		return new PoolLimits(this.memories, this.waitLimit, count, this.warmBytes);
	}

	/// These limits, with another one for what a warm slot keeps.
	public PoolLimits withWarmBytes(long bytes) {
		return new PoolLimits(this.memories, this.waitLimit, this.warmMemories, bytes);
	}

}
