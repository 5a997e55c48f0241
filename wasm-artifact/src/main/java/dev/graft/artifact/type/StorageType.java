package dev.graft.artifact.type;

/// What a field of a structure or an element of an array is stored as: a value type, or a
/// packed integer.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/syntax/types.html#composite-types">Structure,
/// "Composite Types"</a>
public sealed interface StorageType permits ValueType, PackedType {

	/// What it is when it is on the operand stack: a packed integer is an `i32` there.
	ValueType unpacked();

}
