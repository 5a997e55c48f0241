package dev.graft.artifact.module;

/// A piece of the initial contents of a memory, laid out so that it can be mapped
/// copy-on-write.
///
/// All three numbers are multiples of [#ALIGNMENT].
///
/// @param memoryIndex which memory
/// @param sectionOffset where the piece begins in the section `.wasm.image`
/// @param memoryOffset where it belongs in the memory
/// @param length how many bytes it has
public record MemoryImage(int memoryIndex, long sectionOffset, long memoryOffset, long length) {

	/// What offsets and lengths are multiples of: a page of most machines, and of those
	/// that have larger ones all but the few with 64 KiB, where images are copied.
	public static final int ALIGNMENT = 16 * 1024;

}
