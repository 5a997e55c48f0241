package dev.graft.artifact.module;

import dev.graft.artifact.type.ExternalKind;

/// An export.
///
/// @param name the name, unique within the module
/// @param kind what is exported
/// @param index which of them, in the index space of that kind
/// @see <a
/// href="https://webassembly.github.io/spec/core/syntax/modules.html#exports">Structure,
/// Modules, "Exports"</a>
public record Export(String name, ExternalKind kind, int index) {
}
