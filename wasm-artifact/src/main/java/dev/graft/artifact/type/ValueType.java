package dev.graft.artifact.type;

/// A value type: what a local, a global, a parameter, a result or an operand can hold.
///
/// Immutable; implementations have value equality.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/syntax/types.html#value-types">Structure,
/// "Value Types"</a>
public sealed interface ValueType extends StorageType permits NumberType, VectorType, ReferenceType {

	/// Values are stored as they are.
	@Override
	default ValueType unpacked() {
		return this;
	}

	/// Whether values of this type are references, which live on the Java heap; all
	/// others are bits.
	default boolean isReference() {
		return this instanceof ReferenceType;
	}

	/// Whether a local of this type starts with a value (zero or null): all but
	/// non-nullable references.
	default boolean isDefaultable() {
		return !(this instanceof ReferenceType reference) || reference.nullable();
	}

}
