package dev.graft.compiler.text;

/// Tells whether a word is written like an integer, like a floating-point number, or like
/// neither.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/text/values.html#floating-point">Text
/// Format, "Floating-Point"</a>
final class NumberShape {

	private NumberShape() {
	}

	/// [TokenKind#INTEGER], [TokenKind#FLOAT] or, for all other words,
	/// [TokenKind#RESERVED].
	static TokenKind of(SourceText source, int start, int end) {
		int at = isSign(source.at(start)) ? start + 1 : start;
		if (source.contains(at, end, "inf") || source.contains(at, end, "nan")) {
			return TokenKind.FLOAT;
		}
		if (isNanWithPayload(source, at, end)) {
			return TokenKind.FLOAT;
		}
		boolean hexadecimal = isHexadecimal(source, at);
		int digits = DigitRun.end(source, hexadecimal ? at + 2 : at, hexadecimal);
		if (digits < 0) {
			return TokenKind.RESERVED;
		}
		if (digits == end) {
			return TokenKind.INTEGER;
		}
		return (fractionAndExponentEnd(source, digits, hexadecimal) == end) ? TokenKind.FLOAT : TokenKind.RESERVED;
	}

	private static boolean isNanWithPayload(SourceText source, int at, int end) {
		return end - at > 6 && source.contains(at, at + 6, "nan:0x") && DigitRun.end(source, at + 6, true) == end;
	}

	/// The offset behind an optional fraction and an optional exponent.
	private static int fractionAndExponentEnd(SourceText source, int start, boolean hexadecimal) {
		int at = start;
		if (source.at(at) == '.') {
			int digits = DigitRun.end(source, at + 1, hexadecimal);
			at = (digits < 0) ? at + 1 : digits;
		}
		if (isExponentMark(source.at(at), hexadecimal)) {
			int digits = isSign(source.at(at + 1)) ? at + 2 : at + 1;
			return DigitRun.end(source, digits, false);
		}
		return at;
	}

	static boolean isExponentMark(int c, boolean hexadecimal) {
		return hexadecimal ? (c == 'p' || c == 'P') : (c == 'e' || c == 'E');
	}

	static boolean isHexadecimal(SourceText source, int at) {
		return source.at(at) == '0' && source.at(at + 1) == 'x';
	}

	static boolean isSign(int c) {
		return c == '+' || c == '-';
	}

}
