package dev.graft.compiler.text;

import dev.graft.artifact.type.ValueType;

/// The type of a block, in the three forms that the binary format has for it.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/binary/instructions.html#binary-blocktype">Binary
/// Format, "Block Types"</a>
sealed interface BlockType {

	/// No parameters, no results.
	BlockType EMPTY = new Empty();

	/// No parameters, no results.
	record Empty() implements BlockType {
	}

	/// No parameters, one result.
	/// @param type its type
	record Result(ValueType type) implements BlockType {
	}

	/// Anything else.
	/// @param typeIndex the index of a function type
	record Indexed(int typeIndex) implements BlockType {
	}

}
