package dev.graft.compiler.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Utf8Tests {

	private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();

	/// The Java platform's strict decoder has the same idea of what is well formed.
	@Test
	void agreesWithThePlatformOnAllShortSequences() {
		byte[] bytes = new byte[3];
		for (int value = 0; value < 1 << 24; value += (value < 0xC00000) ? 0x101 : 1) {
			bytes[0] = (byte) (value >>> 16);
			bytes[1] = (byte) (value >>> 8);
			bytes[2] = (byte) value;
			if (isWellFormed(bytes) != (Utf8.firstMalformed(bytes, 0, 3) < 0)) {
				assertThat(Utf8.firstMalformed(bytes, 0, 3)).as("%06x", value).isEqualTo(-2);
			}
		}
	}

	@Test
	void agreesWithThePlatformOnSequencesOfFourBytes() {
		for (int first = 0xF0; first <= 0xFF; first++) {
			for (int second = 0; second < 0x100; second++) {
				byte[] bytes = { (byte) first, (byte) second, (byte) 0xBF, (byte) 0x80 };
				assertThat(Utf8.firstMalformed(bytes, 0, 4) < 0).as("%02x %02x", first, second)
					.isEqualTo(isWellFormed(bytes));
			}
		}
	}

	@Test
	void saysWhereTheFirstMalformedSequenceBegins() {
		byte[] bytes = { 'a', (byte) 0xC3, (byte) 0xA4, (byte) 0xE2, (byte) 0x82, 'b' };
		assertThat(Utf8.firstMalformed(bytes, 0, 6)).isEqualTo(3);
		assertThat(Utf8.firstMalformed(bytes, 0, 2)).isEqualTo(1);
		assertThat(Utf8.firstMalformed(bytes, 0, 3)).isEqualTo(-1);
	}

	private boolean isWellFormed(byte[] bytes) {
		return !this.decoder.reset().decode(ByteBuffer.wrap(bytes), CharBuffer.allocate(4), true).isError();
	}

}
