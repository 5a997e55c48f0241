package dev.graft.engine.memory;

import dev.graft.engine.region.MemoryRegion;

/// A way to get ranges of address space that read as zero, cost nothing until they are
/// written, and never move.
///
/// Implementations are thread-safe.
public sealed interface AddressSpace permits MappedAddressSpace, PortableAddressSpace {

	/// The best way that this platform has.
	static AddressSpace ofThisPlatform() {
		return MemoryRegion.hasMmap() ? new MappedAddressSpace() : new PortableAddressSpace();
	}

	/// Reserves a readable and writable range.
	/// @param bytes its size, a positive multiple of the WebAssembly page size
	/// @throws AddressSpaceExhaustedException if the system refuses
	Reservation reserve(long bytes);

	/// Makes an image that reservations of this address space can place.
	MemoryImageSource image(ImageBytes bytes);

	/// What makes a reservation again what it was when its initial contents had been
	/// placed.
	/// @param mapped whether all of the contents were mapped
	SlotReset reset(Reservation reservation, InitialContents contents, boolean mapped);

}
