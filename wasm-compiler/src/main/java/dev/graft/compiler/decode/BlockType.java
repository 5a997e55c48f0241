package dev.graft.compiler.decode;

import dev.graft.artifact.type.ValueType;

/// The type of a block as the binary states it.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/binary/instructions.html#binary-blocktype">Binary
/// Format, "Control Instructions"</a>
public sealed interface BlockType {

	/// No parameters and no results.
	BlockType EMPTY = new Empty();

	/// No parameters and no results.
	record Empty() implements BlockType {
	}

	/// No parameters and one result.
	/// @param type the result's type
	record Value(ValueType type) implements BlockType {
	}

	/// A function type.
	/// @param typeIndex its index
	record Index(int typeIndex) implements BlockType {
	}

}
