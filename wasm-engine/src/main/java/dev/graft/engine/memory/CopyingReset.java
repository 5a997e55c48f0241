package dev.graft.engine.memory;

/// Writes everything that may have been written. All there is where nothing is known of
/// the operating system.
///
/// @param reservation the memory's address space
/// @param contents what it begins with
record CopyingReset(Reservation reservation, InitialContents contents) implements SlotReset {

	@Override
	public long reset(long usedBytes, long keepBytes) {
		this.contents.restore(this.reservation, 0, usedBytes);
		return usedBytes;
	}

	@Override
	public boolean isWorthwhile(long usedBytes, long keepBytes) {
		return usedBytes <= keepBytes;
	}

}
