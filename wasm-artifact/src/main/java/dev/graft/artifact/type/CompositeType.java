package dev.graft.artifact.type;

import java.util.List;

/// A composite type: the shape of a type definition.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/syntax/types.html#composite-types">Structure,
/// "Composite Types"</a>
public sealed interface CompositeType permits FunctionType, StructType, ArrayType {

	/// The types that this one mentions directly.
	List<ValueType> mentions();

}
