package dev.graft.engine.memory;

import java.lang.foreign.MemorySegment;

/// The initial contents of a module's memories, in the form that its address space can
/// place into a reservation most cheaply.
///
/// Thread-safe. Released when it is garbage.
public interface MemoryImageSource {

	/// Puts a piece of the image where it belongs. All three numbers are multiples of
	/// [dev.graft.artifact.module.MemoryImage#ALIGNMENT].
	/// @param sectionOffset where the piece begins in the image section
	/// @param reservation what to place it in; fresh, and big enough
	/// @param memoryOffset where it belongs in the memory
	/// @param length how many bytes it has
	/// @return whether it was mapped, so that letting go of a page that was written
	/// brings it back; false if it was copied
	boolean place(long sectionOffset, Reservation reservation, long memoryOffset, long length);

	/// The whole image section, to copy from.
	MemorySegment bytes();

}
