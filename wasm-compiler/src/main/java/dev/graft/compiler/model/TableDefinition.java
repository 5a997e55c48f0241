package dev.graft.compiler.model;

import dev.graft.artifact.type.ExternalType;
import org.jspecify.annotations.Nullable;

/// A table that the module defines.
///
/// @param type its type
/// @param initializer what every element is at first, null if not given
/// @param offset where it is in the binary
/// @see <a
/// href="https://webassembly.github.io/spec/core/syntax/modules.html#tables">Structure,
/// Modules, "Tables"</a>
public record TableDefinition(ExternalType.Table type, @Nullable ConstantExpression initializer, int offset) {

}
