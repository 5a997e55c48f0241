package dev.graft.compiler.op;

/// The kinds of immediate arguments, in the order of their fields in the binary format.
///
/// @see <a href="https://webassembly.github.io/spec/core/binary/instructions.html">Binary
/// Format, "Instructions"</a>
public enum Immediates {

	/// Nothing.
	NONE,

	/// The type of a block: empty, one value type, or a type index.
	BLOCK_TYPE,

	/// A label: how many blocks to leave.
	LABEL,

	/// A vector of labels and the default label.
	LABEL_TABLE,

	/// A function index.
	FUNCTION,

	/// A type index, then a table index (the text format has them the other way round).
	TYPE_AND_TABLE,

	/// A vector of value types.
	VALUE_TYPES,

	/// A local index.
	LOCAL,

	/// A global index.
	GLOBAL,

	/// A table index.
	TABLE,

	/// The table copied to, then the table copied from.
	TABLE_AND_TABLE,

	/// An element segment index, then a table index (the text format has them the other
	/// way round).
	ELEMENT_AND_TABLE,

	/// An element segment index.
	ELEMENT,

	/// Alignment, memory index if the alignment's bit 6 is set, offset.
	MEMORY_ARGUMENT,

	/// A memory index.
	MEMORY,

	/// The memory copied to, then the memory copied from.
	MEMORY_AND_MEMORY,

	/// A data segment index, then a memory index (the text format has them the other way
	/// round).
	DATA_AND_MEMORY,

	/// A data segment index.
	DATA,

	/// A signed 32-bit LEB128 number.
	I32,

	/// A signed 64-bit LEB128 number.
	I64,

	/// Four bytes, little endian.
	F32,

	/// Eight bytes, little endian.
	F64,

	/// A heap type.
	HEAP_TYPE,

	/// A type index.
	TYPE

}
