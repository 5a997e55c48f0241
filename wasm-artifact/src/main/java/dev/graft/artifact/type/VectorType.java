package dev.graft.artifact.type;

/// The vector type.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/syntax/types.html#vector-types">Structure,
/// "Vector Types"</a>
public enum VectorType implements ValueType {

	V128;

	@Override
	public String toString() {
		return "v128";
	}

}
