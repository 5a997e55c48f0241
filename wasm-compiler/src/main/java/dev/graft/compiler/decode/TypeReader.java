package dev.graft.compiler.decode;

import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.type.AddressType;
import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.Limits;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
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
			throw this.cursor.unsupported(at, Feature.FUNCTION_REFERENCES, "type %d as heap type".formatted(code));
		}
		if (code >= -64 && valueType(at, (int) code & 0x7F) instanceof ReferenceType type) {
			return type.heapType();
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
			case 0x7B -> throw this.cursor.unsupported(at, Feature.SIMD, "type v128");
			case 0x70 -> ReferenceType.FUNCREF;
			case 0x6F -> {
				require(Feature.REFERENCE_TYPES, at, "type externref");
				yield ReferenceType.EXTERNREF;
			}
			case 0x74, 0x69 -> throw this.cursor.unsupported(at, Feature.EXCEPTION_HANDLING, "type exnref");
			case 0x73, 0x72, 0x71, 0x6E, 0x6D, 0x6C, 0x6B, 0x6A ->
				throw this.cursor.unsupported(at, Feature.GC, "reference type 0x%02x".formatted(code));
			case 0x64, 0x63 -> throw this.cursor.unsupported(at, Feature.FUNCTION_REFERENCES, "a typed reference");
			default -> null;
		};
	}

	/// A table type.
	ExternalType.Table tableType() {
		ReferenceType elementType = referenceType();
		int at = this.cursor.position();
		int flags = limitsFlags();
		if ((flags & 2) != 0) {
			throw malformedLimits(at, flags);
		}
		return new ExternalType.Table(AddressType.I32, limits(flags), elementType);
	}

	/// A memory type.
	ExternalType.Memory memoryType() {
		int at = this.cursor.position();
		int flags = limitsFlags();
		if ((flags & 2) != 0) {
			throw this.cursor.unsupported(at, Feature.THREADS, "a shared memory");
		}
		return ExternalType.Memory.of(limits(flags));
	}

	/// Bit 0: there is a maximum; bit 1: shared; bit 2: 64-bit addresses.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/binary/types.html#limits">Binary
	/// Format, "Limits"</a>
	private int limitsFlags() {
		int at = this.cursor.position();
		int flags = this.cursor.u8();
		if ((flags & ~7) != 0) {
			throw malformedLimits(at, flags);
		}
		if ((flags & 4) != 0) {
			throw this.cursor.unsupported(at, Feature.MEMORY64, "64-bit addresses");
		}
		return flags;
	}

	private RuntimeException malformedLimits(int at, int flags) {
		return this.cursor.malformed(at, "malformed limits flags", "0x00 or 0x01", "0x%02x".formatted(flags));
	}

	private Limits limits(int flags) {
		long minimum = this.cursor.u64();
		return ((flags & 1) == 0) ? Limits.from(minimum) : Limits.between(minimum, this.cursor.u64());
	}

	/// A global type.
	ExternalType.Global globalType() {
		ValueType type = valueType();
		int at = this.cursor.position();
		int mutability = this.cursor.u8();
		if (mutability > 1) {
			throw this.cursor.malformed(at, "malformed mutability", "0x00 or 0x01", "0x%02x".formatted(mutability));
		}
		return new ExternalType.Global(type, mutability == 1);
	}

	private void require(Feature feature, int at, String what) {
		if (!this.features.contains(feature)) {
			throw this.cursor.unsupported(at, feature, what);
		}
	}

}
