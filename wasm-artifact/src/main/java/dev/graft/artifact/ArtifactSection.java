package dev.graft.artifact;

/// Where a section of an artifact is.
///
/// @param name the name, such as `.wasm.classes`
/// @param fileOffset where it begins in the file
/// @param size how many bytes it has
public record ArtifactSection(String name, long fileOffset, long size) {
}
