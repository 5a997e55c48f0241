package dev.graft.artifact.type;

import java.util.List;

/// An array type. Immutable.
///
/// @param element the type of the elements
/// @see <a
/// href="https://webassembly.github.io/spec/core/syntax/types.html#composite-types">Structure,
/// "Composite Types"</a>
public record ArrayType(FieldType element) implements CompositeType {

	@Override
	public List<ValueType> mentions() {
		return List.of(this.element.storage().unpacked());
	}

	/// As the text format writes it: `(array (mut i8))`.
	@Override
	public String toString() {
		return "(array " + this.element + ")";
	}

}
