package dev.graft.compiler.decode;

import dev.graft.artifact.spi.Feature;
import dev.graft.compiler.model.DataDefinition;
import dev.graft.compiler.model.SegmentMode;

/// Data segments.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/binary/modules.html#data-section">Binary
/// Format, "Data Section"</a>
final class DataSection {

	private DataSection() {
	}

	static void decode(SectionInput in) {
		int count = in.count(ImplementationLimits.DATA_SEGMENTS, "data segments");
		for (int i = 0; i < count; i++) {
			int offset = in.cursor().position();
			SegmentMode mode = mode(in);
			int length = in.cursor().count();
			int bytesOffset = in.cursor().position();
			in.cursor().skip(length);
			in.module().add(new DataDefinition(mode, bytesOffset, length, offset));
		}
	}

	private static SegmentMode mode(SectionInput in) {
		int at = in.cursor().position();
		int kind = in.cursor().u32();
		if (kind == 1) {
			in.require(Feature.BULK_MEMORY, at, "a passive data segment");
		}
		return switch (kind) {
			case 0 -> new SegmentMode.Active(0, in.constants().decode());
			case 1 -> new SegmentMode.Passive();
			case 2 -> new SegmentMode.Active(in.cursor().u32(), in.constants().decode());
			default -> throw in.cursor()
				.malformed(at, "malformed data segment kind", "0 to 2", Integer.toUnsignedString(kind));
		};
	}

}
