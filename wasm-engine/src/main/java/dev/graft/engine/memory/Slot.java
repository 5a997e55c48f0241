package dev.graft.engine.memory;

import dev.graft.engine.abi.GrowthLimiter;
import dev.graft.engine.region.WrittenPages;
import org.jspecify.annotations.Nullable;

/// Address space for one memory at a time, always of the same module: its image stays
/// mapped, and what is not in use holds the initial contents.
///
/// Belongs to whoever has taken it. Others may read the figures, which are then as old as
/// they are.
final class Slot implements GrowthLimiter {

	private final Reservation reservation;

	private final SlotReset reset;

	private @Nullable GrowthLimiter limiter;

	private volatile boolean inUse;

	private long committedBytes;

	private long keptBytes;

	private long uses;

	private long resets;

	private Slot(Reservation reservation, SlotReset reset) {
		this.reservation = reservation;
		this.reset = reset;
	}

	/// A slot in which the initial contents are in place.
	static Slot make(AddressSpace addressSpace, Reservation reservation, InitialContents contents) {
		boolean mapped = contents.place(reservation);
		return new Slot(reservation, addressSpace.reset(reservation, contents, mapped));
	}

	long place() {
		return this.reservation.place();
	}

	long bytes() {
		return this.reservation.bytes();
	}

	/// A memory begins to use it.
	/// @param limiter is asked before the memory grows
	void begin(long initialBytes, GrowthLimiter limiter) {
		this.limiter = limiter;
		this.committedBytes = initialBytes;
		this.keptBytes = 0;
		this.uses++;
		this.inUse = true;
	}

	/// The memory grows, if its limiter agrees.
	@Override
	public boolean allows(long current, long desired) {
		boolean allowed = this.limiter != null && this.limiter.allows(current, desired);
		if (allowed) {
			this.committedBytes = desired;
		}
		return allowed;
	}

	/// The memory does not use it any more.
	void end() {
		this.limiter = null;
		this.inUse = false;
	}

	/// Whether resetting costs less than making another slot.
	boolean isWorthResetting(long usedBytes, long keepBytes) {
		return this.reset.isWorthwhile(pages(usedBytes), keepBytes);
	}

	/// Restores the initial contents.
	/// @param usedBytes the size that the memory has reached
	/// @param keepBytes how much memory to keep at most
	void reset(long usedBytes, long keepBytes) {
		this.keptBytes = this.reset.reset(pages(usedBytes), keepBytes);
		this.resets++;
	}

	// A memory may end within a page, but nothing is known of parts of pages.
	private long pages(long bytes) {
		return Math.min(Math.ceilDiv(bytes, WrittenPages.PAGE_BYTES) * WrittenPages.PAGE_BYTES, bytes());
	}

	void release() {
		this.reservation.release();
	}

	boolean isInUse() {
		return this.inUse;
	}

	long committedBytes() {
		return this.committedBytes;
	}

	long keptBytes() {
		return this.keptBytes;
	}

	long uses() {
		return this.uses;
	}

	long resets() {
		return this.resets;
	}

}
