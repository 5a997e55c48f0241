package dev.graft.compiler.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes in the making, together with the places in the text that they come from.
///
/// @see <a href="https://webassembly.github.io/spec/core/binary/values.html">Binary
/// Format, "Values"</a>
final class BinaryWriter {

	private byte[] bytes = new byte[32];

	private int size;

	private int[] markOffsets = new int[8];

	private int[] markSources = new int[8];

	private int marks;

	/// How many bytes there are.
	int size() {
		return this.size;
	}

	/// Notes that what is written next comes from this place in the text.
	void mark(int textOffset) {
		addMark(this.size, textOffset);
	}

	private void addMark(int offset, int textOffset) {
		if (this.marks == this.markOffsets.length) {
			this.markOffsets = Arrays.copyOf(this.markOffsets, this.marks * 2);
			this.markSources = Arrays.copyOf(this.markSources, this.marks * 2);
		}
		this.markOffsets[this.marks] = offset;
		this.markSources[this.marks++] = textOffset;
	}

	void u8(int value) {
		reserve(1);
		this.bytes[this.size++] = (byte) value;
	}

	/// An unsigned 32-bit number in LEB128.
	void u32(int value) {
		u64(Integer.toUnsignedLong(value));
	}

	/// An unsigned 64-bit number in LEB128.
	void u64(long value) {
		long rest = value;
		while (rest >>> 7 != 0) {
			u8((int) (rest & 0x7F) | 0x80);
			rest >>>= 7;
		}
		u8((int) rest);
	}

	/// A signed number of up to 64 bits in LEB128.
	void signed(long value) {
		long rest = value;
		while (rest < -64 || rest > 63) {
			u8((int) (rest & 0x7F) | 0x80);
			rest >>= 7;
		}
		u8((int) rest & 0x7F);
	}

	/// Four bytes, little endian.
	void fixed32(int value) {
		for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
			u8(value >>> shift);
		}
	}

	/// Eight bytes, little endian.
	void fixed64(long value) {
		fixed32((int) value);
		fixed32((int) (value >>> Integer.SIZE));
	}

	/// A vector of bytes: length, then contents.
	void vector(byte[] contents) {
		u32(contents.length);
		raw(contents);
	}

	/// A name: a vector of bytes that are UTF-8.
	void name(String name) {
		vector(name.getBytes(StandardCharsets.UTF_8));
	}

	/// Bytes as they are.
	void raw(byte[] contents) {
		reserve(contents.length);
		System.arraycopy(contents, 0, this.bytes, this.size, contents.length);
		this.size += contents.length;
	}

	/// What another writer has collected, length first.
	void sized(BinaryWriter contents) {
		u32(contents.size);
		append(contents);
	}

	/// What another writer has collected, with its marks.
	void append(BinaryWriter contents) {
		for (int i = 0; i < contents.marks; i++) {
			addMark(this.size + contents.markOffsets[i], contents.markSources[i]);
		}
		append(contents, 0);
	}

	/// The bytes of another writer from `from` on, without its marks.
	void append(BinaryWriter contents, int from) {
		int length = contents.size - from;
		reserve(length);
		System.arraycopy(contents.bytes, from, this.bytes, this.size, length);
		this.size += length;
	}

	/// Forgets the bytes from `size` on.
	void truncate(int size) {
		this.size = size;
	}

	private void reserve(int more) {
		if (this.size + more > this.bytes.length) {
			this.bytes = Arrays.copyOf(this.bytes, Math.max(this.size + more, this.bytes.length * 2));
		}
	}

	/// All bytes.
	byte[] toByteArray() {
		return Arrays.copyOf(this.bytes, this.size);
	}

	/// All marks.
	SourceMap sourceMap(SourceText source) {
		return new SourceMap(source, Arrays.copyOf(this.markOffsets, this.marks),
				Arrays.copyOf(this.markSources, this.marks));
	}

}
