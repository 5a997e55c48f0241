package dev.graft.artifact.type;

import java.util.List;

/// A type definition: a composite type, its declared supertypes, and whether it may have
/// subtypes itself.
///
/// @param isFinal whether no further subtype may be declared
/// @param supertypes indices of the declared supertypes, at most one today
/// @param composite the shape
/// @see <a
/// href="https://webassembly.github.io/spec/core/syntax/types.html#recursive-types">Structure,
/// "Recursive Types"</a>
public record SubType(boolean isFinal, List<Integer> supertypes, CompositeType composite) {

	/// Copies the list.
	public SubType {
		supertypes = List.copyOf(supertypes);
	}

	/// A final type without supertypes, which is what a plain `(type (func …))` defines.
	public static SubType of(CompositeType composite) {
		return new SubType(true, List.of(), composite);
	}

}
