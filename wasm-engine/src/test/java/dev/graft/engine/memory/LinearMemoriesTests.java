package dev.graft.engine.memory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.graft.artifact.type.AddressType;
import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.Limits;
import dev.graft.engine.abi.AtomicOps;
import dev.graft.engine.abi.ExecutionContext;
import dev.graft.engine.abi.GrowthLimiter;
import dev.graft.engine.abi.LinearMemory;
import dev.graft.engine.abi.Memory64Ops;
import dev.graft.engine.abi.MemoryOps;
import dev.graft.engine.abi.TrapException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class LinearMemoriesTests {

	private static final long PAGE = LinearMemory.PAGE_BYTES;

	private static final long NO_LIMIT = Long.MAX_VALUE;

	private static final long NO_MAXIMUM = 65_536;

	private final LinearMemories memories = new LinearMemories();

	@ParameterizedTest
	@CsvSource({ "I32, 65536, 9223372036854775807, 4294967296", "I32, 65536, 268435456, 268435456",
			"I32, 16, 268435456, 1048576", "I32, 16, 65537, 131072", "I32, 0, 268435456, 65536",
			"I64, 281474976710656, 268435456, 268435456", "I64, 281474976710656, 9223372036854775807, 274877906944",
			"I64, -1, 9223372036854775807, 274877906944", "I64, 131072, 9223372036854775807, 8589934592" })
	void reservesWhatAMemoryCanEverNeed(AddressType addressType, long maximumPages, long limitBytes, long expected) {
		ExternalType.Memory type = new ExternalType.Memory(addressType, Limits.between(0, maximumPages), false, 16);
		assertThat(LinearMemories.reservationBytes(LinearMemories.usableBytes(type, limitBytes))).isEqualTo(expected);
	}

	@Test
	void growsBeyondFourGibibytes() {
		ExternalType.Memory type = new ExternalType.Memory(AddressType.I64, Limits.between(1, 1L << 20), false, 16);
		try (OwnedMemory owned = this.memories.allocate(MemoryTemplate.zeros(type), NO_LIMIT, GrowthLimiter.NONE)) {
			LinearMemory memory = owned.memory();
			assertThat(Memory64Ops.grow(80_000, memory)).isEqualTo(1);
			assertThat(Memory64Ops.size(memory)).isEqualTo(80_001);
			long high = 80_000L * PAGE;
			AtomicOps.store64(high, 0x0102030405060708L, 16, memory);
			assertThat(AtomicOps.load8(high + 16, 7, memory)).isEqualTo(1);
			Memory64Ops.copy(5_000_000_000L, high + 16, 8, memory, memory, new ExecutionContext());
			assertThat(AtomicOps.load64(0, 5_000_000_000L, memory)).isEqualTo(0x0102030405060708L);
			assertThat(Memory64Ops.grow(-1, memory)).isEqualTo(-1);
			assertThat(Memory64Ops.grow(1L << 48, memory)).isEqualTo(-1);
		}
	}

	@Test
	void reservesNoMoreThanThereIs() {
		ExternalType.Memory type = new ExternalType.Memory(AddressType.I64, Limits.between(1, 1L << 48), false, 16);
		List<OwnedMemory> owned = new ArrayList<>();
		try {
			for (int count = 0; count < 3; count++) {
				owned.add(this.memories.allocate(MemoryTemplate.zeros(type), NO_LIMIT, GrowthLimiter.NONE));
			}
			assertThat(this.memories.reservedBytes()).isLessThanOrEqualTo(3L << 38);
		}
		finally {
			owned.forEach(OwnedMemory::close);
		}
	}

	@Test
	void refusesAMinimumThatNoProcessHasRoomFor() {
		for (long pages : new long[] { 1L << 32, 1L << 48, -1 }) {
			ExternalType.Memory type = new ExternalType.Memory(AddressType.I64, Limits.from(pages), false, 16);
			assertThatExceptionOfType(AddressSpaceExhaustedException.class)
				.isThrownBy(() -> this.memories.allocate(MemoryTemplate.zeros(type), NO_LIMIT, GrowthLimiter.NONE))
				.withMessageContaining("no process has that much");
		}
	}

	@Test
	void countsBytesWherePagesAreBytes() {
		ExternalType.Memory type = new ExternalType.Memory(AddressType.I32, Limits.between(3, 100_000), false, 0);
		try (OwnedMemory owned = this.memories.allocate(MemoryTemplate.zeros(type), NO_LIMIT, GrowthLimiter.NONE)) {
			LinearMemory memory = owned.memory();
			assertThat(MemoryOps.size(memory)).isEqualTo(3);
			assertThat(AtomicOps.load8(2, 0, memory)).isZero();
			assertThatExceptionOfType(TrapException.class).isThrownBy(() -> AtomicOps.load16(2, 0, memory));
			assertThat(MemoryOps.grow(1, memory)).isEqualTo(3);
			assertThat(AtomicOps.load16(2, 0, memory)).isZero();
			assertThat(MemoryOps.grow(99_997, memory)).isEqualTo(-1);
			assertThat(MemoryOps.grow(99_996, memory)).isEqualTo(4);
			assertThat(memory.size).isEqualTo(100_000);
		}
	}

	@Test
	void growsWithoutMovingUntilTheDeclaredMaximum() {
		try (OwnedMemory owned = allocate(1, 3, NO_LIMIT, GrowthLimiter.NONE)) {
			LinearMemory memory = owned.memory();
			AtomicOps.store32(65_532, 42, 0, memory);
			assertThat(memory.grow(2)).isEqualTo(1);
			assertThat(memory.size).isEqualTo(3 * PAGE);
			assertThat(AtomicOps.load32(65_532, 0, memory)).isEqualTo(42);
			assertThat(AtomicOps.load32(65_536, 0, memory)).isZero();
			assertThat(memory.grow(1)).isEqualTo(-1);
			assertThat(memory.grow(0)).isEqualTo(3);
		}
	}

	@Test
	void growsUntilTheConfiguredLimitEvenIfTheDeclaredMaximumIsHigher() {
		try (OwnedMemory owned = allocate(1, NO_MAXIMUM, 2 * PAGE, GrowthLimiter.NONE)) {
			assertThat(owned.memory().grow(1)).isEqualTo(1);
			assertThat(owned.memory().grow(1)).isEqualTo(-1);
		}
	}

	@Test
	void growsUpToWhatThirtyTwoBitsAddress() {
		try (OwnedMemory owned = allocate(0, NO_MAXIMUM, NO_LIMIT, GrowthLimiter.NONE)) {
			assertThat(MemoryOps.grow(65_536, owned.memory())).isZero();
			assertThat(MemoryOps.size(owned.memory())).isEqualTo(65_536);
			AtomicOps.store64(0xFFFF_FFF8L, 0x0102030405060708L, 0, owned.memory());
			assertThat(AtomicOps.load8(0xFFFF_FFFFL, 0, owned.memory())).isEqualTo(1);
			assertThat(MemoryOps.grow(-1, owned.memory())).isEqualTo(-1);
		}
	}

	@Test
	void asksTheLimiterBeforeGrowing() {
		try (OwnedMemory owned = allocate(1, NO_MAXIMUM, NO_LIMIT, (current, desired) -> desired <= 2 * PAGE)) {
			assertThat(owned.memory().grow(1)).isEqualTo(1);
			assertThat(owned.memory().grow(1)).isEqualTo(-1);
			assertThat(this.memories.statistics().committedBytes()).isEqualTo(2 * PAGE);
		}
	}

	@Test
	void refusesAMinimumAboveTheLimit() {
		assertThatIllegalArgumentException().isThrownBy(() -> allocate(2, NO_MAXIMUM, PAGE, GrowthLimiter.NONE))
			.withMessage("2 initial pages are more than the limit of 65,536 bytes");
	}

	@Test
	void keepsTheAccounts() {
		OwnedMemory first = allocate(1, 4, NO_LIMIT, GrowthLimiter.NONE);
		OwnedMemory second = allocate(2, 8, NO_LIMIT, GrowthLimiter.NONE);
		second.memory().grow(3);
		assertThat(this.memories.statistics().inUse()).isEqualTo(2);
		assertThat(this.memories.reservedBytes()).isEqualTo(12 * PAGE);
		assertThat(this.memories.statistics().committedBytes()).isEqualTo(6 * PAGE);
		second.close();
		second.close();
		assertThat(this.memories.statistics().committedBytes()).isEqualTo(PAGE);
		first.close();
		assertThat(this.memories.statistics().inUse()).isZero();
		assertThat(this.memories.reservedBytes()).isZero();
		assertThat(this.memories.statistics().committedBytes()).isZero();
	}

	@Test
	void trapsAfterClosingInsteadOfTouchingWhatIsGone() {
		OwnedMemory owned = allocate(1, 1, NO_LIMIT, GrowthLimiter.NONE);
		owned.close();
		assertThatExceptionOfType(TrapException.class).isThrownBy(() -> AtomicOps.load32(0, 0, owned.memory()));
		assertThat(owned.memory().grow(1)).isEqualTo(-1);
	}

	@Test
	void releasesSharedMemoriesThatNobodyClosed() throws InterruptedException {
		ExternalType.Memory type = new ExternalType.Memory(AddressType.I32, Limits.between(1, 2), true, 16);
		for (int count = 0; count < 10; count++) {
			assertThat(this.memories.allocate(MemoryTemplate.zeros(type), NO_LIMIT, GrowthLimiter.NONE).memory().size)
				.isPositive();
		}
		long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
		while (this.memories.statistics().inUse() > 0 && System.nanoTime() < deadline) {
			System.gc();
			Thread.sleep(10);
		}
		assertThat(this.memories.reservedBytes()).isZero();
	}

	private OwnedMemory allocate(long initialPages, long maximumPages, long limitBytes, GrowthLimiter limiter) {
		return this.memories.allocate(
				MemoryTemplate.zeros(ExternalType.Memory.of(Limits.between(initialPages, maximumPages))), limitBytes,
				limiter);
	}

}
