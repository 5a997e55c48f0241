package dev.graft.compiler.model;

import dev.graft.artifact.type.ExternalType;

/// A memory that the module defines.
///
/// @param type its type
/// @param offset where it is in the binary
/// @see <a
/// href="https://webassembly.github.io/spec/core/syntax/modules.html#memories">Structure,
/// Modules, "Memories"</a>
public record MemoryDefinition(ExternalType.Memory type, int offset) {

}
