package dev.graft.spring.canonical;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/// Values from the boundary to Java: checked, copied, never longer than allowed.
///
/// @see <a
/// href="https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#flat-lifting">Canonical
/// ABI, "Flat Lifting"</a>
public final class Lifting {

	private final String what;

	private final CanonicalSignature signature;

	private final int limitBytes;

	private final boolean inMemory;

	private final List<String> parameters;

	private final String result;

	/// @param what the function, for messages
	/// @param signature its parameters and result
	/// @param limitBytes how long a string or list may be
	public Lifting(String what, CanonicalSignature signature, int limitBytes) {
		this.what = what;
		this.signature = signature;
		this.limitBytes = limitBytes;
		this.inMemory = signature.parametersInMemory();
		this.parameters = signature.parameterNames(what);
		this.result = what + ", result";
	}

	/// The result of a call into the guest.
	/// @param flat the guest's result; null if it has none
	/// @throws CanonicalAbiException if it is not what the canonical ABI allows, or too
	/// long
	public @Nullable Object result(@Nullable Object flat, GuestMemory memory) {
		CanonicalType type = this.signature.result();
		if (type == null || flat == null) {
			return null;
		}
		if (!type.isPair()) {
			return number(type, flat);
		}
		CheckedMemory checked = new CheckedMemory(memory);
		long address = Integer.toUnsignedLong((Integer) flat);
		ByteBuffer pair = checked.readBuffer(this.result, address, type.bytes(), type.alignment());
		return load(pair, 0, type, this.result, checked);
	}

	/// The arguments of a call from the guest.
	public Object[] arguments(@Nullable Object[] flat, GuestMemory memory) {
		List<CanonicalType> types = this.signature.parameters();
		CheckedMemory checked = new CheckedMemory(memory);
		return this.inMemory ? tuple(types, address(flat, 0), checked) : flat(types, flat, checked);
	}

	private Object[] tuple(List<CanonicalType> types, long address, CheckedMemory memory) {
		TupleLayout layout = new TupleLayout(types);
		ByteBuffer tuple = memory.readBuffer(this.what, address, layout.bytes(), layout.alignment());
		Object[] arguments = new Object[types.size()];
		for (int i = 0; i < arguments.length; i++) {
			arguments[i] = load(tuple, layout.offset(i), types.get(i), parameter(i), memory);
		}
		return arguments;
	}

	private Object[] flat(List<CanonicalType> types, @Nullable Object[] flat, CheckedMemory memory) {
		Object[] arguments = new Object[types.size()];
		int next = 0;
		for (int i = 0; i < arguments.length; i++) {
			CanonicalType type = types.get(i);
			arguments[i] = type.isPair()
					? pair(type, address(flat, next), address(flat, next + 1), parameter(i), memory)
					: number(type, Objects.requireNonNull(flat[next]));
			next += type.isPair() ? 2 : 1;
		}
		return arguments;
	}

	private Object load(ByteBuffer source, int offset, CanonicalType type, String what, CheckedMemory memory) {
		return switch (type) {
			case BOOL -> source.get(offset) != 0;
			case S8 -> source.get(offset);
			case S16 -> source.getShort(offset);
			case S32 -> source.getInt(offset);
			case S64 -> source.getLong(offset);
			case F32 -> source.getFloat(offset);
			case F64 -> source.getDouble(offset);
			case STRING, BYTES -> pair(type, Integer.toUnsignedLong(source.getInt(offset)),
					Integer.toUnsignedLong(source.getInt(offset + 4)), what, memory);
		};
	}

	private Object pair(CanonicalType type, long address, long length, String what, CheckedMemory memory) {
		if (length > this.limitBytes) {
			throw new CanonicalAbiException(
					"%s: %d bytes are more than the %d allowed; see wasm.plugins.defaults.result-limit".formatted(what,
							length, this.limitBytes));
		}
		byte[] bytes = memory.read(what, address, length, 1);
		return (type == CanonicalType.STRING) ? StrictUtf8.decode(what, bytes) : bytes;
	}

	/// Any `i32` is a truth value; of narrower integers only the low bits count.
	private static Object number(CanonicalType type, Object flat) {
		return switch (type) {
			case BOOL -> (Integer) flat != 0;
			case S8 -> ((Integer) flat).byteValue();
			case S16 -> ((Integer) flat).shortValue();
			case S32, S64, F32, F64 -> flat;
			case STRING, BYTES -> throw new IllegalArgumentException(type.witName() + " is not a number");
		};
	}

	private static long address(@Nullable Object[] flat, int index) {
		return Integer.toUnsignedLong((Integer) Objects.requireNonNull(flat[index]));
	}

	private String parameter(int index) {
		return this.parameters.get(index);
	}

}
