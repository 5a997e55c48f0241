package dev.graft.artifact.module;

/// A data segment.
///
/// @param sectionOffset where its bytes begin in the section `.wasm.data`; zero if it is
/// part of an image
/// @param length how many bytes it has when instantiation begins
/// @param inImage whether it is an active segment that a [MemoryImage] contains already:
/// nothing is left to do for it, and it counts as dropped
/// @see <a
/// href="https://webassembly.github.io/spec/core/syntax/modules.html#data-segments">Structure,
/// Modules, "Data Segments"</a>
public record DataSegment(long sectionOffset, long length, boolean inImage) {
}
