package dev.graft.artifact.type;

import java.util.Locale;

/// A heap type: what a reference points to.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/syntax/types.html#heap-types">Structure,
/// "Heap Types"</a>
public sealed interface HeapType {

	/// The heap types that the specification names.
	enum Abstract implements HeapType {

		FUNC, EXTERN, ANY, EQ, I31, STRUCT, ARRAY, EXN, NONE, NOFUNC, NOEXTERN, NOEXN;

		@Override
		public String toString() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/// A type that the module defines.
	/// @param typeIndex the index in the module's [TypeTable]
	record Concrete(int typeIndex) implements HeapType {

		@Override
		public String toString() {
			return Integer.toString(this.typeIndex);
		}

	}

	/// A type of some module, as an engine knows it: equal types are the same object, and
	/// no index is needed to tell which it is.
	non-sealed interface Resolved extends HeapType {

		/// What tells it from all other types, in every engine.
		TypeDigest digest();

		/// The definition as the text format writes it, the name of the type included if
		/// its text form is only a name: `(type $1f5a93c0 (sub (struct (field i32))))`.
		String definition();

	}

}
