package dev.graft.engine.abi;

/// What `ref.eq` can compare: structures, arrays and unboxed scalars.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/syntax/types.html#heap-types">Structure,
/// "Heap Types"</a>
@EngineSide
public abstract sealed class EqReference permits StructReference, ArrayReference, I31Reference {

	EqReference() {
	}

}
