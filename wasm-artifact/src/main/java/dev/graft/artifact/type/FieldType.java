package dev.graft.artifact.type;

/// The type of a structure's field or of an array's elements.
///
/// @param storage what it is stored as
/// @param mutable whether it can be set
/// @see <a
/// href="https://webassembly.github.io/spec/core/syntax/types.html#composite-types">Structure,
/// "Composite Types"</a>
public record FieldType(StorageType storage, boolean mutable) {

	/// A field that can be set.
	public static FieldType mutable(StorageType storage) {
		return new FieldType(storage, true);
	}

	/// A field that cannot be set.
	public static FieldType immutable(StorageType storage) {
		return new FieldType(storage, false);
	}

	/// As the text format writes it: `(mut i32)`.
	@Override
	public String toString() {
		return this.mutable ? "(mut " + this.storage + ")" : this.storage.toString();
	}

}
