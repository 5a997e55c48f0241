package dev.graft.compiler.decode;

import java.nio.charset.StandardCharsets;

/// UTF-8 as the specification defines it: no overlong forms, no surrogates, nothing above
/// U+10FFFF.
///
/// @see <a href="https://webassembly.github.io/spec/core/binary/values.html#names">Binary
/// Format, "Names"</a>
final class Utf8 {

	private Utf8() {
	}

	/// The offset of the first byte of the first sequence that is malformed, `-1` if
	/// there is none.
	static int firstMalformed(byte[] bytes, int start, int end) {
		int at = start;
		while (at < end) {
			int length = sequenceLength(bytes, at, end);
			if (length == 0) {
				return at;
			}
			at += length;
		}
		return -1;
	}

	/// The text of bytes that are well formed.
	static String decode(byte[] bytes, int start, int length) {
		return new String(bytes, start, length, StandardCharsets.UTF_8);
	}

	/// How many bytes the sequence that begins here has, `0` if it is malformed.
	private static int sequenceLength(byte[] bytes, int at, int end) {
		int first = bytes[at] & 0xFF;
		if (first < 0x80) {
			return 1;
		}
		int length = lengthByFirstByte(first);
		if (length == 0 || end - at < length || !isSecond(first, bytes[at + 1] & 0xFF)) {
			return 0;
		}
		for (int i = 2; i < length; i++) {
			if ((bytes[at + i] & 0xC0) != 0x80) {
				return 0;
			}
		}
		return length;
	}

	private static int lengthByFirstByte(int first) {
		if (first >= 0xC2 && first <= 0xDF) {
			return 2;
		}
		if ((first & 0xF0) == 0xE0) {
			return 3;
		}
		return (first >= 0xF0 && first <= 0xF4) ? 4 : 0;
	}

	/// The second byte decides about overlong forms, surrogates and the upper end.
	private static boolean isSecond(int first, int second) {
		int low = switch (first) {
			case 0xE0 -> 0xA0;
			case 0xF0 -> 0x90;
			default -> 0x80;
		};
		int high = switch (first) {
			case 0xED -> 0x9F;
			case 0xF4 -> 0x8F;
			default -> 0xBF;
		};
		return second >= low && second <= high;
	}

}
