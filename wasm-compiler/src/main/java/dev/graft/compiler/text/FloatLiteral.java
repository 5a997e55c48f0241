package dev.graft.compiler.text;

import java.util.Locale;

/// Floating-point literals: decimal, hexadecimal, infinities, and NaNs with a payload.
/// Integer literals are floating-point literals, too.
///
/// The JDK rounds both notations as the specification wants it, once and to the nearest
/// value, ties to even. It only insists on an exponent behind hexadecimal digits.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/text/values.html#floating-point">Text
/// Format, "Floating-Point"</a>
final class FloatLiteral {

	private static final int SIGNIFICAND_BITS_32 = 23;

	private static final int SIGNIFICAND_BITS_64 = 52;

	private FloatLiteral() {
	}

	/// The bits of an `f32`.
	/// @throws NumberFormatException if the literal is out of range
	static int bits32(String literal) {
		int sign = literal.startsWith("-") ? 1 << 31 : 0;
		String magnitude = magnitude(literal);
		if (magnitude.startsWith("nan")) {
			return sign | 0x7F80_0000 | (int) payload(magnitude, SIGNIFICAND_BITS_32);
		}
		if (magnitude.equals("inf")) {
			return sign | 0x7F80_0000;
		}
		float value = Float.parseFloat(inJavaNotation(magnitude));
		if (Float.isInfinite(value)) {
			throw new NumberFormatException(literal);
		}
		return sign | Float.floatToRawIntBits(value);
	}

	/// The bits of an `f64`.
	/// @throws NumberFormatException if the literal is out of range
	static long bits64(String literal) {
		long sign = literal.startsWith("-") ? 1L << 63 : 0;
		String magnitude = magnitude(literal);
		if (magnitude.startsWith("nan")) {
			return sign | 0x7FF0_0000_0000_0000L | payload(magnitude, SIGNIFICAND_BITS_64);
		}
		if (magnitude.equals("inf")) {
			return sign | 0x7FF0_0000_0000_0000L;
		}
		double value = Double.parseDouble(inJavaNotation(magnitude));
		if (Double.isInfinite(value)) {
			throw new NumberFormatException(literal);
		}
		return sign | Double.doubleToRawLongBits(value);
	}

	private static String magnitude(String literal) {
		String unsigned = NumberShape.isSign(literal.charAt(0)) ? literal.substring(1) : literal;
		return unsigned.replace("_", "");
	}

	/// Without a payload, the canonical one: the highest bit.
	private static long payload(String nan, int significandBits) {
		if (nan.equals("nan")) {
			return 1L << (significandBits - 1);
		}
		long payload = Long.parseUnsignedLong(nan.substring("nan:0x".length()), 16);
		if (payload == 0 || payload >>> significandBits != 0) {
			throw new NumberFormatException(nan);
		}
		return payload;
	}

	private static String inJavaNotation(String magnitude) {
		String lower = magnitude.toLowerCase(Locale.ROOT);
		return (lower.startsWith("0x") && lower.indexOf('p') < 0) ? lower + "p0" : lower;
	}

}
