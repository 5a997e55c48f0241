package dev.graft.engine.memory;

import dev.graft.engine.region.MemoryRegion;
import dev.graft.engine.region.WrittenPages;

/// Asks the system which pages were written, and writes what they held before: one
/// system call, and a copy that costs a small part of what the page fault of a dropped
/// page would cost the next guest. So pages stay with the slot, up to a limit; what is
/// beyond is dropped.
///
/// A page that has been written once is found again each time, as it belongs to this
/// process from then on; the alternative, write protection, costs a fault per page.
final class WrittenPagesReset implements SlotReset {

	private final WrittenPages written = new WrittenPages();

	private final Reservation reservation;

	private final InitialContents contents;

	private final DroppingReset dropping;

	private final long address;

	WrittenPagesReset(Reservation reservation, InitialContents contents, DroppingReset dropping) {
		this.reservation = reservation;
		this.contents = contents;
		this.dropping = dropping;
		this.address = MemoryRegion.address(reservation.place());
	}

	@Override
	public long reset(long usedBytes, long keepBytes) {
		long mostPages = keepBytes / WrittenPages.PAGE_BYTES;
		int ranges = (usedBytes > 0 && mostPages > 0) ? this.written.find(this.address, usedBytes, mostPages) : -1;
		if (ranges < 0) {
			this.dropping.drop(0, usedBytes);
			return 0;
		}
		long kept = 0;
		for (int range = 0; range < ranges; range++) {
			long from = this.written.start(range) - this.address;
			long to = this.written.end(range) - this.address;
			this.contents.restore(this.reservation, from, to);
			kept += to - from;
		}
		long scanned = this.written.scannedTo() - this.address;
		if (scanned < usedBytes) {
			this.dropping.drop(scanned, usedBytes);
		}
		return kept;
	}

	@Override
	public boolean isWorthwhile(long usedBytes, long keepBytes) {
		return true;
	}

}
