package dev.graft.compiler.model;

import dev.graft.artifact.type.ExternalType;

/// A tag that the module defines.
///
/// @param type its type
/// @param offset where it is in the binary
/// @see <a
/// href="https://webassembly.github.io/spec/core/syntax/modules.html#tags">Structure,
/// Modules, "Tags"</a>
public record TagDefinition(ExternalType.Tag type, int offset) {

}
