package dev.graft.artifact.type;

import java.util.Locale;

/// The integers that only fields can have.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/syntax/types.html#composite-types">Structure,
/// "Composite Types"</a>
public enum PackedType implements StorageType {

	I8, I16;

	@Override
	public ValueType unpacked() {
		return NumberType.I32;
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
