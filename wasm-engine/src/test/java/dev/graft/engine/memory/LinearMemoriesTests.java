package dev.graft.engine.memory;

import java.time.Duration;
import java.util.List;

import dev.graft.engine.abi.GrowthLimiter;
import dev.graft.engine.abi.LinearMemory;
import dev.graft.engine.abi.MemoryOps;
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
	@CsvSource({ "65536, 9223372036854775807, 4294967296", "65536, 268435456, 268435456", "16, 268435456, 1048576",
			"16, 65537, 65536", "0, 268435456, 65536", "281474976710656, 9223372036854775807, 4294967296" })
	void reservesWhatAMemoryCanEverNeed(long maximumPages, long limitBytes, long expected) {
		assertThat(LinearMemories.reservationBytes(maximumPages, limitBytes)).isEqualTo(expected);
	}

	@Test
	void growsWithoutMovingUntilTheDeclaredMaximum() {
		try (OwnedMemory owned = allocate(1, 3, NO_LIMIT, GrowthLimiter.NONE)) {
			LinearMemory memory = owned.memory();
			MemoryOps.storeI32(65_532, 42, 0, memory);
			assertThat(memory.grow(2)).isEqualTo(1);
			assertThat(memory.size).isEqualTo(3 * PAGE);
			assertThat(MemoryOps.loadI32(65_532, 0, memory)).isEqualTo(42);
			assertThat(MemoryOps.loadI32(65_536, 0, memory)).isZero();
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
			MemoryOps.storeI64(-8, 0x0102030405060708L, 0, owned.memory());
			assertThat(MemoryOps.loadI32U8(-1, 0, owned.memory())).isEqualTo(1);
			assertThat(MemoryOps.grow(-1, owned.memory())).isEqualTo(-1);
		}
	}

	@Test
	void asksTheLimiterBeforeGrowing() {
		try (OwnedMemory owned = allocate(1, NO_MAXIMUM, NO_LIMIT, (current, desired) -> desired <= 2 * PAGE)) {
			assertThat(owned.memory().grow(1)).isEqualTo(1);
			assertThat(owned.memory().grow(1)).isEqualTo(-1);
			assertThat(this.memories.committedBytes()).isEqualTo(2 * PAGE);
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
		assertThat(this.memories.count()).isEqualTo(2);
		assertThat(this.memories.reservedBytes()).isEqualTo(12 * PAGE);
		assertThat(this.memories.committedBytes()).isEqualTo(6 * PAGE);
		second.close();
		second.close();
		assertThat(this.memories.committedBytes()).isEqualTo(PAGE);
		first.close();
		assertThat(this.memories.count()).isZero();
		assertThat(this.memories.reservedBytes()).isZero();
		assertThat(this.memories.committedBytes()).isZero();
	}

	@Test
	void trapsAfterClosingInsteadOfTouchingWhatIsGone() {
		OwnedMemory owned = allocate(1, 1, NO_LIMIT, GrowthLimiter.NONE);
		owned.close();
		assertThatExceptionOfType(IndexOutOfBoundsException.class)
			.isThrownBy(() -> MemoryOps.loadI32(0, 0, owned.memory()));
		assertThat(owned.memory().grow(1)).isEqualTo(-1);
	}

	@Test
	void releasesMemoriesThatNobodyClosed() throws InterruptedException {
		for (int count = 0; count < 10; count++) {
			assertThat(allocate(1, NO_MAXIMUM, NO_LIMIT, GrowthLimiter.NONE).memory().size).isPositive();
		}
		long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
		while (this.memories.count() > 0 && System.nanoTime() < deadline) {
			System.gc();
			Thread.sleep(10);
		}
		assertThat(this.memories.reservedBytes()).isZero();
	}

	private OwnedMemory allocate(long initialPages, long maximumPages, long limitBytes, GrowthLimiter limiter) {
		return this.memories.allocate(initialPages, maximumPages, limitBytes, List.of(), null, limiter);
	}

}
