package dev.graft.compiler.model;

import dev.graft.artifact.type.ExternalType;

/// An import.
///
/// @param module the name of the module imported from
/// @param name the name of what is imported
/// @param type what it must be
/// @param offset where it is in the binary
/// @see <a
/// href="https://webassembly.github.io/spec/core/syntax/modules.html#imports">Structure,
/// Modules, "Imports"</a>
public record ImportDeclaration(String module, String name, ExternalType type, int offset) {

}
