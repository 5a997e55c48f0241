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

	/// The type of a block, then a vector of [CatchClause]s.
	TRY_TABLE,

	/// A tag index.
	TAG,

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

	/// A byte that is zero.
	RESERVED_BYTE,

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

	/// Sixteen bytes, little endian.
	V128,

	/// A lane, one byte.
	LANE,

	/// Sixteen lanes, one byte each.
	LANES,

	/// Alignment, memory index if the alignment's bit 6 is set, offset, then a lane.
	MEMORY_ARGUMENT_AND_LANE,

	/// A heap type.
	HEAP_TYPE,

	/// A type index.
	TYPE,

	/// A type index, then the index of one of its fields.
	TYPE_AND_FIELD,

	/// A type index, then how many operands there are.
	TYPE_AND_COUNT,

	/// A type index, then a data segment index.
	TYPE_AND_DATA,

	/// A type index, then an element segment index.
	TYPE_AND_ELEMENT,

	/// The type of the array copied to, then of the one copied from.
	TYPE_AND_TYPE,

	/// A heap type; the opcode says whether null passes (the text format has a reference
	/// type).
	CAST,

	/// A byte that says which of the types include null, a label, and two heap types:
	/// what the operand is and what it may turn out to be.
	LABEL_AND_CAST

}
