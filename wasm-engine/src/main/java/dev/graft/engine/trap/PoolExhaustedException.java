package dev.graft.engine.trap;

import java.time.Duration;

/// All slots for memories were in use, and none became free while the caller waited.
///
/// Either calls hold instances for longer than they should, or the pool is too small for
/// the load; see `PoolLimits`.
public final class PoolExhaustedException extends WasmException {

	private static final long serialVersionUID = 1L;

	private static final long NANOS_PER_MILLI = 1_000_000;

	private final int slots;

	private final int inUse;

	private final long waitedNanos;

	/// A caller gives up.
	/// @param slots how many slots there may be
	/// @param inUse how many of them are in use
	/// @param waitedNanos how long the caller has waited
	/// @param waiting how many others are waiting
	public PoolExhaustedException(int slots, int inUse, long waitedNanos, int waiting) {
		super("no memory for another instance: %d of %d slots are in use, waited %d ms, %d others are waiting; "
			.formatted(inUse, slots, waitedNanos / NANOS_PER_MILLI, waiting)
				+ "close stores that are no longer used, or see PoolLimits");
		this.slots = slots;
		this.inUse = inUse;
		this.waitedNanos = waitedNanos;
	}

	/// How many memories there may be at a time.
	public int slots() {
		return this.slots;
	}

	/// How many there were when the caller gave up.
	public int inUse() {
		return this.inUse;
	}

	/// How long the caller has waited.
	public Duration waited() {
		return Duration.ofNanos(this.waitedNanos);
	}

}
