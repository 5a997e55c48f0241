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
		locals(context.locals, section);
		return (section.size() == empty) ? null : section;
	}

	private static void locals(Map<Integer, IndexSpace> locals, BinaryWriter section) {
		long named = locals.values().stream().filter((space) -> !space.names().isEmpty()).count();
		if (named == 0) {
			return;
		}
		BinaryWriter indirect = new BinaryWriter();
		indirect.u32((int) named);
		locals.forEach((function, space) -> {
			if (!space.names().isEmpty()) {
				indirect.u32(function);
				nameMap(space.names(), indirect);
			}
		});
		subsection(LOCALS, indirect, section);
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
