package dev.graft.compiler.decode;

import dev.graft.artifact.spi.Feature;

/// How many data segments there will be, so that bodies can be validated before these are
/// read.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/binary/modules.html#data-count-section">Binary
/// Format, "Data Count Section"</a>
final class DataCountSection {

	private DataCountSection() {
	}

	static void decode(SectionInput in) {
		int at = in.cursor().position();
		in.require(Feature.BULK_MEMORY, at, "a data count section");
		int count = in.cursor().u32();
		ImplementationLimits.check(in.cursor(), at, Integer.toUnsignedLong(count), ImplementationLimits.DATA_SEGMENTS,
				"data segments");
		in.module().dataCount(count);
	}

}
