package dev.graft.artifact.type;

import dev.graft.artifact.type.TypeTable.RecursiveGroup;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The digests of a module's type definitions.
///
/// Types are iso-recursive: two are equal if they stand at the same place of equal
/// recursive groups. So a group is written down with references into it by position and
/// references to earlier types by digest, and a type's digest is made of its group's and
/// its place. It takes time in proportion to the size of the type section, however the
/// types refer to each other.
///
/// Immutable.
///
/// ```
/// member    = first 128 bits of SHA-256(0x01 group position:u32)
/// group     = SHA-256(0x00 count:u32 subtype^count)
/// subtype   = isFinal:u8 count:u32 heapType^count composite
/// composite = 0x00 types types | 0x01 count:u32 field^count | 0x02 field
/// types     = count:u32 valueType^count
/// field     = (0x06 i8 | 0x07 i16 | valueType) mutable:u8
/// valueType = 0x00 i32 | 0x01 i64 | 0x02 f32 | 0x03 f64 | 0x04 v128 | 0x05 nullable:u8 heapType
/// heapType  = code of an abstract one:u8 | 0x40 position:u32 | 0x41 member
/// ```
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/valid/conventions.html#rolling-and-unrolling">Validation,
/// Conventions, "Rolling and Unrolling"</a>
public final class TypeDigests {

	private static final int GROUP = 0;

	private static final int MEMBER = 1;

	/// Two for each type.
	private final long[] halves;

	private TypeDigests(long[] halves) {
		this.halves = halves;
	}

	/// The digests of types of which each refers to types of its own group and of groups
	/// before it only.
	/// @throws IllegalArgumentException if one refers to something else
	public static TypeDigests of(TypeTable types) {
		TypeDigests digests = new TypeDigests(new long[2 * types.size()]);
		Computation computation = new Computation(digests);
		types.groups().forEach(computation::add);
		return digests;
	}

	/// How many there are.
	public int size() {
		return this.halves.length / 2;
	}

	/// The digest of a type.
	public TypeDigest get(int typeIndex) {
		return new TypeDigest(this.halves[2 * typeIndex], this.halves[2 * typeIndex + 1]);
	}

	/// For each type, the index of the first type of the module that is equal to it.
	public int[] canonicalIndices() {
		int[] first = new int[size()];
		Map<TypeDigest, Integer> known = new HashMap<>();
		for (int i = 0; i < first.length; i++) {
			@Nullable Integer earlier = known.putIfAbsent(get(i), i);
			first[i] = (earlier != null) ? earlier : i;
		}
		return first;
	}

	/// Goes through the groups in order.
	private static final class Computation {

		private static final int OWN_GROUP = 0x40;

		private static final int EARLIER = 0x41;

		private static final int REFERENCE = 5;

		private final TypeDigests digests;

		private final MessageDigest sha = sha256();

		private final Text text = new Text();

		private int start;

		private int end;

		Computation(TypeDigests digests) {
			this.digests = digests;
		}

		private static MessageDigest sha256() {
			try {
				return MessageDigest.getInstance("SHA-256");
			}
			catch (NoSuchAlgorithmException impossible) {
				throw new IllegalStateException("every Java platform has SHA-256", impossible);
			}
		}

		void add(RecursiveGroup group) {
			this.end = this.start + group.members().size();
			this.text.reset();
			this.text.u8(GROUP).u32(group.members().size());
			group.members().forEach(this::subType);
			ByteBuffer place = ByteBuffer.allocate(1 + this.sha.getDigestLength() + Integer.BYTES);
			place.put((byte) MEMBER).put(this.text.digest(this.sha));
			for (int i = this.start; i < this.end; i++) {
				this.sha.update(place.putInt(place.capacity() - Integer.BYTES, i - this.start).array());
				ByteBuffer digest = ByteBuffer.wrap(this.sha.digest());
				this.digests.halves[2 * i] = digest.getLong();
				this.digests.halves[2 * i + 1] = digest.getLong();
			}
			this.start = this.end;
		}

		private void subType(SubType type) {
			this.text.flag(type.isFinal()).u32(type.supertypes().size());
			type.supertypes().forEach(this::typeIndex);
			switch (type.composite()) {
				case FunctionType function -> {
					this.text.u8(0);
					valueTypes(function.parameters());
					valueTypes(function.results());
				}
				case StructType structure -> {
					this.text.u8(1).u32(structure.fields().size());
					structure.fields().forEach(this::field);
				}
				case ArrayType array -> {
					this.text.u8(2);
					field(array.element());
				}
			}
		}

		private void field(FieldType field) {
			switch (field.storage()) {
				case PackedType packed -> this.text.u8(switch (packed) {
					case I8 -> 6;
					case I16 -> 7;
				});
				case ValueType value -> valueType(value);
			}
			this.text.flag(field.mutable());
		}

		private void valueTypes(List<ValueType> types) {
			this.text.u32(types.size());
			types.forEach(this::valueType);
		}

		private void valueType(ValueType type) {
			switch (type) {
				case NumberType number -> this.text.u8(switch (number) {
					case I32 -> 0;
					case I64 -> 1;
					case F32 -> 2;
					case F64 -> 3;
				});
				case VectorType _ -> this.text.u8(4);
				case ReferenceType reference -> {
					this.text.u8(REFERENCE).flag(reference.nullable());
					heapType(reference.heapType());
				}
			}
		}

		private void heapType(HeapType type) {
			switch (type) {
				case HeapType.Concrete concrete -> typeIndex(concrete.typeIndex());
				case HeapType.Resolved resolved -> earlier(resolved.digest());
				case HeapType.Abstract named -> this.text.u8(switch (named) {
					case FUNC -> 0;
					case EXTERN -> 1;
					case ANY -> 2;
					case EQ -> 3;
					case I31 -> 4;
					case STRUCT -> 5;
					case ARRAY -> 6;
					case EXN -> 7;
					case NONE -> 8;
					case NOFUNC -> 9;
					case NOEXTERN -> 10;
					case NOEXN -> 11;
				});
			}
		}

		private void typeIndex(int index) {
			if (index < 0 || index >= this.end) {
				throw new IllegalArgumentException("type %d is not before type %d".formatted(index, this.end));
			}
			if (index >= this.start) {
				this.text.u8(OWN_GROUP).u32(index - this.start);
			}
			else {
				earlier(this.digests.get(index));
			}
		}

		private void earlier(TypeDigest digest) {
			this.text.u8(EARLIER).u64(digest.high()).u64(digest.low());
		}

	}

	/// A group in writing.
	private static final class Text extends ByteArrayOutputStream {

		Text u8(int value) {
			write(value);
			return this;
		}

		Text flag(boolean value) {
			return u8(value ? 1 : 0);
		}

		Text u32(int value) {
			return u8(value >>> 24).u8(value >>> 16).u8(value >>> 8).u8(value);
		}

		Text u64(long value) {
			return u32((int) (value >>> 32)).u32((int) value);
		}

		byte[] digest(MessageDigest sha) {
			sha.update(this.buf, 0, this.count);
			return sha.digest();
		}

	}

}
