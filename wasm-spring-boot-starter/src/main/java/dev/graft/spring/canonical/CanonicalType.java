package dev.graft.spring.canonical;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ValueType;
import org.jspecify.annotations.Nullable;

/// The types that cross the boundary, in Java, in WIT and on the boundary.
///
/// @see <a
/// href="https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#flattening">Canonical
/// ABI, "Flattening"</a>
public enum CanonicalType {

	BOOL(boolean.class, "bool", 1, NumberType.I32),

	S8(byte.class, "s8", 1, NumberType.I32),

	S16(short.class, "s16", 2, NumberType.I32),

	S32(int.class, "s32", 4, NumberType.I32),

	S64(long.class, "s64", 8, NumberType.I64),

	F32(float.class, "f32", 4, NumberType.F32),

	F64(double.class, "f64", 8, NumberType.F64),

	STRING(String.class, "string", 8, null),

	BYTES(byte[].class, "list<u8>", 8, null);

	private final Class<?> javaType;

	private final String witName;

	private final int bytes;

	private final @Nullable NumberType number;

	CanonicalType(Class<?> javaType, String witName, int bytes, @Nullable NumberType number) {
		this.javaType = javaType;
		this.witName = witName;
		this.bytes = bytes;
		this.number = number;
	}

	/// The type of a Java parameter or result, if it can cross.
	public static Optional<CanonicalType> of(Class<?> javaType) {
		return Arrays.stream(values()).filter((type) -> type.javaType == javaType).findFirst();
	}

	/// The Java types that can cross, for messages.
	public static String supported() {
		return Arrays.stream(values()).map((type) -> type.javaType.getSimpleName()).collect(Collectors.joining(", "));
	}

	/// The name in WIT.
	public String witName() {
		return this.witName;
	}

	/// What it is on the boundary.
	public List<ValueType> flat() {
		return (this.number != null) ? List.of(this.number) : List.of(NumberType.I32, NumberType.I32);
	}

	/// Its size in memory.
	int bytes() {
		return this.bytes;
	}

	/// Its alignment in memory: its size, except for pairs of an address and a length.
	int alignment() {
		return isPair() ? 4 : this.bytes;
	}

	/// Whether it is the address and length of something in memory.
	public boolean isPair() {
		return this.number == null;
	}

}
