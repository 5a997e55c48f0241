package dev.graft.compiler.text;

import dev.graft.artifact.spi.MalformedModuleException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// String literals: sequences of bytes, written as characters and escapes.
///
/// @see <a href="https://webassembly.github.io/spec/core/text/values.html#strings">Text
/// Format, "Strings"</a>
final class StringLiteral {

	private StringLiteral() {
	}

	/// The offset behind the closing quote of the string that begins at `start`.
	static int end(SourceText source, int start) {
		int at = start + 1;
		while (source.at(at) != '"') {
			int c = source.at(at);
			if (c == -1 || c == '\n') {
				throw source.malformed(start, "unclosed string", "\"\"\" before the end of the line", "none");
			}
			if (c < ' ' || c == 0x7F) {
				throw source.malformed(at, "illegal control character in string literal", "an escape",
						"0x%02x".formatted(c));
			}
			at = (c == '\\') ? escapeEnd(source, at) : at + 1;
		}
		return at + 1;
	}

	private static int escapeEnd(SourceText source, int start) {
		int c = source.at(start + 1);
		if (isSimpleEscape(c)) {
			return start + 2;
		}
		if (c == 'u') {
			return unicodeEscapeEnd(source, start);
		}
		if (hexDigit(c) < 0 || hexDigit(source.at(start + 2)) < 0) {
			throw illegalEscape(source, start);
		}
		return start + 3;
	}

	private static MalformedModuleException illegalEscape(SourceText source, int start) {
		int end = Math.min(start + 2, source.length());
		return source.malformed(start, "illegal escape",
				"\\t, \\n, \\r, \\\", \\', \\\\, \\u{…} or two hexadecimal digits", source.slice(start, end));
	}

	private static int unicodeEscapeEnd(SourceText source, int start) {
		int brace = start + 2;
		int end = DigitRun.end(source, brace + 1, true);
		if (source.at(brace) != '{' || end < 0 || source.at(end) != '}') {
			throw illegalEscape(source, start);
		}
		int codePoint = codePoint(source, brace + 1, end);
		if (codePoint < 0 || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE)) {
			throw source.malformed(start, "malformed UTF-8 encoding", "a Unicode scalar value",
					source.slice(start, end + 1));
		}
		return end + 1;
	}

	/// The bytes that a valid string literal stands for.
	static byte[] bytes(SourceText source, int start, int end) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(end - start);
		int at = start + 1;
		while (at < end - 1) {
			int c = source.at(at);
			if (c == '\\') {
				at = unescape(source, at, bytes);
			}
			else {
				bytes.write(c);
				at++;
			}
		}
		return bytes.toByteArray();
	}

	private static int unescape(SourceText source, int start, ByteArrayOutputStream bytes) {
		int c = source.at(start + 1);
		if (isSimpleEscape(c)) {
			bytes.write(switch (c) {
				case 't' -> '\t';
				case 'n' -> '\n';
				case 'r' -> '\r';
				default -> c;
			});
			return start + 2;
		}
		if (c == 'u') {
			int end = DigitRun.end(source, start + 3, true);
			bytes.writeBytes(Character.toString(codePoint(source, start + 3, end)).getBytes(StandardCharsets.UTF_8));
			return end + 1;
		}
		bytes.write(hexDigit(c) * 16 + hexDigit(source.at(start + 2)));
		return start + 3;
	}

	private static boolean isSimpleEscape(int c) {
		return switch (c) {
			case 't', 'n', 'r', '"', '\'', '\\' -> true;
			default -> false;
		};
	}

	/// The code point that these hexadecimal digits stand for, or -1 if there is none.
	private static int codePoint(SourceText source, int start, int end) {
		int codePoint = 0;
		for (int i = start; i < end; i++) {
			if (source.at(i) != '_') {
				codePoint = codePoint * 16 + hexDigit(source.at(i));
			}
			if (codePoint > Character.MAX_CODE_POINT) {
				return -1;
			}
		}
		return codePoint;
	}

	private static int hexDigit(int c) {
		return (c < 0) ? -1 : Character.digit(c, 16);
	}

}
