package dev.graft.artifact.type;

/// The type of the addresses of a memory and of the indices of a table.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/syntax/types.html#address-types">Structure,
/// "Address Types"</a>
public enum AddressType {

	I32, I64;

	/// The value type of such an address.
	public NumberType valueType() {
		return (this == I32) ? NumberType.I32 : NumberType.I64;
	}

}
