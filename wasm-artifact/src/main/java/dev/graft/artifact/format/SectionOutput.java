package dev.graft.artifact.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Collects the bytes of a section, little endian. A section of more than 2 GiB is an
/// [IllegalStateException].
public final class SectionOutput {

	/// The largest array that every JVM can make.
	private static final int MAXIMUM_BYTES = Integer.MAX_VALUE - 8;

	private byte[] bytes;

	private ByteBuffer buffer;

	/// Starts empty.
	public SectionOutput() {
		this.bytes = new byte[256];
		this.buffer = ByteBuffer.wrap(this.bytes).order(ByteOrder.LITTLE_ENDIAN);
	}

	/// How many bytes there are.
	public int size() {
		return this.buffer.position();
	}

	/// One byte.
	public SectionOutput u8(int value) {
		room(1).put((byte) value);
		return this;
	}

	/// Four bytes.
	public SectionOutput u32(int value) {
		room(Integer.BYTES).putInt(value);
		return this;
	}

	/// Eight bytes.
	public SectionOutput u64(long value) {
		room(Long.BYTES).putLong(value);
		return this;
	}

	/// An unsigned number in LEB128, the shortest form.
	public SectionOutput unsigned(long value) {
		long rest = value;
		while ((rest & ~0x7FL) != 0) {
			u8((int) (rest & 0x7F) | 0x80);
			rest >>>= 7;
		}
		return u8((int) rest);
	}

	/// A signed number: its sign in the lowest bit ("zigzag"), then as [#unsigned].
	public SectionOutput signed(long value) {
		return unsigned((value << 1) ^ (value >> 63));
	}

	/// A string: its length in bytes as [#unsigned], then UTF-8.
	public SectionOutput string(String value) {
		byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
		return unsigned(utf8.length).bytes(utf8);
	}

	/// These bytes as they are.
	public SectionOutput bytes(byte[] value) {
		room(value.length).put(value);
		return this;
	}

	/// The remaining bytes of a buffer, whose position stays.
	public SectionOutput bytes(ByteBuffer value) {
		room(value.remaining()).put(value.duplicate());
		return this;
	}

	/// Zeros up to the next multiple of a power of two.
	public SectionOutput align(int alignment) {
		int padding = -size() & (alignment - 1);
		ByteBuffer target = room(padding);
		target.position(target.position() + padding);
		return this;
	}

	/// Changes four bytes written before.
	public SectionOutput patchU32(int offset, int value) {
		this.buffer.putInt(offset, value);
		return this;
	}

	/// A copy of the bytes.
	public byte[] toByteArray() {
		return Arrays.copyOf(this.bytes, size());
	}

	private ByteBuffer room(int count) {
		if (this.buffer.remaining() < count) {
			int position = size();
			this.bytes = Arrays.copyOf(this.bytes, capacity((long) position + count));
			this.buffer = ByteBuffer.wrap(this.bytes).order(ByteOrder.LITTLE_ENDIAN).position(position);
		}
		return this.buffer;
	}

	private int capacity(long needed) {
		if (needed > MAXIMUM_BYTES) {
			throw new IllegalStateException("a section of more than 2 GiB");
		}
		return (int) Math.min(MAXIMUM_BYTES, Math.max(needed, 2L * this.bytes.length));
	}

}
