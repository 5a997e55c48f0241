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

	/// How many supertypes a type may have by way of others: the JavaScript API's limit.
	/// @see <a
	/// href="https://webassembly.github.io/spec/js-api/index.html#limits">JavaScript API,
	/// "Implementation-defined Limits"</a>
	public static final int MOST_SUPERTYPES = 63;

	/// Copies the list.
	public SubType {
		supertypes = List.copyOf(supertypes);
	}

	/// Whether nothing but its shape is to be known about it: it is a function type that
	/// has no supertype, may have no subtypes, and mentions no other definition.
	boolean isPlain() {
		return this.isFinal && this.supertypes.isEmpty() && this.composite instanceof FunctionType function
				&& function.mentions().stream().noneMatch(SubType::isDefined);
	}

	private static boolean isDefined(ValueType type) {
		return type instanceof ReferenceType reference && reference.heapType() instanceof HeapType.Concrete;
	}

	/// A final type without supertypes, which is what a plain `(type (func …))` defines.
	public static SubType of(CompositeType composite) {
		return new SubType(true, List.of(), composite);
	}

}
