package dev.graft.compiler.text;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes the custom section `name`, which keeps the identifiers of the text for stack
/// traces and debuggers.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/appendix/custom.html#name-section">Appendix,
/// "Name Section"</a>
final class NameSection {

	private static final int MODULE = 0;

	private static final int FUNCTIONS = 1;

	private static final int LOCALS = 2;

	private static final int TYPES = 4;

	private static final int FIELDS = 10;

	private NameSection() {
	}

	/// The section's contents, or null if nothing in the module has a name.
	static @Nullable BinaryWriter of(ModuleContext context) {
		BinaryWriter section = new BinaryWriter();
		section.name("name");
		int empty = section.size();
		if (context.moduleName != null) {
			BinaryWriter module = new BinaryWriter();
			module.name(context.moduleName);
			subsection(MODULE, module, section);
		}
		if (!context.functions.names().isEmpty()) {
			BinaryWriter functions = new BinaryWriter();
			nameMap(context.functions.names(), functions);
			subsection(FUNCTIONS, functions, section);
		}
		indirect(LOCALS, context.locals, section);
		if (!context.typeNames.names().isEmpty()) {
			BinaryWriter types = new BinaryWriter();
			nameMap(context.typeNames.names(), types);
			subsection(TYPES, types, section);
		}
		indirect(FIELDS, context.fields, section);
		return (section.size() == empty) ? null : section;
	}

	private static void indirect(int id, Map<Integer, IndexSpace> spaces, BinaryWriter section) {
		long named = spaces.values().stream().filter((space) -> !space.names().isEmpty()).count();
		if (named == 0) {
			return;
		}
		BinaryWriter indirect = new BinaryWriter();
		indirect.u32((int) named);
		spaces.forEach((owner, space) -> {
			if (!space.names().isEmpty()) {
				indirect.u32(owner);
				nameMap(space.names(), indirect);
			}
		});
		subsection(id, indirect, section);
	}

	private static void nameMap(Map<Integer, String> names, BinaryWriter to) {
		to.u32(names.size());
		names.forEach((index, name) -> {
			to.u32(index);
			to.name(name);
		});
	}

	private static void subsection(int id, BinaryWriter contents, BinaryWriter section) {
		section.u8(id);
		section.sized(contents);
	}

}
