package dev.graft.artifact.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Reads the bytes of a section in order, little endian. Whatever is not there or not
/// sound is a [CorruptArtifactException] with file, section and offset.
///
/// Every count is checked against the bytes that are left before anything of that size is
/// allocated.
public final class SectionInput {

	private final String source;

	private final String section;

	private final ByteBuffer bytes;

	/// @param source the file, for messages
	/// @param section the section's name, for messages
	/// @param bytes the section's bytes; position and limit of this buffer stay
	public SectionInput(String source, String section, ByteBuffer bytes) {
		this.source = source;
		this.section = section;
		this.bytes = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
	}

	/// Where the next byte is read from.
	public int offset() {
		return this.bytes.position();
	}

	/// How many bytes are left.
	public int remaining() {
		return this.bytes.remaining();
	}

	/// One byte.
	public int u8() {
		require(1);
		return Byte.toUnsignedInt(this.bytes.get());
	}

	/// A byte that is zero or one.
	public boolean flag() {
		return choice("a flag", 2) == 1;
	}

	/// A byte that says which of several forms follows.
	/// @param what what is chosen, for the message
	/// @param count how many forms there are
	public int choice(String what, int count) {
		int value = u8();
		if (value >= count) {
			throw corrupt(offset() - 1, what + " below " + count, Integer.toString(value));
		}
		return value;
	}

	/// Four bytes.
	public int u32() {
		require(Integer.BYTES);
		return this.bytes.getInt();
	}

	/// Eight bytes.
	public long u64() {
		require(Long.BYTES);
		return this.bytes.getLong();
	}

	/// An unsigned number as [SectionOutput#unsigned] writes it.
	public long unsigned() {
		int start = offset();
		long value = 0;
		for (int shift = 0; shift < Long.SIZE; shift += 7) {
			int next = u8();
			value |= (next & 0x7FL) << shift;
			if (next < 0x80) {
				return value;
			}
		}
		throw corrupt(start, "a number of at most 10 bytes", "a longer one");
	}

	/// A signed number as [SectionOutput#signed] writes it.
	public long signed() {
		long value = unsigned();
		return (value >>> 1) ^ -(value & 1);
	}

	/// An unsigned number that is an index or a small quantity.
	/// @param what what it is, for the message
	public int index(String what) {
		int start = offset();
		long value = unsigned();
		if (value < 0 || value > Integer.MAX_VALUE) {
			throw corrupt(start, what + " below 2^31", Long.toUnsignedString(value));
		}
		return (int) value;
	}

	/// The number of things that follow, each of which takes at least one byte.
	/// @param what what follows, for the message
	public int count(String what) {
		int start = offset();
		int value = index(what);
		if (value > remaining()) {
			throw corrupt(start, "at most " + remaining() + " " + what, Integer.toString(value));
		}
		return value;
	}

	/// As many elements as the count before them says.
	/// @param what what the elements are, for the message
	/// @param element reads one
	public <T> List<T> list(String what, Supplier<T> element) {
		int count = count(what);
		List<T> elements = new ArrayList<>(count);
		for (int i = 0; i < count; i++) {
			elements.add(element.get());
		}
		return elements;
	}

	/// A string as [SectionOutput#string] writes it.
	public String string() {
		byte[] utf8 = new byte[count("bytes of text")];
		this.bytes.get(utf8);
		return new String(utf8, StandardCharsets.UTF_8);
	}

	/// Makes sure that everything was read.
	public void end() {
		if (this.bytes.hasRemaining()) {
			throw corrupt(offset(), "the end of the section", remaining() + " more bytes");
		}
	}

	/// An exception for something at an offset of this section.
	public CorruptArtifactException corrupt(long offset, String expected, String found) {
		return new CorruptArtifactException(this.source, this.section, offset, expected, found);
	}

	private void require(int count) {
		if (this.bytes.remaining() < count) {
			throw corrupt(offset(), count + " more bytes", remaining() + " before the end of the section");
		}
	}

}
