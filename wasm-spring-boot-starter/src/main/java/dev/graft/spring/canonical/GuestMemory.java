package dev.graft.spring.canonical;

/// The memory of a guest, and its allocator. Addresses are those of the guest, as
/// unsigned 32-bit numbers in a `long`.
///
/// Implementations may assume that the range they are asked for has been checked against
/// [#size()].
public interface GuestMemory {

	/// The export that allocates: `(old address, old length, alignment, new length) ->
	/// address`.
	String ALLOCATOR = "cabi_realloc";

	/// The export that is the memory.
	String MEMORY = "memory";

	/// The size in bytes, as it is now.
	long size();

	/// Copies bytes out.
	byte[] read(long address, int length);

	/// Copies bytes in.
	void write(long address, byte[] bytes);

	/// Calls the guest's `cabi_realloc` for new memory. It may make the memory grow.
	/// @return the address, unchecked
	long allocate(int alignment, int length);

}
