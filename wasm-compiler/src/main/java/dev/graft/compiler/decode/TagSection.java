package dev.graft.compiler.decode;

import dev.graft.artifact.spi.Feature;
import dev.graft.compiler.model.TagDefinition;

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
		int count = in.count(ImplementationLimits.TAGS, "tags");
		if (count > 0) {
			in.require(Feature.EXCEPTION_HANDLING, at, "tags");
		}
		for (int i = 0; i < count; i++) {
			int offset = in.cursor().position();
			in.module().add(new TagDefinition(in.types().tagType(), offset));
		}
	}

}
