package dev.graft.artifact.type;

import java.util.Locale;

/// The four number types.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/syntax/types.html#number-types">Structure,
/// "Number Types"</a>
public enum NumberType implements ValueType {

	I32, I64, F32, F64;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
