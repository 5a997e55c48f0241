package dev.graft.compiler.plan;

/// A finished class.
///
/// @param name its binary name, with dots
/// @param bytes the class file, not to be changed
@SuppressWarnings("ArrayRecordComponent")
public record GeneratedClass(String name, byte[] bytes) {

}
