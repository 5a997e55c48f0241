package dev.graft.compiler.decode;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.type.AddressType;
import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.FieldType;
import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.Limits;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.PackedType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.StorageType;
import dev.graft.artifact.type.ValueType;
import dev.graft.artifact.type.VectorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads types.
///
/// @see <a href="https://webassembly.github.io/spec/core/binary/types.html">Binary
/// Format, "Types"</a>
final class TypeReader {

	private static final int EMPTY_BLOCK = 0x40;

	private static final int REFERENCE = 0x64;

	private static final int NULLABLE_REFERENCE = 0x63;

	/// Flags of limits: there is a maximum.
	private static final int MAXIMUM = 0x01;

	/// Flags of limits: threads can share the memory.
	private static final int SHARED = 0x02;

	/// Flags of limits: addresses are of type `i64`.
	private static final int ADDRESS_64 = 0x04;

	/// Flags of limits: the page size follows.
	private static final int PAGE_SIZE = 0x08;

	private final ByteCursor cursor;

	private final Set<Feature> features;

	TypeReader(ByteCursor cursor, Set<Feature> features) {
		this.cursor = cursor;
		this.features = features;
	}

	/// A value type.
	ValueType valueType() {
		int at = this.cursor.position();
		int code = this.cursor.u8();
		ValueType type = valueType(at, code);
		if (type == null) {
			throw this.cursor.malformed(at, "malformed value type", "a value type", "0x%02x".formatted(code));
		}
		return type;
	}

	/// A vector of value types.
	/// @param most how many there may be
	/// @param limit what that limit is called
	List<ValueType> valueTypes(int most, String limit) {
		int at = this.cursor.position();
		int count = this.cursor.count();
		ImplementationLimits.check(this.cursor, at, count, most, limit);
		List<ValueType> types = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			types.add(valueType());
		}
		return types;
	}

	/// A reference type.
	ReferenceType referenceType() {
		int at = this.cursor.position();
		int code = this.cursor.u8();
		if (valueType(at, code) instanceof ReferenceType type) {
			return type;
		}
		throw this.cursor.malformed(at, "malformed reference type", "a reference type", "0x%02x".formatted(code));
	}

	/// A heap type, as in `ref.null`.
	HeapType heapType() {
		int at = this.cursor.position();
		long code = this.cursor.s33();
		if (code >= 0) {
			require(Feature.FUNCTION_REFERENCES, at, "type %d as heap type".formatted(code));
			return new HeapType.Concrete((int) code);
		}
		HeapType.@Nullable Abstract named = (code >= -64) ? abstractType(at, (int) code & 0x7F) : null;
		if (named != null) {
			return named;
		}
		throw this.cursor.malformed(at, "malformed heap type", "a heap type", "%d".formatted(code));
	}

	/// The type of a block.
	BlockType blockType() {
		int at = this.cursor.position();
		int next = this.cursor.peek();
		if (next == EMPTY_BLOCK) {
			this.cursor.skip(1);
			return BlockType.EMPTY;
		}
		if ((next & 0xC0) == 0x40) {
			return new BlockType.Value(valueType());
		}
		long index = this.cursor.s33();
		if (index < 0) {
			throw this.cursor.malformed(at, "malformed block type", "a type index", "%d".formatted(index));
		}
		require(Feature.MULTI_VALUE, at, "a block with a type index");
		return new BlockType.Index((int) index);
	}

	/// The type with a one-byte code, null if there is none.
	private @Nullable ValueType valueType(int at, int code) {
		return switch (code) {
			case 0x7F -> NumberType.I32;
			case 0x7E -> NumberType.I64;
			case 0x7D -> NumberType.F32;
			case 0x7C -> NumberType.F64;
			case 0x7B -> {
				require(Feature.SIMD, at, "type v128");
				yield VectorType.V128;
			}
			case REFERENCE, NULLABLE_REFERENCE -> {
				require(Feature.FUNCTION_REFERENCES, at, "a typed reference");
				yield new ReferenceType(code == NULLABLE_REFERENCE, heapType());
			}
			default -> {
				HeapType.@Nullable Abstract heapType = abstractType(at, code);
				if (heapType == null) {
					yield null;
				}
				yield nullable(heapType);
			}
		};
	}

	private static ReferenceType nullable(HeapType.Abstract heapType) {
		return switch (heapType) {
			case FUNC -> ReferenceType.FUNCREF;
			case EXTERN -> ReferenceType.EXTERNREF;
			default -> new ReferenceType(true, heapType);
		};
	}

	/// The abstract heap type with a one-byte code, null if there is none.
	private HeapType.@Nullable Abstract abstractType(int at, int code) {
		HeapType.Abstract type = switch (code) {
			case 0x74 -> HeapType.Abstract.NOEXN;
			case 0x73 -> HeapType.Abstract.NOFUNC;
			case 0x72 -> HeapType.Abstract.NOEXTERN;
			case 0x71 -> HeapType.Abstract.NONE;
			case 0x70 -> HeapType.Abstract.FUNC;
			case 0x6F -> HeapType.Abstract.EXTERN;
			case 0x6E -> HeapType.Abstract.ANY;
			case 0x6D -> HeapType.Abstract.EQ;
			case 0x6C -> HeapType.Abstract.I31;
			case 0x6B -> HeapType.Abstract.STRUCT;
			case 0x6A -> HeapType.Abstract.ARRAY;
			case 0x69 -> HeapType.Abstract.EXN;
			default -> null;
		};
		if (type != null && type != HeapType.Abstract.FUNC) {
			require(feature(type), at, "type " + nullable(type));
		}
		return type;
	}

	private static Feature feature(HeapType.Abstract type) {
		return switch (type) {
			case FUNC, EXTERN -> Feature.REFERENCE_TYPES;
			case EXN, NOEXN -> Feature.EXCEPTION_HANDLING;
			case ANY, EQ, I31, STRUCT, ARRAY, NONE, NOFUNC, NOEXTERN -> Feature.GC;
		};
	}

	/// A storage type and its mutability.
	FieldType fieldType() {
		StorageType storage = storageType();
		return new FieldType(storage, mutability());
	}

	private StorageType storageType() {
		return switch (this.cursor.peek()) {
			case 0x78 -> packed(PackedType.I8);
			case 0x77 -> packed(PackedType.I16);
			default -> valueType();
		};
	}

	private PackedType packed(PackedType type) {
		this.cursor.skip(1);
		return type;
	}

	private boolean mutability() {
		int at = this.cursor.position();
		int mutability = this.cursor.u8();
		if (mutability > 1) {
			throw this.cursor.malformed(at, "malformed mutability", "0x00 or 0x01", "0x%02x".formatted(mutability));
		}
		return mutability == 1;
	}

	/// A table type.
	ExternalType.Table tableType() {
		ReferenceType elementType = referenceType();
		int flags = limitsFlags(MAXIMUM | ADDRESS_64);
		return new ExternalType.Table(addressType(flags), limits(flags), elementType);
	}

	/// A memory type.
	ExternalType.Memory memoryType() {
		int at = this.cursor.position();
		int flags = limitsFlags(MAXIMUM | SHARED | ADDRESS_64 | PAGE_SIZE);
		if ((flags & SHARED) != 0) {
			require(Feature.THREADS, at, "a shared memory");
		}
		if ((flags & PAGE_SIZE) != 0) {
			require(Feature.CUSTOM_PAGE_SIZES, at, "a memory with its own page size");
		}
		Limits limits = limits(flags);
		int pageSizeLog2 = ((flags & PAGE_SIZE) != 0) ? pageSizeLog2() : ExternalType.Memory.DEFAULT_PAGE_SIZE_LOG2;
		return new ExternalType.Memory(addressType(flags), limits, (flags & SHARED) != 0, pageSizeLog2);
	}

	/// The flags in front of limits.
	/// @param allowed those that may be set
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/binary/types.html#limits">Binary
	/// Format, "Limits"</a>
	private int limitsFlags(int allowed) {
		int at = this.cursor.position();
		int flags = this.cursor.u8();
		// Before pages had sizes, this flag was malformed; what is cut off after it still
		// is.
		boolean cutOff = (flags & PAGE_SIZE) != 0 && this.cursor.atEnd();
		if ((flags & ~allowed) != 0 || cutOff) {
			throw this.cursor.malformed(at, "malformed limits flags", "at most 0x%02x".formatted(allowed),
					"0x%02x".formatted(flags));
		}
		if ((flags & ADDRESS_64) != 0) {
			require(Feature.MEMORY64, at, "64-bit addresses");
		}
		return flags;
	}

	private static AddressType addressType(int flags) {
		return ((flags & ADDRESS_64) != 0) ? AddressType.I64 : AddressType.I32;
	}

	private Limits limits(int flags) {
		long minimum = limit();
		return ((flags & MAXIMUM) == 0) ? Limits.from(minimum) : Limits.between(minimum, limit());
	}

	// With 64-bit addresses all limits became numbers of 64 bits, to be compared with
	// what
	// the address type allows later on.
	private long limit() {
		int at = this.cursor.position();
		long limit = this.cursor.u64();
		if (limit >>> Integer.SIZE != 0 && !this.features.contains(Feature.MEMORY64)) {
			throw this.cursor.malformed(at, "integer too large",
					"i32 constant out of range: " + Long.toUnsignedString(limit));
		}
		return limit;
	}

	// Which powers of two are page sizes is a matter of validation.
	private int pageSizeLog2() {
		int at = this.cursor.position();
		int log2 = this.cursor.u32();
		if (Integer.compareUnsigned(log2, Long.SIZE) >= 0) {
			throw this.cursor.malformed(at, "invalid custom page size", "a power of two below 2^64",
					"2^" + Integer.toUnsignedString(log2));
		}
		return log2;
	}

	/// A tag type.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/binary/types.html#tag-types">Binary
	/// Format, "Tag Types"</a>
	ExternalType.Tag tagType() {
		int at = this.cursor.position();
		int attribute = this.cursor.u8();
		if (attribute != 0) {
			throw this.cursor.malformed(at, "malformed tag attribute", "0x00", "0x%02x".formatted(attribute));
		}
		return new ExternalType.Tag(this.cursor.u32());
	}

	/// A global type.
	ExternalType.Global globalType() {
		ValueType type = valueType();
		return new ExternalType.Global(type, mutability());
	}

	private void require(Feature feature, int at, String what) {
		if (!this.features.contains(feature)) {
			throw this.cursor.unsupported(at, feature, what);
		}
	}

}
