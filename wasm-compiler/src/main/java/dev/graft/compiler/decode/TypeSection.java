package dev.graft.compiler.decode;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.TypeTable;
import dev.graft.artifact.type.TypeTable.RecursiveGroup;
import dev.graft.artifact.type.ValueType;
import java.util.ArrayList;
import java.util.List;

/// Function types.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/binary/modules.html#type-section">Binary
/// Format, "Type Section"</a>
final class TypeSection {

	private static final int FUNCTION = 0x60;

	private TypeSection() {
	}

	static void decode(SectionInput in) {
		int start = in.cursor().position();
		int count = in.count(ImplementationLimits.TYPES, "types");
		List<RecursiveGroup> groups = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			groups.add(RecursiveGroup.of(functionType(in)));
		}
		in.module().types(TypeTable.of(groups), start);
	}

	private static FunctionType functionType(SectionInput in) {
		int at = in.cursor().position();
		int form = in.cursor().u8();
		switch (form) {
			case FUNCTION -> {
			}
			case 0x4E, 0x4F, 0x50, 0x5E, 0x5F ->
				throw in.cursor().unsupported(at, Feature.GC, "type definition 0x%02x".formatted(form));
			default -> throw (form > 0x7F)
					? in.cursor().malformed(at, "integer representation too long", "more than one byte for 7 bits")
					: in.cursor()
						.malformed(at, "malformed definition type", "0x60 (a function type)", "0x%02x".formatted(form));
		}
		List<ValueType> parameters = in.types().valueTypes(ImplementationLimits.PARAMETERS, "parameters");
		int resultsAt = in.cursor().position();
		List<ValueType> results = in.types().valueTypes(ImplementationLimits.RESULTS, "results");
		if (results.size() > 1) {
			in.require(Feature.MULTI_VALUE, resultsAt, "%d results".formatted(results.size()));
		}
		return new FunctionType(parameters, results);
	}

}
