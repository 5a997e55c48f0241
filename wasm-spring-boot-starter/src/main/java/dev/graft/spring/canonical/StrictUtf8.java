package dev.graft.spring.canonical;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// UTF-8 that is never repaired: `String.getBytes` turns half a surrogate pair into `?`,
/// `new String` turns wrong bytes into U+FFFD.
final class StrictUtf8 {

	private StrictUtf8() {
	}

	/// @throws IllegalArgumentException if the text has half a surrogate pair
	static byte[] encode(String what, String text) {
		try {
			ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
			byte[] bytes = new byte[encoded.remaining()];
			encoded.get(bytes);
			return bytes;
		}
		catch (CharacterCodingException ex) {
			throw new IllegalArgumentException(
					what + ": the text has half a surrogate pair, which UTF-8 cannot express", ex);
		}
	}

	/// @throws CanonicalAbiException if the bytes are not UTF-8
	static String decode(String what, byte[] bytes) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			throw new CanonicalAbiException(what + ": the text is not UTF-8", ex);
		}
	}

}
