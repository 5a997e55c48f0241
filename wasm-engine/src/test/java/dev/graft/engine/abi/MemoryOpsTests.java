package dev.graft.engine.abi;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.Limits;
import dev.graft.engine.memory.LinearMemories;
import dev.graft.engine.memory.MemoryTemplate;
import dev.graft.engine.memory.OwnedMemory;
import dev.graft.engine.trap.TrapCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.graft.engine.abi.Samples.expectTrap;
import static org.assertj.core.api.Assertions.assertThat;

/// Bulk operations, against arrays.
class MemoryOpsTests {

	private static final int SIZE = 65_536;

	private final LinearMemories memories = new LinearMemories();

	private final List<OwnedMemory> allocated = new ArrayList<>();

	private final LinearMemory memory = memory(1, 7);

	private final LinearMemory other = memory(1, 8);

	@AfterEach
	void close() {
		this.allocated.forEach(OwnedMemory::close);
	}

	@Test
	void anEmptyMemoryHasOnlyItsEnd() {
		LinearMemory empty = new LinearMemory(this.memory.base, ExternalType.Memory.of(Limits.between(0, 0)), SIZE,
				GrowthLimiter.NONE);
		MemoryOps.fill(0, 1, 0, empty);
		expectTrap(TrapCode.MEMORY_OUT_OF_BOUNDS, () -> MemoryOps.fill(1, 1, 0, empty));
	}

	@Test
	void fillsWithTheLowestByte() {
		byte[] expected = bytes(this.memory);
		MemoryOps.fill(10, 0x1AB, 1000, this.memory);
		Arrays.fill(expected, 10, 1010, (byte) 0xAB);
		MemoryOps.fill(SIZE, 1, 0, this.memory);
		assertThat(bytes(this.memory)).isEqualTo(expected);
	}

	@Test
	void copiesOverlappingRangesInBothDirections() {
		Random random = new Random(1);
		byte[] expected = bytes(this.memory);
		for (int round = 0; round < 500; round++) {
			int count = random.nextInt(SIZE / 2);
			int source = random.nextInt(SIZE - count);
			int destination = Math.clamp(source + random.nextInt(-50, 50), 0, SIZE - count);
			MemoryOps.copy(destination, source, count, this.memory, this.memory);
			System.arraycopy(expected, source, expected, destination, count);
		}
		assertThat(bytes(this.memory)).isEqualTo(expected);
	}

	@Test
	void copiesAndFillsWhatIsTooLargeForOneGo() {
		LinearMemory large = memory(90, 3);
		int size = (int) large.size - 12_345;
		byte[] expected = bytes(large);
		for (int distance : new int[] { 1, 100, 2_000_000 }) {
			MemoryOps.copy(distance, 0, size - distance, large, large);
			System.arraycopy(expected, 0, expected, distance, size - distance);
			MemoryOps.copy(0, distance, size - distance, large, large);
			System.arraycopy(expected, distance, expected, 0, size - distance);
		}
		MemoryOps.fill(77, 9, 3_000_000, large);
		Arrays.fill(expected, 77, 3_000_077, (byte) 9);
		assertThat(bytes(large)).isEqualTo(expected);
	}

	@Test
	void copiesBetweenMemories() {
		byte[] expected = bytes(this.memory);
		System.arraycopy(bytes(this.other), 30, expected, 20, 40);
		MemoryOps.copy(20, 30, 40, this.memory, this.other);
		assertThat(bytes(this.memory)).isEqualTo(expected);
	}

	@Test
	void bulkOperationsTrapBeforeTheyWriteAnything() {
		ByteBuffer before = contents(this.memory);
		expectTrap(TrapCode.MEMORY_OUT_OF_BOUNDS, () -> MemoryOps.fill(SIZE - 10, 1, 11, this.memory));
		expectTrap(TrapCode.MEMORY_OUT_OF_BOUNDS, () -> MemoryOps.fill(1, 1, -1, this.memory));
		expectTrap(TrapCode.MEMORY_OUT_OF_BOUNDS, () -> MemoryOps.fill(-1, 1, 0, this.memory));
		expectTrap(TrapCode.MEMORY_OUT_OF_BOUNDS, () -> MemoryOps.copy(0, SIZE - 10, 11, this.memory, this.memory));
		expectTrap(TrapCode.MEMORY_OUT_OF_BOUNDS, () -> MemoryOps.copy(SIZE - 10, 0, 11, this.memory, this.memory));
		expectTrap(TrapCode.MEMORY_OUT_OF_BOUNDS, () -> MemoryOps.copy(0, SIZE + 1, 0, this.memory, this.memory));
		assertThat(contents(this.memory)).isEqualTo(before);
	}

	@Test
	void initializesFromASegmentUntilItIsDropped() {
		SampleInstance instance = SampleInstance.withData(new byte[] { 1, 2, 3, 4, 5 });
		MemoryOps.init(100, 1, 3, this.memory, 0, instance);
		assertThat(contents(this.memory).slice(100, 3)).isEqualTo(ByteBuffer.wrap(new byte[] { 2, 3, 4 }));
		ByteBuffer before = contents(this.memory);
		expectTrap(TrapCode.MEMORY_OUT_OF_BOUNDS, () -> MemoryOps.init(0, 3, 3, this.memory, 0, instance));
		expectTrap(TrapCode.MEMORY_OUT_OF_BOUNDS, () -> MemoryOps.init(SIZE - 2, 0, 3, this.memory, 0, instance));
		MemoryOps.dropData(0, instance);
		expectTrap(TrapCode.MEMORY_OUT_OF_BOUNDS, () -> MemoryOps.init(0, 0, 1, this.memory, 0, instance));
		MemoryOps.init(SIZE, 0, 0, this.memory, 0, instance);
		expectTrap(TrapCode.MEMORY_OUT_OF_BOUNDS, () -> MemoryOps.init(0, 1, 0, this.memory, 0, instance));
		assertThat(contents(this.memory)).isEqualTo(before);
	}

	private LinearMemory memory(int pages, long seed) {
		OwnedMemory owned = this.memories.allocate(
				MemoryTemplate.zeros(ExternalType.Memory.of(Limits.between(pages, pages))), Long.MAX_VALUE,
				GrowthLimiter.NONE);
		this.allocated.add(owned);
		LinearMemory memory = owned.memory();
		byte[] bytes = new byte[pages * SIZE];
		new Random(seed).nextBytes(bytes);
		MemorySegment.copy(MemorySegment.ofArray(bytes), 0, MemoryOps.ALL, memory.base, bytes.length);
		return memory;
	}

	private static ByteBuffer contents(LinearMemory memory) {
		return ByteBuffer.wrap(bytes(memory)).order(ByteOrder.LITTLE_ENDIAN);
	}

	private static byte[] bytes(LinearMemory memory) {
		return MemoryOps.ALL.asSlice(memory.base, memory.size).toArray(ValueLayout.JAVA_BYTE);
	}

}
