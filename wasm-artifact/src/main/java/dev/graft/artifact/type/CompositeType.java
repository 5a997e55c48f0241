package dev.graft.artifact.type;

import java.util.List;

/// A composite type: the shape of a type definition. Function types for now; structures
/// and arrays join them with the garbage collection proposal.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/syntax/types.html#composite-types">Structure,
/// "Composite Types"</a>
public sealed interface CompositeType permits FunctionType {

	/// The types that this one mentions directly.
	List<ValueType> mentions();

}
