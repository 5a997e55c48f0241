package dev.graft.compiler.decode;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.type.ExternalKind;
import dev.graft.compiler.model.ExportDeclaration;

/// Exports.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/binary/modules.html#export-section">Binary
/// Format, "Export Section"</a>
final class ExportSection {

	private ExportSection() {
	}

	static void decode(SectionInput in) {
		int count = in.count(ImplementationLimits.EXPORTS, "exports");
		for (int i = 0; i < count; i++) {
			in.module().add(export(in));
		}
	}

	private static ExportDeclaration export(SectionInput in) {
		int offset = in.cursor().position();
		String name = in.cursor().name();
		ExternalKind kind = kind(in);
		int index = in.cursor().u32();
		if (kind == ExternalKind.FUNCTION) {
			in.module().declareReference(index);
		}
		return new ExportDeclaration(name, kind, index, offset);
	}

	private static ExternalKind kind(SectionInput in) {
		int at = in.cursor().position();
		int kind = in.cursor().u8();
		return switch (kind) {
			case 0 -> ExternalKind.FUNCTION;
			case 1 -> ExternalKind.TABLE;
			case 2 -> ExternalKind.MEMORY;
			case 3 -> ExternalKind.GLOBAL;
			case 4 -> {
				in.require(Feature.EXCEPTION_HANDLING, at, "an exported tag");
				yield ExternalKind.TAG;
			}
			default ->
				throw in.cursor().malformed(at, "malformed export kind", "0x00 to 0x04", "0x%02x".formatted(kind));
		};
	}

}
