package dev.graft.engine.trap;

/// Why WebAssembly code was stopped, with the specification's text for it.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/intro/overview.html#trap">Overview,
/// "Trap"</a>
/// @see <a href="https://github.com/WebAssembly/spec/tree/main/test/core">the
/// specification's tests, which fix the texts</a>
public enum TrapCode {

	/// The `unreachable` instruction was executed.
	UNREACHABLE("unreachable"),

	/// A load, store or bulk instruction left its memory or its data segment.
	MEMORY_OUT_OF_BOUNDS("out of bounds memory access"),

	/// An atomic instruction was given an address that is not a multiple of its width.
	UNALIGNED_ATOMIC("unaligned atomic"),

	/// The code was to wait at a memory that no other thread can see.
	EXPECTED_SHARED_MEMORY("expected shared memory"),

	/// A table instruction left its table or its element segment.
	TABLE_OUT_OF_BOUNDS("out of bounds table access"),

	/// The index of an indirect call is not in the table.
	UNDEFINED_ELEMENT("undefined element"),

	/// The table element of an indirect call is null.
	UNINITIALIZED_ELEMENT("uninitialized element"),

	/// The function of an indirect call has another type than the call expects.
	INDIRECT_CALL_TYPE_MISMATCH("indirect call type mismatch"),

	/// An integer was divided by zero.
	INTEGER_DIVIDE_BY_ZERO("integer divide by zero"),

	/// The result of a division or of a truncation does not fit into its type.
	INTEGER_OVERFLOW("integer overflow"),

	/// Not a number was truncated to an integer.
	INVALID_CONVERSION_TO_INTEGER("invalid conversion to integer"),

	/// A null reference was used where an object is needed.
	NULL_REFERENCE("null reference"),

	/// A null reference was thrown.
	NULL_EXCEPTION_REFERENCE("null exception reference"),

	/// An access left its array.
	ARRAY_OUT_OF_BOUNDS("out of bounds array access"),

	/// An array was to be made that is larger than the store's limits allow.
	ALLOCATION_TOO_LARGE("allocation size too large"),

	/// A reference was cast to a type that its object does not have.
	CAST_FAILURE("cast failure"),

	/// The calls nested deeper than the stack allows.
	STACK_EXHAUSTED("call stack exhausted"),

	/// The call ran past its deadline, or somebody interrupted it.
	INTERRUPT("interrupt"),

	/// The objects of guests took more of the Java heap than they may, and this call had
	/// allocated most.
	HEAP_LIMIT("heap limit"),

	/// The Java heap or the address space ran out while the code ran.
	OUT_OF_MEMORY("out of memory"),

	/// A function was called that the linker had defined only so that the module links.
	UNKNOWN_IMPORT("unknown import");

	private final String text;

	TrapCode(String text) {
		this.text = text;
	}

	/// The text that the specification's tests expect.
	public String text() {
		return this.text;
	}

	@Override
	public String toString() {
		return this.text;
	}

}
