package dev.graft.compiler.text;

import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.SubType;
import dev.graft.artifact.type.TypeTable.RecursiveGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The types of a module: those it defines, and after them those that functions, blocks
/// and calls only spell out.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/text/modules.html#abbreviations">Text
/// Format, "Type Uses", Abbreviations</a>
final class TypeDefinitions {

	private final List<RecursiveGroup> groups = new ArrayList<>();

	private final List<SubType> types = new ArrayList<>();

	/// The first plain definition of each function type.
	private final Map<FunctionType, Integer> functionTypes = new HashMap<>();

	/// Appends a recursive group.
	void add(RecursiveGroup group) {
		if (group.members().size() == 1) {
			SubType only = group.members().getFirst();
			if (only.isFinal() && only.supertypes().isEmpty() && only.composite() instanceof FunctionType function) {
				this.functionTypes.putIfAbsent(function, this.types.size());
			}
		}
		this.groups.add(group);
		this.types.addAll(group.members());
	}

	/// The index of a function type; appends it if it is not there.
	int indexOf(FunctionType type) {
		@Nullable Integer known = this.functionTypes.get(type);
		if (known != null) {
			return known;
		}
		add(RecursiveGroup.of(type));
		return this.types.size() - 1;
	}

	/// The function type at an index, or null if there is none.
	@Nullable FunctionType functionAt(int index) {
		if (index < 0 || index >= this.types.size()) {
			return null;
		}
		return (this.types.get(index).composite() instanceof FunctionType function) ? function : null;
	}

	/// All recursive groups.
	List<RecursiveGroup> groups() {
		return this.groups;
	}

}
