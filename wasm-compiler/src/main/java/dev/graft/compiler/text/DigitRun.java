package dev.graft.compiler.text;

/// A run of digits: `num` and `hexnum` of the grammar, where single underscores may stand
/// between digits.
///
/// @see <a href="https://webassembly.github.io/spec/core/text/values.html#integers">Text
/// Format, "Integers"</a>
final class DigitRun {

	private DigitRun() {
	}

	/// The offset behind the longest run that begins at `start`, or -1 if none does.
	static int end(SourceText source, int start, boolean hexadecimal) {
		int at = start;
		while (isDigit(source.at(at), hexadecimal)) {
			at++;
			if (source.at(at) == '_' && isDigit(source.at(at + 1), hexadecimal)) {
				at++;
			}
		}
		return (at == start) ? -1 : at;
	}

	private static boolean isDigit(int c, boolean hexadecimal) {
		return (c >= '0' && c <= '9') || (hexadecimal && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')));
	}

}
