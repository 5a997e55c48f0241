package dev.graft.engine.abi;

/// Why execution was abandoned.
///
/// @see <a href="https://webassembly.github.io/spec/core/intro/overview.html#trap">Introduction, Overview, "Traps"</a>
@EngineSide
public enum TrapKind {

	/// `unreachable` was executed.
	UNREACHABLE("unreachable"),

	/// An integer was divided by zero.
	INTEGER_DIVIDE_BY_ZERO("integer divide by zero"),

	/// The quotient of the smallest integer and -1, or a floating point number too large
	/// for the integer type.
	INTEGER_OVERFLOW("integer overflow"),

	/// NaN was converted to an integer.
	INVALID_CONVERSION_TO_INTEGER("invalid conversion to integer"),

	/// An access beyond the end of a memory, or of a data segment.
	OUT_OF_BOUNDS_MEMORY_ACCESS("out of bounds memory access"),

	/// An access beyond the end of a table, or of an element segment.
	OUT_OF_BOUNDS_TABLE_ACCESS("out of bounds table access"),

	/// An indirect call through an index beyond the end of the table.
	UNDEFINED_ELEMENT("undefined element"),

	/// An indirect call through a null element.
	UNINITIALIZED_ELEMENT("uninitialized element"),

	/// An indirect call of a function with another type.
	INDIRECT_CALL_TYPE_MISMATCH("indirect call type mismatch"),

	/// A null reference where one to something is needed.
	NULL_REFERENCE("null reference"),

	/// The calls are nested too deeply.
	CALL_STACK_EXHAUSTED("call stack exhausted"),

	/// The host's memory does not suffice.
	OUT_OF_MEMORY("out of memory"),

	/// The host has interrupted execution: a deadline has passed, or somebody asked for
	/// it.
	INTERRUPT("interrupt");

	private final String text;

	TrapKind(String text) {
		this.text = text;
	}

	/// In the words of the specification.
	public String text() {
		return this.text;
	}

}
