package dev.graft.compiler.text;

/// Integer literals.
///
/// @see <a href="https://webassembly.github.io/spec/core/text/values.html#integers">Text
/// Format, "Integers"</a>
final class IntegerLiteral {

	private IntegerLiteral() {
	}

	/// The value of a `u32`.
	/// @throws NumberFormatException if the literal is none
	static int unsigned32(String literal) {
		return digits(literal).startsWith("0x") ? Integer.parseUnsignedInt(digits(literal).substring(2), 16)
				: Integer.parseUnsignedInt(digits(literal));
	}

	/// The value of a `u64`.
	/// @throws NumberFormatException if the literal is none
	static long unsigned64(String literal) {
		return digits(literal).startsWith("0x") ? Long.parseUnsignedLong(digits(literal).substring(2), 16)
				: Long.parseUnsignedLong(digits(literal));
	}

	/// The value of an `i32`, which may be written signed or unsigned.
	/// @throws NumberFormatException if the literal is none
	static int either32(String literal) {
		return either(literal, Integer.SIZE);
	}

	/// The value of an `i16`, which may be written signed or unsigned.
	/// @throws NumberFormatException if the literal is none
	static int either16(String literal) {
		return (short) either(literal, Short.SIZE);
	}

	/// The value of an `i8`, which may be written signed or unsigned.
	/// @throws NumberFormatException if the literal is none
	static int either8(String literal) {
		return (byte) either(literal, Byte.SIZE);
	}

	private static int either(String literal, int bits) {
		long magnitude = magnitude(literal);
		boolean negative = literal.charAt(0) == '-';
		if (Long.compareUnsigned(magnitude, negative ? 1L << (bits - 1) : (1L << bits) - 1) > 0) {
			throw new NumberFormatException(literal);
		}
		return (int) (negative ? -magnitude : magnitude);
	}

	/// The value of an `i64`, which may be written signed or unsigned.
	/// @throws NumberFormatException if the literal is none
	static long either64(String literal) {
		long magnitude = magnitude(literal);
		boolean negative = literal.charAt(0) == '-';
		if (negative && Long.compareUnsigned(magnitude, Long.MIN_VALUE) > 0) {
			throw new NumberFormatException(literal);
		}
		return negative ? -magnitude : magnitude;
	}

	private static long magnitude(String literal) {
		return unsigned64(NumberShape.isSign(literal.charAt(0)) ? literal.substring(1) : literal);
	}

	private static String digits(String literal) {
		if (NumberShape.isSign(literal.charAt(0))) {
			throw new NumberFormatException(literal);
		}
		return literal.replace("_", "");
	}

}
