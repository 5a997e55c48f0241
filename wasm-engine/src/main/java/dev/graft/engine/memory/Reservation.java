package dev.graft.engine.memory;

import java.lang.foreign.MemorySegment;

/// A range of reserved address space.
///
/// Not thread-safe. After [#release] nothing may touch the range.
public sealed interface Reservation permits MappedAddressSpace.Range, PortableAddressSpace.Range {

	/// The whole range. It knows nothing of [#release]: using it afterwards crashes the
	/// process.
	MemorySegment segment();

	/// The address of the first byte.
	default long base() {
		return segment().address();
	}

	/// The size.
	default long bytes() {
		return segment().byteSize();
	}

	/// Gives the range back to the system.
	void release();

}
