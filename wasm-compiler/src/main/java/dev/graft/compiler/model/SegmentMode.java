package dev.graft.compiler.model;

/// When the contents of an element or data segment are used.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/syntax/modules.html#element-segments">Structure,
/// Modules, "Element Segments"</a>
public sealed interface SegmentMode {

	/// When an instruction asks for them.
	record Passive() implements SegmentMode {
	}

	/// Never; an element segment that only declares which functions are referred to.
	record Declarative() implements SegmentMode {
	}

	/// At instantiation: copied to a table or a memory.
	/// @param index the table or memory
	/// @param offset where in it they go
	record Active(int index, ConstantExpression offset) implements SegmentMode {
	}

}
