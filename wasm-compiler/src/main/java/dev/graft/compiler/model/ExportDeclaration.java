package dev.graft.compiler.model;

import dev.graft.artifact.type.ExternalKind;

/// An export.
///
/// @param name its name
/// @param kind what is exported
/// @param index the index in the index space of its kind
/// @param offset where it is in the binary
/// @see <a
/// href="https://webassembly.github.io/spec/core/syntax/modules.html#exports">Structure,
/// Modules, "Exports"</a>
public record ExportDeclaration(String name, ExternalKind kind, int index, int offset) {

}
