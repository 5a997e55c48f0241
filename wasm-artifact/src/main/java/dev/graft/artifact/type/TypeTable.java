package dev.graft.artifact.type;

import java.util.ArrayList;
import java.util.List;

/// The type section of a module: its recursive groups, flattened into one index space.
///
/// Immutable and cheap to share.
///
/// @param groups the recursive groups in order; a plain definition is a group of one
/// @param types all definitions in index order
/// @see <a
/// href="https://webassembly.github.io/spec/core/syntax/modules.html#types">Structure,
/// Modules, "Types"</a>
public record TypeTable(List<RecursiveGroup> groups, List<SubType> types) {

	/// The table of a module that defines no type.
	public static final TypeTable EMPTY = of(List.of());

	/// Copies both lists.
	public TypeTable {
		groups = List.copyOf(groups);
		types = List.copyOf(types);
	}

	/// The table with these groups.
	public static TypeTable of(List<RecursiveGroup> groups) {
		List<SubType> types = new ArrayList<>();
		groups.forEach((group) -> types.addAll(group.members()));
		return new TypeTable(groups, types);
	}

	/// How many types there are.
	public int size() {
		return this.types.size();
	}

	/// The function type at an index that validation has shown to be one.
	/// @throws IndexOutOfBoundsException if there is no such type
	/// @throws ClassCastException if the type is not a function type
	public FunctionType function(int typeIndex) {
		return (FunctionType) this.types.get(typeIndex).composite();
	}

	/// The structure type at an index that validation has shown to be one.
	/// @throws IndexOutOfBoundsException if there is no such type
	/// @throws ClassCastException if the type is not a structure type
	public StructType structure(int typeIndex) {
		return (StructType) this.types.get(typeIndex).composite();
	}

	/// The array type at an index that validation has shown to be one.
	/// @throws IndexOutOfBoundsException if there is no such type
	/// @throws ClassCastException if the type is not an array type
	public ArrayType array(int typeIndex) {
		return (ArrayType) this.types.get(typeIndex).composite();
	}

	/// Whether these are function types of which nothing but their shape is to be known,
	/// as all were before version 3.0: none has a supertype or may have subtypes, refers
	/// to another, or belongs to a group with another. Then types are equal if they look
	/// the same.
	public boolean isPlain() {
		return this.groups.stream().allMatch((group) -> group.members().size() == 1)
				&& this.types.stream().allMatch(SubType::isPlain);
	}

	/// A recursive group.
	/// @param members its definitions, which may mention each other
	public record RecursiveGroup(List<SubType> members) {

		/// Copies the list.
		public RecursiveGroup {
			members = List.copyOf(members);
		}

		/// The group of one plain definition.
		public static RecursiveGroup of(CompositeType composite) {
			return new RecursiveGroup(List.of(SubType.of(composite)));
		}

	}

}
