package dev.graft.artifact.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.graft.artifact.format.CorruptArtifactException;
import dev.graft.artifact.sample.SampleModule;
import dev.graft.artifact.type.CompositeType;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.StructType;
import dev.graft.artifact.type.TypeTable;
import dev.graft.artifact.type.TypeTable.RecursiveGroup;
import java.nio.ByteBuffer;
import java.util.List;
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
		FunctionTable functions = FunctionTable.read("x", rows, types(FunctionType.of(List.of())), 0);
		assertThat(functions.typeIndex(0)).isZero();
		assertThatExceptionOfType(CorruptArtifactException.class).isThrownBy(() -> functions.typeIndex(1))
			.withMessageContaining("@0x10: expected a type index below 1, found 1");
		assertThatExceptionOfType(CorruptArtifactException.class).isThrownBy(() -> functions.groupIndex(1));
	}

	@Test
	void refusesHalfARow() {
		assertThatExceptionOfType(CorruptArtifactException.class)
			.isThrownBy(() -> FunctionTable.read("x", ByteBuffer.allocate(13), TypeTable.EMPTY, 1))
			.withMessageContaining("expected a multiple of 16 bytes, found 13 bytes");
	}

	@Test
	void refusesFunctionsOfOtherTypes() {
		StructType structure = new StructType(List.of());
		FunctionTable functions = FunctionTable.read("x", SampleModule.functions().bytes(), types(structure), 1);
		assertThatExceptionOfType(CorruptArtifactException.class).isThrownBy(() -> functions.typeIndex(0))
			.withMessageContaining("expected a function type, found type 0");
	}

	private static TypeTable types(CompositeType type) {
		return TypeTable.of(List.of(RecursiveGroup.of(type)));
	}

}
