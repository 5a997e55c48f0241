package dev.graft.compiler.model;

import dev.graft.artifact.type.ExternalType;

/// A global that the module defines.
///
/// @param type its type
/// @param initializer its first value
/// @param offset where it is in the binary
/// @see <a
/// href="https://webassembly.github.io/spec/core/syntax/modules.html#globals">Structure,
/// Modules, "Globals"</a>
public record GlobalDefinition(ExternalType.Global type, ConstantExpression initializer, int offset) {

}
