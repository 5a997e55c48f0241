package dev.graft.engine.memory;

/// Makes the address space of one memory again what it was in the beginning.
///
/// Not thread-safe: whoever has the slot uses it.
sealed interface SlotReset permits WrittenPagesReset, DroppingReset, CopyingReset {

	/// Restores the initial contents.
	/// @param usedBytes how many bytes from the beginning may have been written
	/// @param keepBytes how many bytes of memory the slot may keep, about; the rest goes
	/// back to the system where that is possible
	/// @return how many it keeps
	long reset(long usedBytes, long keepBytes);

	/// Whether that is cheaper than a new reservation.
	boolean isWorthwhile(long usedBytes, long keepBytes);

}
