package dev.graft.fuzz;

import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ValueType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a type definition defines.
sealed interface Shape {

	/// A function type.
	record Function(FunctionType type) implements Shape {
	}

	/// A structure type.
	record Structure(List<FieldShape> fields) implements Shape {

		/// Copies the list.
		public Structure {
			fields = List.copyOf(fields);
		}

	}

	/// An array type.
	record Array(FieldShape element) implements Shape {
	}

	/// A field.
	/// @param value its type, or null if it is packed
	/// @param packedBits 8 or 16 if it is packed
	record FieldShape(@Nullable ValueType value, int packedBits, boolean mutable) {

		/// The type that instructions put in.
		ValueType unpacked() {
			return (this.value != null) ? this.value : NumberType.I32;
		}

		boolean isPacked() {
			return this.value == null;
		}

	}

}
