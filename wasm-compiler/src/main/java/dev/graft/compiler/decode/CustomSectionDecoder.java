package dev.graft.compiler.decode;

import dev.graft.compiler.model.CustomSection;

/// Custom sections: a name, and bytes that mean something to somebody else.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/binary/modules.html#custom-section">Binary
/// Format, "Custom Section"</a>
final class CustomSectionDecoder {

	private CustomSectionDecoder() {
	}

	static void decode(SectionInput in, int end) {
		String name = in.cursor().name();
		int start = in.cursor().position();
		in.cursor().skip(end - start);
		in.module().add(new CustomSection(name, start, end - start));
	}

}
