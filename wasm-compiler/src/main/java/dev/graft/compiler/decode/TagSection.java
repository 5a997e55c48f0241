package dev.graft.compiler.decode;

import dev.graft.artifact.spi.Feature;

/// Tags, which belong to exception handling.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/binary/modules.html#tag-section">Binary
/// Format, "Tag Section"</a>
final class TagSection {

	private TagSection() {
	}

	static void decode(SectionInput in) {
		int at = in.cursor().position();
		if (in.count(ImplementationLimits.TAGS, "tags") > 0) {
			throw in.cursor().unsupported(at, Feature.EXCEPTION_HANDLING, "tags");
		}
	}

}
