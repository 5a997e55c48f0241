package dev.graft.artifact.module;

import dev.graft.artifact.type.ExternalType;

/// An import. Its index in its own index space is its position among the imports of the
/// same kind.
///
/// @param module the module's name
/// @param name the name within that module
/// @param type what is asked for
/// @see <a
/// href="https://webassembly.github.io/spec/core/syntax/modules.html#imports">Structure,
/// Modules, "Imports"</a>
public record Import(String module, String name, ExternalType type) {
}
