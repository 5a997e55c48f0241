package dev.graft.compiler.decode;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.type.ExternalType;
import dev.graft.compiler.model.TableDefinition;

/// Tables.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/binary/modules.html#table-section">Binary
/// Format, "Table Section"</a>
final class TableSection {

	private static final int WITH_INITIALIZER = 0x40;

	private TableSection() {
	}

	static void decode(SectionInput in) {
		int count = in.count(ImplementationLimits.TABLES, "tables");
		for (int i = 0; i < count; i++) {
			in.module().add(table(in));
		}
	}

	private static TableDefinition table(SectionInput in) {
		int offset = in.cursor().position();
		if (in.cursor().peek() != WITH_INITIALIZER) {
			return new TableDefinition(in.types().tableType(), null, offset);
		}
		in.cursor().skip(1);
		int reserved = in.cursor().u8();
		if (reserved != 0) {
			throw in.cursor().malformed(offset + 1, "zero byte expected", "0x00", "0x%02x".formatted(reserved));
		}
		in.require(Feature.FUNCTION_REFERENCES, offset, "a table with an initial value");
		ExternalType.Table type = in.types().tableType();
		return new TableDefinition(type, in.constants().decode(), offset);
	}

}
