package dev.graft.compiler.decode;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.type.ArrayType;
import dev.graft.artifact.type.CompositeType;
import dev.graft.artifact.type.FieldType;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.StructType;
import dev.graft.artifact.type.SubType;
import dev.graft.artifact.type.TypeTable;
import dev.graft.artifact.type.TypeTable.RecursiveGroup;
import dev.graft.artifact.type.ValueType;
import java.util.ArrayList;
import java.util.List;

/// Recursive groups of type definitions.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/binary/modules.html#type-section">Binary
/// Format, "Type Section"</a>
final class TypeSection {

	private static final int FUNCTION = 0x60;

	private static final int STRUCTURE = 0x5F;

	private static final int ARRAY = 0x5E;

	private static final int OPEN_SUBTYPE = 0x50;

	private static final int FINAL_SUBTYPE = 0x4F;

	private static final int GROUP = 0x4E;

	private final SectionInput in;

	private final ByteCursor cursor;

	/// How many types there may still be.
	private int left = ImplementationLimits.TYPES;

	private TypeSection(SectionInput in) {
		this.in = in;
		this.cursor = in.cursor();
	}

	static void decode(SectionInput in) {
		int start = in.cursor().position();
		in.module().types(new TypeSection(in).types(), start);
	}

	private TypeTable types() {
		int count = this.in.count(ImplementationLimits.TYPES, "types");
		List<RecursiveGroup> groups = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			groups.add(group());
		}
		return TypeTable.of(groups);
	}

	private RecursiveGroup group() {
		int at = this.cursor.position();
		if (this.cursor.peek() != GROUP) {
			return new RecursiveGroup(members(at, 1));
		}
		this.in.require(Feature.GC, at, "a group of recursive types");
		this.cursor.skip(1);
		return new RecursiveGroup(members(at, this.cursor.count()));
	}

	private List<SubType> members(int at, int count) {
		ImplementationLimits.check(this.cursor, at, count, this.left, "types");
		this.left -= count;
		List<SubType> members = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			members.add(subType());
		}
		return members;
	}

	private SubType subType() {
		int at = this.cursor.position();
		int form = this.cursor.u8();
		if (form != OPEN_SUBTYPE && form != FINAL_SUBTYPE) {
			return SubType.of(composite(at, form));
		}
		this.in.require(Feature.GC, at, "a type with subtypes");
		int count = this.cursor.count();
		List<Integer> supertypes = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			supertypes.add(this.cursor.u32());
		}
		int compositeAt = this.cursor.position();
		return new SubType(form == FINAL_SUBTYPE, supertypes, composite(compositeAt, this.cursor.u8()));
	}

	private CompositeType composite(int at, int form) {
		return switch (form) {
			case FUNCTION -> function();
			case STRUCTURE -> {
				this.in.require(Feature.GC, at, "a structure type");
				yield structure();
			}
			case ARRAY -> {
				this.in.require(Feature.GC, at, "an array type");
				yield new ArrayType(this.in.types().fieldType());
			}
			default -> throw (form > 0x7F)
					? this.cursor.malformed(at, "integer representation too long", "more than one byte for 7 bits")
					: this.cursor.malformed(at, "malformed definition type", "0x60 (a function type)",
							"0x%02x".formatted(form));
		};
	}

	private FunctionType function() {
		List<ValueType> parameters = this.in.types().valueTypes(ImplementationLimits.PARAMETERS, "parameters");
		int resultsAt = this.cursor.position();
		List<ValueType> results = this.in.types().valueTypes(ImplementationLimits.RESULTS, "results");
		if (results.size() > 1) {
			this.in.require(Feature.MULTI_VALUE, resultsAt, "%d results".formatted(results.size()));
		}
		return new FunctionType(parameters, results);
	}

	private StructType structure() {
		int count = this.in.count(ImplementationLimits.FIELDS, "fields");
		List<FieldType> fields = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			fields.add(this.in.types().fieldType());
		}
		return new StructType(fields);
	}

}
