package dev.graft.compiler.model;

import dev.graft.artifact.type.ValueType;

/// A run of locals of the same type.
///
/// @param count how many there are
/// @param type the type of each
public record LocalGroup(int count, ValueType type) {

}
