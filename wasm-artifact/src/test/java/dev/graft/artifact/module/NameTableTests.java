package dev.graft.artifact.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.graft.artifact.format.CorruptArtifactException;
import dev.graft.artifact.sample.SampleModule;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class NameTableTests {

	@Test
	void namesSomeFunctionsAndLeavesOthersOut() {
		NameTable names = SampleModule.names();
		assertThat(names.functionName(0)).isEqualTo("print");
		assertThat(names.functionName(1)).isNull();
		assertThat(names.functionName(2)).isEqualTo("größe");
		assertThat(names.functionName(3)).isNull();
		assertThat(names.functionName(-1)).isNull();
	}

	@Test
	void isReadInPlace() {
		NameTable names = NameTable.read("x", SampleModule.names().bytes());
		assertThat(names.functionName(2)).isEqualTo("größe");
	}

	@Test
	void takesNamesInOrderOnly() {
		NameTable.Builder builder = new NameTable.Builder().add(3, "three");
		assertThatIllegalArgumentException().isThrownBy(() -> builder.add(3, "again"))
			.withMessage("function 3 comes after 3");
	}

	@Test
	void refusesACountThatDoesNotFit() {
		ByteBuffer section = ByteBuffer.allocate(8).put(0, (byte) 2);
		assertThatExceptionOfType(CorruptArtifactException.class).isThrownBy(() -> NameTable.read("x", section))
			.withMessageContaining(".wasm.names @0x0: expected a count that fits into 8 bytes, found 2");
	}

	@Test
	void refusesANameThatEndsOutside() {
		ByteBuffer section = ByteBuffer.allocate(8).put(0, (byte) 1).put(4, (byte) 1);
		NameTable names = NameTable.read("x", section);
		assertThatExceptionOfType(CorruptArtifactException.class).isThrownBy(() -> names.functionName(0))
			.withMessageContaining(".wasm.names @0x4: expected a range within 0 bytes, found 0..1");
	}

}
