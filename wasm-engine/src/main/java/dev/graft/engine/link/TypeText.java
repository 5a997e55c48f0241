package dev.graft.engine.link;

import java.util.List;

import dev.graft.artifact.type.ArrayType;
import dev.graft.artifact.type.FieldType;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.StorageType;
import dev.graft.artifact.type.StructType;
import dev.graft.artifact.type.ValueType;

/// Writes a type as the text format does. Plain types that it mentions are spelled out in
/// their place unless that goes too far; others, of which one has to know more than their
/// shape, are named by the beginning of their digest: `$1f5a93c0`.
final class TypeText {

	private static final int MOST_NESTED = 2;

	private static final int MOST_CHARACTERS = 400;

	private static final int NAME_CHARACTERS = 8;

	private final StringBuilder text = new StringBuilder();

	private TypeText() {
	}

	/// How a type is written where it is mentioned.
	static String reference(CanonicalType type) {
		TypeText text = new TypeText();
		text.reference(type, 0);
		return text.text.toString();
	}

	/// How a type is defined.
	static String definition(CanonicalType type) {
		TypeText text = new TypeText();
		text.text.append("(type ");
		if (!type.isPlain()) {
			text.text.append(name(type)).append(' ');
		}
		text.subtype(type, 0);
		return text.text.append(')').toString();
	}

	private void reference(CanonicalType type, int depth) {
		if (type.isPlain() && depth <= MOST_NESTED && this.text.length() < MOST_CHARACTERS) {
			subtype(type, depth);
		}
		else {
			this.text.append(name(type));
		}
	}

	private void subtype(CanonicalType type, int depth) {
		CanonicalType supertype = type.declaredSupertype();
		boolean sub = !type.isFinal() || supertype != null;
		if (sub) {
			this.text.append(type.isFinal() ? "(sub final " : "(sub ");
			if (supertype != null) {
				this.text.append(name(supertype)).append(' ');
			}
		}
		switch (type.composite()) {
			case FunctionType function -> {
				this.text.append("(func");
				list(" (param", function.parameters(), depth);
				list(" (result", function.results(), depth);
			}
			case StructType structure -> {
				this.text.append("(struct");
				structure.fields().forEach((field) -> {
					this.text.append(" (field ");
					field(field, depth);
					this.text.append(')');
				});
			}
			case ArrayType array -> {
				this.text.append("(array ");
				field(array.element(), depth);
			}
		}
		this.text.append(sub ? "))" : ")");
	}

	private void list(String keyword, List<ValueType> types, int depth) {
		if (types.isEmpty()) {
			return;
		}
		this.text.append(keyword);
		types.forEach((type) -> {
			this.text.append(' ');
			storage(type, depth);
		});
		this.text.append(')');
	}

	private void field(FieldType field, int depth) {
		this.text.append(field.mutable() ? "(mut " : "");
		storage(field.storage(), depth);
		this.text.append(field.mutable() ? ")" : "");
	}

	private void storage(StorageType type, int depth) {
		if (!(type instanceof ReferenceType reference && reference.heapType() instanceof CanonicalType defined)) {
			this.text.append(type);
			return;
		}
		this.text.append(reference.nullable() ? "(ref null " : "(ref ");
		reference(defined, depth + 1);
		this.text.append(')');
	}

	private static String name(CanonicalType type) {
		return "$" + type.digest().toString().substring(0, NAME_CHARACTERS);
	}

}
