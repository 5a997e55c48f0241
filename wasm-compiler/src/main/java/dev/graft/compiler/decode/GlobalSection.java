package dev.graft.compiler.decode;

import dev.graft.artifact.type.ExternalType;
import dev.graft.compiler.model.GlobalDefinition;

/// Globals.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/binary/modules.html#global-section">Binary
/// Format, "Global Section"</a>
final class GlobalSection {

	private GlobalSection() {
	}

	static void decode(SectionInput in) {
		int count = in.count(ImplementationLimits.GLOBALS, "globals");
		for (int i = 0; i < count; i++) {
			int offset = in.cursor().position();
			ExternalType.Global type = in.types().globalType();
			in.module().add(new GlobalDefinition(type, in.constants().decode(), offset));
		}
	}

}
