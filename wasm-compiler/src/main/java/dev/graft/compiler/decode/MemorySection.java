package dev.graft.compiler.decode;

import dev.graft.compiler.model.MemoryDefinition;

/// Memories.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/binary/modules.html#memory-section">Binary
/// Format, "Memory Section"</a>
final class MemorySection {

	private MemorySection() {
	}

	static void decode(SectionInput in) {
		int count = in.count(ImplementationLimits.MEMORIES, "memories");
		for (int i = 0; i < count; i++) {
			int offset = in.cursor().position();
			in.module().add(new MemoryDefinition(in.types().memoryType(), offset));
		}
	}

}
