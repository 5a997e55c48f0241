package dev.graft.compiler.print;

import java.nio.charset.StandardCharsets;

/// Strings and numbers as the text format writes them, such that the same bits come back.
///
/// @see <a href="https://webassembly.github.io/spec/core/text/values.html">Text Format,
/// "Values"</a>
final class Literals {

	private static final int FLOAT_FRACTION = 0x7F_FFFF;

	private static final int FLOAT_QUIET = 0x40_0000;

	private static final long DOUBLE_FRACTION = 0xF_FFFF_FFFF_FFFFL;

	private static final long DOUBLE_QUIET = 0x8_0000_0000_0000L;

	private Literals() {
	}

	/// A string, in quotes.
	static String string(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		return string(bytes, 0, bytes.length);
	}

	/// Bytes as a string, in quotes.
	static String string(byte[] bytes, int offset, int length) {
		StringBuilder text = new StringBuilder(length + 2).append('"');
		for (int at = offset; at < offset + length; at++) {
			int each = bytes[at] & 0xFF;
			if (each >= ' ' && each < 0x7F && each != '"' && each != '\\') {
				text.append((char) each);
			}
			else {
				text.append('\\').append(Character.forDigit(each >>> 4, 16)).append(Character.forDigit(each & 15, 16));
			}
		}
		return text.append('"').toString();
	}

	/// The `f32` with these bits.
	static String f32(int bits) {
		float value = Float.intBitsToFloat(bits);
		if (Float.isNaN(value)) {
			return nan(bits < 0, bits & FLOAT_FRACTION, FLOAT_QUIET);
		}
		return Float.isInfinite(value) ? infinity(bits < 0) : Float.toHexString(value);
	}

	/// The `f64` with these bits.
	static String f64(long bits) {
		double value = Double.longBitsToDouble(bits);
		if (Double.isNaN(value)) {
			return nan(bits < 0, bits & DOUBLE_FRACTION, DOUBLE_QUIET);
		}
		return Double.isInfinite(value) ? infinity(bits < 0) : Double.toHexString(value);
	}

	private static String nan(boolean negative, long payload, long usual) {
		return (negative ? "-nan" : "nan") + ((payload != usual) ? ":0x" + Long.toHexString(payload) : "");
	}

	private static String infinity(boolean negative) {
		return negative ? "-inf" : "inf";
	}

}
