package dev.graft.engine.memory;

import dev.graft.engine.region.MemoryRegion;

/// Lets go of all pages, so that the next guest begins with page faults; memories that
/// are small enough are copied instead.
///
/// @param reservation the memory's address space
/// @param contents what it begins with
/// @param mapped whether all of it was mapped
record DroppingReset(Reservation reservation, InitialContents contents, boolean mapped) implements SlotReset {

	/// Copying this much costs less than dropping it and the page fault of a guest that
	/// touches a single page. RATIONALE, "How does a memory of the last instance become
	/// the next one's?".
	private static final long SMALL_BYTES = 256 * 1024;

	@Override
	public long reset(long usedBytes, long keepBytes) {
		if (usedBytes <= Math.min(SMALL_BYTES, keepBytes)) {
			this.contents.restore(this.reservation, 0, usedBytes);
			return usedBytes;
		}
		drop(0, usedBytes);
		return 0;
	}

	@Override
	public boolean isWorthwhile(long usedBytes, long keepBytes) {
		return true;
	}

	/// Lets go of the pages of a range.
	void drop(long from, long to) {
		if (!MemoryRegion.drop(this.reservation.place() + from, to - from)) {
			this.contents.restore(this.reservation, from, to);
		}
		else if (!this.mapped) {
			this.contents.restorePieces(this.reservation, from, to);
		}
	}

}
