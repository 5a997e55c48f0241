package dev.graft.artifact.section;

import dev.graft.artifact.format.SectionInput;
import dev.graft.artifact.format.SectionOutput;
import dev.graft.artifact.type.AddressType;
import dev.graft.artifact.type.ArrayType;
import dev.graft.artifact.type.CompositeType;
import dev.graft.artifact.type.ExternalKind;
import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.FieldType;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.Limits;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.PackedType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.StructType;
import dev.graft.artifact.type.SubType;
import dev.graft.artifact.type.TypeTable;
import dev.graft.artifact.type.TypeTable.RecursiveGroup;
import dev.graft.artifact.type.ValueType;
import dev.graft.artifact.type.VectorType;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/// How types are written in the metadata.
///
/// ```
/// types     ::= group*
/// group     ::= subtype*
/// subtype   ::= isFinal:flag supertype:unsigned* composite
/// composite ::= 0x00 parameters:valueType* results:valueType*                      function
///             | 0x01 field*                                                       structure
///             | 0x02 field                                                        array
/// field     ::= storage mutable:flag
/// storage   ::= valueType | 0x06 i8 | 0x07 i16
/// valueType ::= 0x00 i32 | 0x01 i64 | 0x02 f32 | 0x03 f64 | 0x04 v128 | 0x05 reference
/// reference ::= nullable:flag heapType
/// heapType  ::= 0x00 func | 0x01 extern | 0x02 any | 0x03 eq | 0x04 i31 | 0x05 struct | 0x06 array | 0x07 exn
///             | 0x08 none | 0x09 nofunc | 0x0A noextern | 0x0B noexn | 0x0C typeIndex:unsigned
/// external  ::= 0x00 typeIndex:unsigned                                            function
///             | 0x01 addressType limits reference                                 table
///             | 0x02 addressType limits shared:flag pageSizeLog2:u8               memory
///             | 0x03 valueType mutable:flag                                       global
///             | 0x04 typeIndex:unsigned                                           tag
/// addressType ::= 0x00 i32 | 0x01 i64
/// limits    ::= minimum:unsigned (0x00 | 0x01 maximum:unsigned)
/// ```
final class TypeCodec {

	private static final Codes<ExternalKind> KINDS = new Codes<>("an external kind", List.of(ExternalKind.FUNCTION,
			ExternalKind.TABLE, ExternalKind.MEMORY, ExternalKind.GLOBAL, ExternalKind.TAG));

	private static final Codes<AddressType> ADDRESS_TYPES = new Codes<>("an address type",
			List.of(AddressType.I32, AddressType.I64));

	private static final Codes<ValueType> PLAIN_TYPES = new Codes<>("a value type",
			List.of(NumberType.I32, NumberType.I64, NumberType.F32, NumberType.F64, VectorType.V128));

	private static final Codes<HeapType.Abstract> HEAP_TYPES = new Codes<>("a heap type",
			List.of(HeapType.Abstract.FUNC, HeapType.Abstract.EXTERN, HeapType.Abstract.ANY, HeapType.Abstract.EQ,
					HeapType.Abstract.I31, HeapType.Abstract.STRUCT, HeapType.Abstract.ARRAY, HeapType.Abstract.EXN,
					HeapType.Abstract.NONE, HeapType.Abstract.NOFUNC, HeapType.Abstract.NOEXTERN,
					HeapType.Abstract.NOEXN));

	/// The code of reference types, after the plain ones.
	private static final int REFERENCE = PLAIN_TYPES.size();

	private static final Codes<PackedType> PACKED_TYPES = new Codes<>("a packed type",
			List.of(PackedType.I8, PackedType.I16));

	/// The first code of packed types, after all value types.
	private static final int PACKED = REFERENCE + 1;

	private static final int FUNCTION = 0;

	private static final int STRUCTURE = 1;

	private static final int ARRAY = 2;

	/// The code of types that the module defines, after those with a name.
	private static final int CONCRETE = HEAP_TYPES.size();

	private TypeCodec() {
	}

	static void write(SectionOutput output, TypeTable types) {
		writeAll(output, types.groups(), (group) -> writeAll(output, group.members(), (type) -> write(output, type)));
	}

	static TypeTable readTypes(SectionInput input) {
		return TypeTable.of(input.list("recursive groups",
				() -> new RecursiveGroup(input.list("type definitions", () -> readSubType(input)))));
	}

	static void write(SectionOutput output, ExternalType type) {
		writeKind(output, type.kind());
		switch (type) {
			case ExternalType.Function function -> output.unsigned(function.typeIndex());
			case ExternalType.Table table -> write(output, table);
			case ExternalType.Memory memory -> write(output, memory);
			case ExternalType.Global global -> write(output, global);
			case ExternalType.Tag tag -> output.unsigned(tag.typeIndex());
		}
	}

	static ExternalType readExternal(SectionInput input) {
		return switch (readKind(input)) {
			case FUNCTION -> new ExternalType.Function(input.index("type index"));
			case TABLE -> readTable(input);
			case MEMORY -> readMemory(input);
			case GLOBAL -> readGlobal(input);
			case TAG -> readTag(input);
		};
	}

	static void writeKind(SectionOutput output, ExternalKind kind) {
		KINDS.write(output, kind);
	}

	static ExternalKind readKind(SectionInput input) {
		return KINDS.read(input);
	}

	static void write(SectionOutput output, ExternalType.Table table) {
		ADDRESS_TYPES.write(output, table.addressType());
		write(output, table.limits());
		write(output, table.elementType());
	}

	static ExternalType.Table readTable(SectionInput input) {
		return new ExternalType.Table(ADDRESS_TYPES.read(input), readLimits(input), readReference(input));
	}

	static void write(SectionOutput output, ExternalType.Memory memory) {
		ADDRESS_TYPES.write(output, memory.addressType());
		write(output, memory.limits());
		output.u8(memory.shared() ? 1 : 0).u8(memory.pageSizeLog2());
	}

	static ExternalType.Memory readMemory(SectionInput input) {
		return new ExternalType.Memory(ADDRESS_TYPES.read(input), readLimits(input), input.flag(),
				input.choice("the logarithm of a page size", Long.SIZE));
	}

	static void write(SectionOutput output, ExternalType.Global global) {
		write(output, global.valueType());
		output.u8(global.mutable() ? 1 : 0);
	}

	static ExternalType.Global readGlobal(SectionInput input) {
		return new ExternalType.Global(readValueType(input), input.flag());
	}

	static ExternalType.Tag readTag(SectionInput input) {
		return new ExternalType.Tag(input.index("type index"));
	}

	static void write(SectionOutput output, ReferenceType type) {
		output.u8(type.nullable() ? 1 : 0);
		switch (type.heapType()) {
			case HeapType.Abstract named -> HEAP_TYPES.write(output, named);
			case HeapType.Concrete concrete -> output.u8(CONCRETE).unsigned(concrete.typeIndex());
			case HeapType.Resolved resolved ->
				throw new IllegalArgumentException("%s belongs to no module".formatted(resolved));
		}
	}

	static ReferenceType readReference(SectionInput input) {
		return new ReferenceType(input.flag(), readHeapType(input));
	}

	static <T> void writeAll(SectionOutput output, List<T> elements, Consumer<? super T> element) {
		output.unsigned(elements.size());
		elements.forEach(element);
	}

	private static void write(SectionOutput output, SubType type) {
		output.u8(type.isFinal() ? 1 : 0);
		writeAll(output, type.supertypes(), (index) -> output.unsigned(index));
		switch (type.composite()) {
			case FunctionType function -> {
				output.u8(FUNCTION);
				writeAll(output, function.parameters(), (parameter) -> write(output, parameter));
				writeAll(output, function.results(), (result) -> write(output, result));
			}
			case StructType structure -> {
				output.u8(STRUCTURE);
				writeAll(output, structure.fields(), (field) -> write(output, field));
			}
			case ArrayType array -> {
				output.u8(ARRAY);
				write(output, array.element());
			}
		}
	}

	private static SubType readSubType(SectionInput input) {
		return new SubType(input.flag(), input.list("supertypes", () -> input.index("type index")),
				readComposite(input));
	}

	private static CompositeType readComposite(SectionInput input) {
		return switch (input.choice("a composite type", ARRAY + 1)) {
			case FUNCTION -> new FunctionType(input.list("parameters", () -> readValueType(input)),
					input.list("results", () -> readValueType(input)));
			case STRUCTURE -> new StructType(input.list("fields", () -> readField(input)));
			default -> new ArrayType(readField(input));
		};
	}

	private static void write(SectionOutput output, FieldType field) {
		switch (field.storage()) {
			case ValueType value -> write(output, value);
			case PackedType packed -> output.u8(PACKED + PACKED_TYPES.constants().indexOf(packed));
		}
		output.u8(field.mutable() ? 1 : 0);
	}

	private static FieldType readField(SectionInput input) {
		int code = input.choice("a storage type", PACKED + PACKED_TYPES.size());
		return new FieldType((code >= PACKED) ? PACKED_TYPES.get(code - PACKED) : valueType(input, code), input.flag());
	}

	private static void write(SectionOutput output, ValueType type) {
		switch (type) {
			case NumberType number -> PLAIN_TYPES.write(output, number);
			case VectorType vector -> PLAIN_TYPES.write(output, vector);
			case ReferenceType reference -> {
				output.u8(REFERENCE);
				write(output, reference);
			}
		}
	}

	private static ValueType readValueType(SectionInput input) {
		return valueType(input, input.choice("a value type", REFERENCE + 1));
	}

	private static ValueType valueType(SectionInput input, int code) {
		return (code == REFERENCE) ? readReference(input) : PLAIN_TYPES.get(code);
	}

	private static HeapType readHeapType(SectionInput input) {
		int code = input.choice("a heap type", CONCRETE + 1);
		return (code == CONCRETE) ? new HeapType.Concrete(input.index("type index")) : HEAP_TYPES.get(code);
	}

	private static void write(SectionOutput output, Limits limits) {
		output.unsigned(limits.minimum()).u8(limits.maximum().isPresent() ? 1 : 0);
		limits.maximum().ifPresent(output::unsigned);
	}

	private static Limits readLimits(SectionInput input) {
		return new Limits(input.unsigned(), input.flag() ? OptionalLong.of(input.unsigned()) : OptionalLong.empty());
	}

}
