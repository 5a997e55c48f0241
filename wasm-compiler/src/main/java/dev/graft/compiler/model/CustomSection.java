package dev.graft.compiler.model;

/// A custom section.
///
/// @param name its name
/// @param contentOffset where its contents begin in the binary, after the name
/// @param length how many bytes they are
/// @see <a
/// href="https://webassembly.github.io/spec/core/binary/modules.html#custom-section">Binary
/// Format, "Custom Section"</a>
public record CustomSection(String name, int contentOffset, int length) {

}
