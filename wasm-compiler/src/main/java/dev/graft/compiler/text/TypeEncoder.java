package dev.graft.compiler.text;

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
import dev.graft.artifact.type.TypeTable.RecursiveGroup;
import dev.graft.artifact.type.ValueType;
import dev.graft.artifact.type.VectorType;
import java.util.List;

/// Writes types in the binary format.
///
/// @see <a href="https://webassembly.github.io/spec/core/binary/types.html">Binary
/// Format, "Types"</a>
final class TypeEncoder {

	private TypeEncoder() {
	}

	static void valueType(ValueType type, BinaryWriter to) {
		switch (type) {
			case NumberType number -> to.u8(code(number));
			case VectorType vector -> to.u8(0x7B);
			case ReferenceType reference -> referenceType(reference, to);
		}
	}

	private static int code(NumberType type) {
		return switch (type) {
			case I32 -> 0x7F;
			case I64 -> 0x7E;
			case F32 -> 0x7D;
			case F64 -> 0x7C;
		};
	}

	static void referenceType(ReferenceType type, BinaryWriter to) {
		if (!type.nullable() || type.heapType() instanceof HeapType.Concrete) {
			to.u8(type.nullable() ? 0x63 : 0x64);
		}
		heapType(type.heapType(), to);
	}

	static void heapType(HeapType type, BinaryWriter to) {
		switch (type) {
			case HeapType.Abstract named -> to.u8(code(named));
			case HeapType.Concrete concrete -> to.signed(Integer.toUnsignedLong(concrete.typeIndex()));
			case HeapType.Resolved resolved ->
				throw new IllegalArgumentException("%s belongs to no module".formatted(resolved));
		}
	}

	private static int code(HeapType.Abstract type) {
		return switch (type) {
			case NOEXN -> 0x74;
			case NOFUNC -> 0x73;
			case NOEXTERN -> 0x72;
			case NONE -> 0x71;
			case FUNC -> 0x70;
			case EXTERN -> 0x6F;
			case ANY -> 0x6E;
			case EQ -> 0x6D;
			case I31 -> 0x6C;
			case STRUCT -> 0x6B;
			case ARRAY -> 0x6A;
			case EXN -> 0x69;
		};
	}

	static void blockType(BlockType type, BinaryWriter to) {
		switch (type) {
			case BlockType.Empty empty -> to.u8(0x40);
			case BlockType.Result result -> valueType(result.type(), to);
			case BlockType.Indexed indexed -> to.signed(Integer.toUnsignedLong(indexed.typeIndex()));
		}
	}

	static void valueTypes(List<ValueType> types, BinaryWriter to) {
		to.u32(types.size());
		types.forEach((type) -> valueType(type, to));
	}

	static void recursiveGroup(RecursiveGroup group, BinaryWriter to) {
		if (group.members().size() != 1) {
			to.u8(0x4E);
			to.u32(group.members().size());
		}
		group.members().forEach((member) -> subType(member, to));
	}

	private static void subType(SubType type, BinaryWriter to) {
		if (!type.isFinal() || !type.supertypes().isEmpty()) {
			to.u8(type.isFinal() ? 0x4F : 0x50);
			to.u32(type.supertypes().size());
			type.supertypes().forEach(to::u32);
		}
		compositeType(type.composite(), to);
	}

	private static void compositeType(CompositeType type, BinaryWriter to) {
		switch (type) {
			case FunctionType function -> {
				to.u8(0x60);
				valueTypes(function.parameters(), to);
				valueTypes(function.results(), to);
			}
			case StructType structure -> {
				to.u8(0x5F);
				to.u32(structure.fields().size());
				structure.fields().forEach((field) -> fieldType(field, to));
			}
			case ArrayType array -> {
				to.u8(0x5E);
				fieldType(array.element(), to);
			}
		}
	}

	private static void fieldType(FieldType field, BinaryWriter to) {
		switch (field.storage()) {
			case ValueType value -> valueType(value, to);
			case PackedType packed -> to.u8(switch (packed) {
				case I8 -> 0x78;
				case I16 -> 0x77;
			});
		}
		to.u8(field.mutable() ? 1 : 0);
	}

	/// An external type as imports state it: its kind, then the type.
	static void importType(ExternalType type, BinaryWriter to) {
		externalKind(type.kind(), to);
		externalType(type, to);
	}

	static void externalKind(ExternalKind kind, BinaryWriter to) {
		to.u8(switch (kind) {
			case FUNCTION -> 0;
			case TABLE -> 1;
			case MEMORY -> 2;
			case GLOBAL -> 3;
			case TAG -> 4;
		});
	}

	static void externalType(ExternalType type, BinaryWriter to) {
		switch (type) {
			case ExternalType.Function function -> to.u32(function.typeIndex());
			case ExternalType.Table table -> {
				referenceType(table.elementType(), to);
				limits(addressFlag(table.addressType()), table.limits(), to);
			}
			case ExternalType.Memory memory -> memoryType(memory, to);
			case ExternalType.Global global -> {
				valueType(global.valueType(), to);
				to.u8(global.mutable() ? 1 : 0);
			}
			case ExternalType.Tag tag -> {
				to.u8(0);
				to.u32(tag.typeIndex());
			}
		}
	}

	private static void memoryType(ExternalType.Memory memory, BinaryWriter to) {
		boolean usualPages = memory.pageSizeLog2() == ExternalType.Memory.DEFAULT_PAGE_SIZE_LOG2;
		int flags = addressFlag(memory.addressType()) | (memory.shared() ? 0x02 : 0) | (usualPages ? 0 : 0x08);
		limits(flags, memory.limits(), to);
		if (!usualPages) {
			to.u32(memory.pageSizeLog2());
		}
	}

	private static int addressFlag(AddressType type) {
		return (type == AddressType.I64) ? 0x04 : 0;
	}

	private static void limits(int flags, Limits limits, BinaryWriter to) {
		to.u8(flags | (limits.maximum().isPresent() ? 0x01 : 0));
		to.u64(limits.minimum());
		limits.maximum().ifPresent(to::u64);
	}

}
