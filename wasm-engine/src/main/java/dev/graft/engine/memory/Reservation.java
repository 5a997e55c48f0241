package dev.graft.engine.memory;

import java.lang.foreign.MemorySegment;

import dev.graft.engine.region.MemoryRegion;

/// A range of reserved address space.
///
/// Not thread-safe. After [#release] nothing may touch the range.
public sealed interface Reservation permits MappedAddressSpace.Range, PortableAddressSpace.Range {

	/// Where in the [MemoryRegion] it begins.
	long place();

	/// The size.
	long bytes();

	/// The whole range. It knows nothing of [#release]: using it afterwards crashes the
	/// process.
	default MemorySegment segment() {
		return MemoryRegion.SEGMENT.asSlice(place(), bytes());
	}

	/// Gives the range back to the system.
	void release();

}
