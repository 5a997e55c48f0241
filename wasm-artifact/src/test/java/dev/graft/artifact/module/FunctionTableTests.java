package dev.graft.artifact.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.graft.artifact.format.CorruptArtifactException;
import dev.graft.artifact.sample.SampleModule;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class FunctionTableTests {

	@Test
	void givesEachFunctionItsRow() {
		FunctionTable functions = SampleModule.functions();
		assertThat(functions.size()).isEqualTo(3);
		assertThat(functions.typeIndex(0)).isZero();
		assertThat(functions.groupIndex(0)).isEqualTo(FunctionTable.IMPORTED);
		assertThat(functions.dispatchSlot(0)).isEqualTo(FunctionTable.NO_SLOT);
		assertThat(functions.typeIndex(1)).isEqualTo(1);
		assertThat(functions.groupIndex(1)).isZero();
		assertThat(functions.dispatchSlot(2)).isEqualTo(1);
		assertThat(functions.tailNumber(1)).isZero();
		assertThat(functions.tailNumber(2)).isEqualTo(1);
	}

	@Test
	void knowsNoOtherFunctions() {
		FunctionTable functions = SampleModule.functions();
		for (int index : new int[] { -1, 3, Integer.MAX_VALUE, Integer.MIN_VALUE, 0x5555_5556 }) {
			assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> functions.typeIndex(index));
		}
	}

	@Test
	void refusesRowsThatPointOutside() {
		ByteBuffer rows = SampleModule.functions().bytes();
		FunctionTable functions = FunctionTable.read("x", rows, 1, 0);
		assertThat(functions.typeIndex(0)).isZero();
		assertThatExceptionOfType(CorruptArtifactException.class).isThrownBy(() -> functions.typeIndex(1))
			.withMessageContaining("@0x10: expected a type index below 1, found 1");
		assertThatExceptionOfType(CorruptArtifactException.class).isThrownBy(() -> functions.groupIndex(1));
	}

	@Test
	void refusesHalfARow() {
		assertThatExceptionOfType(CorruptArtifactException.class)
			.isThrownBy(() -> FunctionTable.read("x", ByteBuffer.allocate(13), 1, 1))
			.withMessageContaining("expected a multiple of 16 bytes, found 13 bytes");
	}

}
