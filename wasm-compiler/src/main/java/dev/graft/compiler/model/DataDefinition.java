package dev.graft.compiler.model;

/// A data segment.
///
/// @param mode when its bytes are used
/// @param bytesOffset where its bytes begin in the binary
/// @param length how many bytes it has
/// @param offset where the segment is in the binary
/// @see <a
/// href="https://webassembly.github.io/spec/core/syntax/modules.html#data-segments">Structure,
/// Modules, "Data Segments"</a>
public record DataDefinition(SegmentMode mode, int bytesOffset, int length, int offset) {

}
