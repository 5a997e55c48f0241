package dev.graft.compiler.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// From bytes back to text.
class SourceMapTest {

	private static SourcePosition position(WatModule module, int opcode) {
		byte[] binary = module.binary();
		for (int i = 8; i < binary.length; i++) {
			if ((binary[i] & 0xFF) == opcode) {
				return module.sourceMap().position(i);
			}
		}
		throw new AssertionError("no such byte");
	}

	@Test
	void leadsFromAnInstructionToItsMnemonic() {
		WatModule module = WatParser.parse("a.wat", "(module\n\t(func\n\t\t(i32.add\n  (i32.const 1) (unreachable))))");
		assertThat(position(module, 0x6A)).isEqualTo(new SourcePosition(3, 4));
		assertThat(position(module, 0x41)).isEqualTo(new SourcePosition(4, 4));
	}

	@Test
	void leadsFromBytesBetweenInstructionsToTheOneBefore() {
		WatModule module = WatParser.parse("a.wat", "(func\n f64.const 1.5\n drop)");
		assertThat(module.sourceMap().position(module.binary().length - 5)).isEqualTo(new SourcePosition(2, 2));
	}

	@Test
	void leadsFromTheHeaderToTheBeginning() {
		assertThat(WatParser.parse("a.wat", "\n (func)").sourceMap().position(0)).isEqualTo(new SourcePosition(1, 1));
	}

	@Test
	void endsLinesAsTheSpecificationDoes() {
		SourceText text = new SourceText("a.wat", "a\rb\r\nc\nd".getBytes(StandardCharsets.UTF_8));
		assertThat(text.position(2)).isEqualTo(new SourcePosition(2, 1));
		assertThat(text.position(5)).isEqualTo(new SourcePosition(3, 1));
		assertThat(text.position(7)).isEqualTo(new SourcePosition(4, 1));
	}

}
