package dev.graft.compiler.decode;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.type.ExternalType;
import dev.graft.compiler.model.ImportDeclaration;

/// Imports.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/binary/modules.html#import-section">Binary
/// Format, "Import Section"</a>
final class ImportSection {

	private ImportSection() {
	}

	static void decode(SectionInput in) {
		int count = in.count(ImplementationLimits.IMPORTS, "imports");
		for (int i = 0; i < count; i++) {
			int offset = in.cursor().position();
			String module = in.cursor().name();
			String name = in.cursor().name();
			in.module().add(new ImportDeclaration(module, name, type(in), offset));
		}
	}

	private static ExternalType type(SectionInput in) {
		int at = in.cursor().position();
		int kind = in.cursor().u8();
		return switch (kind) {
			case 0 -> new ExternalType.Function(in.cursor().u32());
			case 1 -> in.types().tableType();
			case 2 -> in.types().memoryType();
			case 3 -> importedGlobal(in, at);
			case 4 -> importedTag(in, at);
			default ->
				throw in.cursor().malformed(at, "malformed import kind", "0x00 to 0x04", "0x%02x".formatted(kind));
		};
	}

	private static ExternalType importedTag(SectionInput in, int at) {
		in.require(Feature.EXCEPTION_HANDLING, at, "an imported tag");
		return in.types().tagType();
	}

	private static ExternalType importedGlobal(SectionInput in, int at) {
		ExternalType.Global type = in.types().globalType();
		if (type.mutable()) {
			in.require(Feature.MUTABLE_GLOBALS, at, "an imported mutable global");
		}
		return type;
	}

}
