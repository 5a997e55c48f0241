package dev.graft.compiler.decode;

import dev.graft.artifact.spi.MalformedModuleException;
import dev.graft.artifact.spi.UnsupportedFeatureException;
import dev.graft.compiler.model.Positions;
import java.util.Objects;

/// Reads the values of the binary format, one after the other.
///
/// @see <a href="https://webassembly.github.io/spec/core/binary/values.html">Binary
/// Format, "Values"</a>
final class ByteCursor {

	private final String sourceName;

	private final Positions positions;

	private final byte[] bytes;

	private final int limit;

	private int position;

	private Place place;

	/// @param sourceName where the bytes come from, for messages
	/// @param positions how to tell where something is, for messages
	/// @param bytes the binary
	/// @param position where to begin
	/// @param limit where the bytes that may be read end
	/// @param place what is read, for messages
	ByteCursor(String sourceName, Positions positions, byte[] bytes, int position, int limit, Place place) {
		this.sourceName = sourceName;
		this.positions = positions;
		this.bytes = bytes;
		this.position = position;
		this.limit = limit;
		this.place = place;
	}

	/// A cursor over a part of the same bytes.
	ByteCursor over(int start, int end) {
		return new ByteCursor(this.sourceName, this.positions, this.bytes, start, end, this.place);
	}

	String sourceName() {
		return this.sourceName;
	}

	byte[] bytes() {
		return this.bytes;
	}

	int position() {
		return this.position;
	}

	int limit() {
		return this.limit;
	}

	/// What is being read.
	Place place() {
		return this.place;
	}

	/// Where a byte is, for messages: `@0x1f3 in function 12`.
	String at(int offset) {
		return this.positions.at(offset) + this.place;
	}

	void enter(Place place) {
		this.place = place;
	}

	boolean atEnd() {
		return this.position == this.limit;
	}

	/// The next byte, which stays the next byte.
	int peek() {
		if (this.position >= this.limit) {
			throw unexpectedEnd();
		}
		return this.bytes[this.position] & 0xFF;
	}

	/// A byte, unsigned.
	int u8() {
		if (this.position >= this.limit) {
			throw unexpectedEnd();
		}
		return this.bytes[this.position++] & 0xFF;
	}

	/// An unsigned 32-bit LEB128 number.
	int u32() {
		int first = u8();
		return (first < 0x80) ? first : (int) moreUnsigned(first, 32);
	}

	/// An unsigned 64-bit LEB128 number.
	long u64() {
		int first = u8();
		return (first < 0x80) ? first : moreUnsigned(first, 64);
	}

	/// A signed 32-bit LEB128 number.
	int s32() {
		return (int) signed(32);
	}

	/// A signed 33-bit LEB128 number.
	long s33() {
		return signed(33);
	}

	/// A signed 64-bit LEB128 number.
	long s64() {
		return signed(64);
	}

	/// Four bytes, little endian, as they are in memory.
	int bits32() {
		int bits = 0;
		for (int shift = 0; shift < 32; shift += 8) {
			bits |= u8() << shift;
		}
		return bits;
	}

	/// Eight bytes, little endian, as they are in memory.
	long bits64() {
		return bits32() & 0xFFFFFFFFL | (long) bits32() << 32;
	}

	/// A number of things, each of which takes at least a byte.
	int count() {
		int start = this.position;
		int count = u32();
		if (Integer.compareUnsigned(count, this.limit - start) > 0) {
			throw malformed(start, "length out of bounds",
					"%s announced, %d bytes left".formatted(Integer.toUnsignedString(count), this.limit - start));
		}
		return count;
	}

	/// Goes past some bytes.
	void skip(int count) {
		if (count < 0 || count > this.limit - this.position) {
			throw unexpectedEnd();
		}
		this.position += count;
	}

	/// Goes to another place among the bytes that may be read.
	void seek(int position) {
		Objects.checkIndex(position, this.limit + 1);
		this.position = position;
	}

	/// A name: its length and its UTF-8 bytes.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/binary/values.html#names">Binary
	/// Format, "Names"</a>
	String name() {
		int length = count();
		int start = this.position;
		skip(length);
		int bad = Utf8.firstMalformed(this.bytes, start, this.position);
		if (bad >= 0) {
			throw malformed(bad, "malformed UTF-8 encoding", "in a name of %d bytes".formatted(length));
		}
		return Utf8.decode(this.bytes, start, length);
	}

	/*
	 * A number of N bits has at most ⌈N/7⌉ bytes. In the last one, the bits beyond N must
	 * be zero, or, in a signed number, equal to the sign.
	 */

	private long moreUnsigned(int first, int bits) {
		long value = first & 0x7F;
		for (int shift = 7;; shift += 7) {
			int at = this.position;
			if (shift >= bits) {
				throw malformed(at, "integer representation too long",
						"more than %d bytes for %d bits".formatted(shift / 7, bits));
			}
			int next = u8();
			if (bits - shift < 7 && (next & 0x7F) >>> (bits - shift) != 0) {
				throw tooLarge(at, next, bits);
			}
			value |= (long) (next & 0x7F) << shift;
			if (next < 0x80) {
				return value;
			}
		}
	}

	private long signed(int bits) {
		long value = 0;
		for (int shift = 0;; shift += 7) {
			int at = this.position;
			if (shift >= bits) {
				throw malformed(at, "integer representation too long",
						"more than %d bytes for %d bits".formatted(shift / 7, bits));
			}
			int next = u8();
			if (bits - shift < 7 && !isSignExtended(next, bits - shift)) {
				throw tooLarge(at, next, bits);
			}
			value |= (long) (next & 0x7F) << shift;
			if (next < 0x80) {
				int unused = Long.SIZE - 7 - shift;
				return (unused > 0) ? value << unused >> unused : value;
			}
		}
	}

	/// Whether the seven bits of a number's last byte, of which some belong to the
	/// number, all equal the number's sign from there on.
	private static boolean isSignExtended(int last, int usedBits) {
		int signAndUnused = (last & 0x7F) >>> (usedBits - 1);
		return signAndUnused == 0 || signAndUnused == 0x7F >>> (usedBits - 1);
	}

	private MalformedModuleException tooLarge(int at, int last, int bits) {
		return malformed(at, "integer too large",
				"the last byte, 0x%02x, has bits beyond the %d of the number".formatted(last, bits));
	}

	MalformedModuleException unexpectedEnd() {
		return malformed(this.position, "unexpected end of section or function", "no byte left to read");
	}

	/// The error for bytes that do not follow the grammar.
	/// @param offset where
	/// @param what what is wrong, in the words of the specification's tests
	/// @param detail the rest of the sentence
	MalformedModuleException malformed(int offset, String what, String detail) {
		return new MalformedModuleException(this.sourceName, at(offset), what, detail);
	}

	/// The error for bytes that do not follow the grammar.
	MalformedModuleException malformed(int offset, String what, String expected, String found) {
		return new MalformedModuleException(this.sourceName, at(offset), what, expected, found);
	}

	/// The error for what this compiler does not do.
	/// @param offset where
	/// @param feature the feature or limit
	/// @param detail what the module does that needs it
	UnsupportedFeatureException unsupported(int offset, Object feature, String detail) {
		return new UnsupportedFeatureException(this.sourceName, at(offset), feature.toString(), detail);
	}

}
