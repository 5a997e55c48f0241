package dev.graft.spring.canonical;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/// Java values to the boundary: numbers as they are, text and bytes into memory that the
/// guest provides.
///
/// @see <a
/// href="https://github.com/WebAssembly/component-model/blob/main/design/mvp/CanonicalABI.md#flat-lowering">Canonical
/// ABI, "Flat Lowering"</a>
public final class Lowering {

	private static final Object[] NOTHING = {};

	private final CanonicalSignature signature;

	private final String what;

	private final int flatCount;

	private final boolean inMemory;

	private final List<String> parameters;

	/// @param what the function, for messages
	/// @param signature its parameters and result
	public Lowering(String what, CanonicalSignature signature) {
		this.what = what;
		this.signature = signature;
		this.flatCount = signature.exportType().parameters().size();
		this.inMemory = signature.parametersInMemory();
		this.parameters = signature.parameterNames(what);
	}

	/// The arguments of a call into the guest.
	/// @param memory the guest's memory; asked only if a value goes there
	/// @throws NullPointerException if an argument is null
	/// @throws IllegalArgumentException if an argument cannot be expressed
	/// @throws CanonicalAbiException if the guest's allocator does not keep its promise
	public Object[] arguments(@Nullable Object @Nullable [] arguments, GuestMemory memory) {
		if (arguments == null || arguments.length == 0) {
			return NOTHING;
		}
		return this.inMemory ? tuple(arguments, new CheckedMemory(memory)) : flat(arguments, memory);
	}

	private Object[] flat(@Nullable Object[] arguments, GuestMemory memory) {
		List<CanonicalType> types = this.signature.parameters();
		Object[] flat = new Object[this.flatCount];
		int next = 0;
		for (int i = 0; i < arguments.length; i++) {
			Object argument = argument(arguments, i);
			if (types.get(i).isPair()) {
				byte[] bytes = bytes(parameter(i), argument);
				flat[next++] = (int) new CheckedMemory(memory).allocate(parameter(i), bytes, 1);
				flat[next++] = bytes.length;
			}
			else {
				flat[next++] = number(types.get(i), argument);
			}
		}
		return flat;
	}

	private Object[] tuple(@Nullable Object[] arguments, CheckedMemory memory) {
		TupleLayout layout = new TupleLayout(this.signature.parameters());
		long address = memory.allocate(this.what, layout.alignment(), layout.bytes());
		ByteBuffer tuple = ByteBuffer.allocate(layout.bytes()).order(ByteOrder.LITTLE_ENDIAN);
		for (int i = 0; i < arguments.length; i++) {
			store(tuple, layout.offset(i), this.signature.parameters().get(i), argument(arguments, i), parameter(i),
					memory);
		}
		memory.write(this.what, address, tuple.array(), layout.alignment());
		return new Object[] { (int) address };
	}

	/// A host function's result: as it is, or into the guest's memory.
	/// @param result the result; null for `void`
	/// @param returnAddress where a result in memory goes
	/// @return the flat result; null if there is none
	public @Nullable Object result(@Nullable Object result, long returnAddress, GuestMemory memory) {
		CanonicalType type = this.signature.result();
		if (type == null) {
			return null;
		}
		Object value = Objects.requireNonNull(result, () -> this.what + " returned null");
		if (!type.isPair()) {
			return number(type, value);
		}
		CheckedMemory checked = new CheckedMemory(memory);
		ByteBuffer pair = ByteBuffer.allocate(type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
		store(pair, 0, type, value, resultName(), checked);
		checked.write(resultName(), returnAddress, pair.array(), type.alignment());
		return null;
	}

	private static void store(ByteBuffer target, int offset, CanonicalType type, Object value, String what,
			CheckedMemory memory) {
		switch (type) {
			case BOOL -> target.put(offset, (byte) (((Boolean) value) ? 1 : 0));
			case S8 -> target.put(offset, (Byte) value);
			case S16 -> target.putShort(offset, (Short) value);
			case S32 -> target.putInt(offset, (Integer) value);
			case S64 -> target.putLong(offset, (Long) value);
			case F32 -> target.putFloat(offset, (Float) value);
			case F64 -> target.putDouble(offset, (Double) value);
			case STRING, BYTES -> {
				byte[] bytes = bytes(what, value);
				target.putInt(offset, (int) memory.allocate(what, bytes, 1));
				target.putInt(offset + 4, bytes.length);
			}
		}
	}

	private static Object number(CanonicalType type, Object value) {
		return switch (type) {
			case BOOL -> ((Boolean) value) ? 1 : 0;
			case S8 -> (int) (Byte) value;
			case S16 -> (int) (Short) value;
			case S32, S64, F32, F64 -> value;
			case STRING, BYTES -> throw new IllegalArgumentException(type.witName() + " is not a number");
		};
	}

	private static byte[] bytes(String what, Object value) {
		return (value instanceof String text) ? StrictUtf8.encode(what, text) : (byte[]) value;
	}

	private Object argument(@Nullable Object[] arguments, int index) {
		return Objects.requireNonNull(arguments[index], () -> parameter(index) + " is null");
	}

	private String parameter(int index) {
		return this.parameters.get(index);
	}

	private String resultName() {
		return this.what + ", result";
	}

}
