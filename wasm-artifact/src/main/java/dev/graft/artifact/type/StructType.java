package dev.graft.artifact.type;

import java.util.ArrayList;
import java.util.List;

/// A structure type. Immutable.
///
/// @param fields the fields' types, in order
/// @see <a
/// href="https://webassembly.github.io/spec/core/syntax/types.html#composite-types">Structure,
/// "Composite Types"</a>
public record StructType(List<FieldType> fields) implements CompositeType {

	/// Copies the list.
	public StructType {
		fields = List.copyOf(fields);
	}

	@Override
	public List<ValueType> mentions() {
		List<ValueType> mentioned = new ArrayList<>(this.fields.size());
		this.fields.forEach((field) -> mentioned.add(field.storage().unpacked()));
		return mentioned;
	}

	/// As the text format writes it: `(struct (field i32) (field (mut i8)))`.
	@Override
	public String toString() {
		StringBuilder text = new StringBuilder("(struct");
		this.fields.forEach((field) -> text.append(" (field ").append(field).append(')'));
		return text.append(')').toString();
	}

}
