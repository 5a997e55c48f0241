package dev.graft.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Bytes in the making. Not the compiler's own writer: two that agree are better than
/// one.
final class ByteSink {

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	ByteSink u8(int value) {
		this.bytes.write(value);
		return this;
	}

	/// An unsigned LEB128 number.
	ByteSink unsigned(long value) {
		long rest = value;
		while (Long.compareUnsigned(rest, 0x7F) > 0) {
			u8((int) rest & 0x7F | 0x80);
			rest >>>= 7;
		}
		return u8((int) rest);
	}

	/// A signed LEB128 number.
	ByteSink signed(long value) {
		long rest = value;
		while (rest < -64 || rest > 63) {
			u8((int) rest & 0x7F | 0x80);
			rest >>= 7;
		}
		return u8((int) rest & 0x7F);
	}

	/// Bytes of a number, little endian.
	ByteSink fixed(long value, int count) {
		for (int i = 0; i < count; i++) {
			u8((int) (value >>> 8 * i));
		}
		return this;
	}

	ByteSink raw(byte[] more) {
		this.bytes.writeBytes(more);
		return this;
	}

	/// Length, then contents.
	ByteSink sized(byte[] contents) {
		return unsigned(contents.length).raw(contents);
	}

	ByteSink name(String name) {
		return sized(name.getBytes(StandardCharsets.UTF_8));
	}

	int size() {
		return this.bytes.size();
	}

	byte[] toByteArray() {
		return this.bytes.toByteArray();
	}

}
