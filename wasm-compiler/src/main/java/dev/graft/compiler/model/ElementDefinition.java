package dev.graft.compiler.model;

import dev.graft.artifact.type.ReferenceType;

/// An element segment.
///
/// @param type the type of its items
/// @param items the references it holds
/// @param mode when they are used
/// @param offset where it is in the binary
/// @see <a
/// href="https://webassembly.github.io/spec/core/syntax/modules.html#element-segments">Structure,
/// Modules, "Element Segments"</a>
public record ElementDefinition(ReferenceType type, ElementItems items, SegmentMode mode, int offset) {

}
