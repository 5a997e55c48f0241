package dev.graft.compiler.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/// The rule that text is UTF-8.
///
/// @see <a href="https://webassembly.github.io/spec/core/text/values.html#names">Text
/// Format, "Names"</a>
final class Utf8 {

	private Utf8() {
	}

	/// Whether these bytes encode characters.
	static boolean isValid(byte[] bytes) {
		try {
			StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
			return true;
		}
		catch (CharacterCodingException ex) {
			return false;
		}
	}

	/// Throws if the whole text does not encode characters, and says where.
	static void check(SourceText source) {
		ByteBuffer bytes = ByteBuffer.wrap(source.sliceBytes(0, source.length()));
		CharBuffer characters = CharBuffer.allocate(source.length() + 1);
		CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(bytes, characters, true);
		if (result.isError()) {
			throw source.malformed(bytes.position(), "malformed UTF-8 encoding", "a valid byte sequence",
					"0x%02x".formatted(source.at(bytes.position())));
		}
	}

}
