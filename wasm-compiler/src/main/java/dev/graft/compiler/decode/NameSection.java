package dev.graft.compiler.decode;

import dev.graft.artifact.spi.MalformedModuleException;
import dev.graft.compiler.model.CustomSection;
import dev.graft.compiler.model.Names;
import org.jspecify.annotations.Nullable;

/// The name section. It is never an error: what cannot be read of it is left out.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/appendix/custom.html#name-section">Appendix,
/// "Name Section"</a>
final class NameSection {

	private static final int MODULE_NAME = 0;

	private static final int FUNCTION_NAMES = 1;

	private final ByteCursor cursor;

	private final int[] offsets;

	private final int[] lengths;

	private @Nullable String moduleName;

	private NameSection(ByteCursor cursor, int functionCount) {
		this.cursor = cursor;
		this.offsets = new int[functionCount];
		this.lengths = new int[functionCount];
	}

	/// Reads what can be read.
	static Names decode(ByteCursor module, CustomSection section, int functionCount) {
		int end = section.contentOffset() + section.length();
		NameSection names = new NameSection(module.over(section.contentOffset(), end), functionCount);
		try {
			names.subsections();
		}
		catch (MalformedModuleException malformed) {
			// Custom sections are no part of the module's meaning, so what was read so
			// far is
			// all there is.
			return names.build(module.bytes());
		}
		return names.build(module.bytes());
	}

	private Names build(byte[] binary) {
		return new Names(binary, this.moduleName, this.offsets, this.lengths);
	}

	private void subsections() {
		while (!this.cursor.atEnd()) {
			int id = this.cursor.u8();
			int size = this.cursor.count();
			int end = this.cursor.position() + size;
			switch (id) {
				case MODULE_NAME -> this.moduleName = this.cursor.name();
				case FUNCTION_NAMES -> functionNames();
				default -> {
					// Names of locals, labels, types and so on: nobody asks for them yet.
				}
			}
			this.cursor.seek(Math.min(end, this.cursor.limit()));
		}
	}

	private void functionNames() {
		int count = this.cursor.count();
		for (int i = 0; i < count; i++) {
			int functionIndex = this.cursor.u32();
			int length = this.cursor.count();
			int offset = this.cursor.position();
			this.cursor.skip(length);
			if (functionIndex >= 0 && functionIndex < this.offsets.length
					&& Utf8.firstMalformed(this.cursor.bytes(), offset, offset + length) < 0) {
				this.offsets[functionIndex] = offset;
				this.lengths[functionIndex] = length;
			}
		}
	}

}
