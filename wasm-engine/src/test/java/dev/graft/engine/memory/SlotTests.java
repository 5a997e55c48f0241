package dev.graft.engine.memory;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import dev.graft.artifact.module.MemoryImage;
import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.Limits;
import dev.graft.engine.abi.AtomicOps;
import dev.graft.engine.abi.GrowthLimiter;
import dev.graft.engine.abi.LinearMemory;
import dev.graft.engine.abi.MemoryOps;
import dev.graft.engine.region.MemoryRegion;
import dev.graft.engine.trap.PoolExhaustedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// What the slots of memories promise, for every way to reset them that this process has.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SlotTests {

	private static final long PAGE = LinearMemory.PAGE_BYTES;

	private static final int PIECE = MemoryImage.ALIGNMENT;

	private static final byte[] IMAGE = random(12 * PIECE, 1);

	private static final byte[] OTHER_IMAGE = random(12 * PIECE, 2);

	/// With gaps before, between and after the pieces.
	private static final List<MemoryImage> PIECES = List.of(new MemoryImage(0, 0, PIECE, 3L * PIECE),
			new MemoryImage(0, 3L * PIECE, 6L * PIECE, 5L * PIECE),
			new MemoryImage(0, 8L * PIECE, 11L * PIECE, 4L * PIECE));

	static List<Setting> settings() {
		List<AddressSpace> spaces = new ArrayList<>();
		spaces.add(AddressSpace.ofThisPlatform());
		if (MemoryRegion.hasMmap()) {
			spaces.add(new MappedAddressSpace(false));
		}
		List<Setting> settings = new ArrayList<>();
		for (AddressSpace space : spaces) {
			for (long keepBytes : new long[] { 0, 5 * 4096, 2 * PAGE, 1L << 21 }) {
				settings.add(new Setting(space, keepBytes, false));
				settings.add(new Setting(space, keepBytes, true));
			}
		}
		return settings;
	}

	@ParameterizedTest
	@MethodSource("settings")
	void aMemoryIsFreshWhateverWasDoneToTheOneBeforeIt(Setting setting) {
		LinearMemories memories = setting.memories(8);
		MemoryTemplate template = setting.template(memories, IMAGE, 4, 64);
		byte[] fresh = bytes(memories, template);
		assertThat(MemorySegment.ofArray(fresh)
			.asSlice(PIECE, 3L * PIECE)
			.mismatch(MemorySegment.ofArray(IMAGE).asSlice(0, 3L * PIECE))).isEqualTo(-1);
		Random random = new Random(setting.keepBytes);
		for (int round = 0; round < 40; round++) {
			try (OwnedMemory memory = memories.allocate(template, 64 * PAGE, GrowthLimiter.NONE)) {
				assertThat(bytes(memory.memory())).isEqualTo(fresh);
				mutate(memory.memory(), random);
				if (random.nextInt(3) == 0) {
					memory.reset();
					assertThat(memory.memory().size).isEqualTo(4 * PAGE);
					assertThat(bytes(memory.memory())).isEqualTo(fresh);
					memory.memory().grow(3);
					assertThat(slice(memory.memory(), 4 * PAGE, 3 * PAGE).mismatch(zeros(3 * PAGE))).isEqualTo(-1);
					mutate(memory.memory(), random);
				}
			}
		}
	}

	@ParameterizedTest
	@MethodSource("settings")
	void aMemoryThatGrowsSeesZerosWhereALargerOneWasBefore(Setting setting) {
		LinearMemories memories = setting.memories(8);
		MemoryTemplate template = setting.template(memories, IMAGE, 4, 64);
		for (int round = 0; round < 4; round++) {
			try (OwnedMemory large = memories.allocate(template, 64 * PAGE, GrowthLimiter.NONE)) {
				large.memory().grow(60);
				slice(large.memory(), 0, 64 * PAGE).fill((byte) 7);
			}
			try (OwnedMemory small = memories.allocate(template, 64 * PAGE, GrowthLimiter.NONE)) {
				small.memory().grow(60);
				assertThat(slice(small.memory(), 4 * PAGE, 60 * PAGE).mismatch(zeros(60 * PAGE))).isEqualTo(-1);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("settings")
	void aModuleNeverSeesWhatAnotherOneLeft(Setting setting) {
		LinearMemories memories = setting.memories(1);
		MemoryTemplate first = setting.template(memories, IMAGE, 4, 16);
		MemoryTemplate second = setting.template(memories, OTHER_IMAGE, 6, 16);
		byte[] freshFirst = bytes(memories, first);
		byte[] freshSecond = bytes(memories, second);
		assertThat(freshFirst).isNotEqualTo(freshSecond);
		for (int round = 0; round < 8; round++) {
			for (MemoryTemplate template : List.of(first, second)) {
				try (OwnedMemory memory = memories.allocate(template, 16 * PAGE, GrowthLimiter.NONE)) {
					assertThat(bytes(memory.memory())).isEqualTo((template == first) ? freshFirst : freshSecond);
					memory.memory().grow(4);
					slice(memory.memory(), 0, memory.memory().size).fill((byte) -1);
				}
			}
		}
		assertThat(memories.statistics().warm()).isLessThanOrEqualTo(1);
	}

	@Test
	void aSlotIsUsedAgainByItsModule() {
		LinearMemories memories = new LinearMemories(new SlotLimits(10, 0, 5, 1 << 20));
		MemoryTemplate template = memories.template(type(1, 2), List.of(), null);
		for (int round = 0; round < 20; round++) {
			memories.allocate(template, 2 * PAGE, GrowthLimiter.NONE).close();
		}
		SlotStatistics statistics = memories.statistics();
		assertThat(statistics.made()).isOne();
		assertThat(statistics.reused()).isEqualTo(19);
		assertThat(statistics.resets()).isEqualTo(20);
		assertThat(statistics.inUse()).isZero();
		assertThat(statistics.warm()).isOne();
		memories.close();
		assertThat(memories.statistics().warm()).isZero();
		assertThat(memories.reservedBytes()).isZero();
	}

	@Test
	void noMoreSlotsStayWarmThanConfiguredAndTheLongestUnusedGoesFirst() {
		LinearMemories memories = new LinearMemories(new SlotLimits(100, 0, 3, 1 << 20));
		List<MemoryTemplate> templates = new ArrayList<>();
		for (int module = 0; module < 6; module++) {
			templates.add(memories.template(type(1, 2), List.of(), null));
			memories.allocate(templates.get(module), 2 * PAGE, GrowthLimiter.NONE).close();
			assertThat(memories.statistics().warm()).isLessThanOrEqualTo(3);
		}
		long made = memories.statistics().made();
		memories.allocate(templates.get(5), 2 * PAGE, GrowthLimiter.NONE).close();
		assertThat(memories.statistics().made()).isEqualTo(made);
		memories.allocate(templates.get(0), 2 * PAGE, GrowthLimiter.NONE).close();
		assertThat(memories.statistics().made()).isEqualTo(made + 1);
	}

	@Test
	void aSlotThatIsTooSmallIsNotUsed() {
		LinearMemories memories = new LinearMemories(new SlotLimits(100, 0, 3, 1 << 20));
		MemoryTemplate template = memories.template(type(1, 100), List.of(), null);
		memories.allocate(template, 2 * PAGE, GrowthLimiter.NONE).close();
		try (OwnedMemory memory = memories.allocate(template, 50 * PAGE, GrowthLimiter.NONE)) {
			assertThat(memory.memory().grow(49)).isOne();
		}
		try (OwnedMemory memory = memories.allocate(template, 2 * PAGE, GrowthLimiter.NONE)) {
			assertThat(memory.memory().grow(2)).isEqualTo(-1);
		}
	}

	@Test
	void warmSlotsGoWithTheirModule() throws InterruptedException {
		LinearMemories memories = new LinearMemories(new SlotLimits(100, 0, 10, 1 << 20));
		useOnce(memories);
		assertThat(memories.statistics().warm()).isOne();
		long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
		while (memories.statistics().warm() > 0 && System.nanoTime() < deadline) {
			System.gc();
			Thread.sleep(10);
		}
		assertThat(memories.reservedBytes()).isZero();
	}

	private static void useOnce(LinearMemories memories) {
		memories.allocate(memories.template(type(1, 2), List.of(), null), 2 * PAGE, GrowthLimiter.NONE).close();
	}

	@Test
	void whoeverFindsNoSlotIsToldHowManyThereAre() {
		LinearMemories memories = new LinearMemories(new SlotLimits(2, 1_000_000, 2, 1 << 20));
		MemoryTemplate template = memories.template(type(1, 2), List.of(), null);
		OwnedMemory first = memories.allocate(template, 2 * PAGE, GrowthLimiter.NONE);
		OwnedMemory second = memories.allocate(template, 2 * PAGE, GrowthLimiter.NONE);
		assertThatExceptionOfType(PoolExhaustedException.class)
			.isThrownBy(() -> memories.allocate(template, 2 * PAGE, GrowthLimiter.NONE))
			.withMessageContaining("2 of 2 slots are in use")
			.satisfies((exhausted) -> {
				assertThat(exhausted.slots()).isEqualTo(2);
				assertThat(exhausted.inUse()).isEqualTo(2);
				assertThat(exhausted.waited()).isGreaterThanOrEqualTo(Duration.ofMillis(1));
			});
		first.close();
		memories.allocate(template, 2 * PAGE, GrowthLimiter.NONE).close();
		second.close();
		assertThat(memories.statistics().waits()).isOne();
		assertThat(memories.statistics().refusals()).isOne();
	}

	@Test
	void whoeverWaitsGetsTheSlotThatBecomesFree() {
		LinearMemories memories = new LinearMemories(new SlotLimits(1, Long.MAX_VALUE, 1, 1 << 20));
		MemoryTemplate template = memories.template(type(1, 2), List.of(), null);
		OwnedMemory first = memories.allocate(template, 2 * PAGE, GrowthLimiter.NONE);
		CompletableFuture<Long> waiting = CompletableFuture.supplyAsync(() -> {
			try (OwnedMemory second = memories.allocate(template, 2 * PAGE, GrowthLimiter.NONE)) {
				return second.memory().size;
			}
		});
		while (memories.statistics().waits() == 0) {
			Thread.onSpinWait();
		}
		assertThat(waiting).isNotDone();
		first.close();
		assertThat(waiting.join()).isEqualTo(PAGE);
	}

	@Test
	void whoeverIsInterruptedWhileWaitingIsRefusedAndStaysInterrupted() {
		LinearMemories memories = new LinearMemories(new SlotLimits(1, Long.MAX_VALUE, 1, 1 << 20));
		MemoryTemplate template = memories.template(type(1, 2), List.of(), null);
		try (OwnedMemory first = memories.allocate(template, 2 * PAGE, GrowthLimiter.NONE)) {
			Thread.currentThread().interrupt();
			assertThatExceptionOfType(PoolExhaustedException.class)
				.isThrownBy(() -> memories.allocate(template, 2 * PAGE, GrowthLimiter.NONE));
			assertThat(Thread.interrupted()).isTrue();
			assertThat(first.memory().size).isEqualTo(PAGE);
		}
	}

	@Test
	void threadsThatTakeAndGiveBackNeverShareASlotAndNeverExceedTheLimit() throws InterruptedException {
		int threads = 6;
		LinearMemories memories = new LinearMemories(new SlotLimits(4, Long.MAX_VALUE, 2, 1 << 20));
		List<MemoryTemplate> templates = List.of(memories.template(type(1, 2), List.of(), null),
				memories.template(type(1, 2), List.of(), null), memories.template(type(1, 2), List.of(), null));
		AtomicInteger wrong = new AtomicInteger();
		AtomicInteger inUse = new AtomicInteger();
		CountDownLatch done = new CountDownLatch(threads);
		for (int thread = 0; thread < threads; thread++) {
			int number = thread;
			Thread.startVirtualThread(() -> {
				Random random = new Random(number);
				for (int round = 0; round < 2_000; round++) {
					MemoryTemplate template = templates.get(random.nextInt(templates.size()));
					try (OwnedMemory memory = memories.allocate(template, 2 * PAGE, GrowthLimiter.NONE)) {
						boolean tooMany = inUse.incrementAndGet() > 4;
						int address = random.nextInt((int) PAGE / 4) * 4;
						boolean dirty = AtomicOps.load32(address, 0, memory.memory()) != 0;
						AtomicOps.store32(address, number + 1, 0, memory.memory());
						boolean shared = AtomicOps.load32(address, 0, memory.memory()) != number + 1;
						if (tooMany || dirty || shared) {
							wrong.incrementAndGet();
						}
						inUse.decrementAndGet();
					}
				}
				done.countDown();
			});
		}
		done.await();
		assertThat(wrong).hasValue(0);
		SlotStatistics statistics = memories.statistics();
		assertThat(statistics.inUse()).isZero();
		assertThat(statistics.warm()).isBetween(0L, 4L);
		memories.close();
		assertThat(memories.reservedBytes()).isZero();
	}

	private static void mutate(LinearMemory memory, Random random) {
		if (random.nextInt(3) == 0) {
			memory.grow(random.nextInt(40));
		}
		for (int count = random.nextInt(60); count > 0; count--) {
			long address = random.nextLong(memory.size);
			switch (random.nextInt(3)) {
				case 0 -> slice(memory, address, 1).fill((byte) random.nextInt());
				case 1 -> slice(memory, address, Math.min(memory.size - address, random.nextInt(20_000)))
					.fill((byte) random.nextInt());
				default -> assertThat(slice(memory, address, 1).mismatch(slice(memory, address, 1))).isEqualTo(-1);
			}
		}
	}

	private static byte[] bytes(LinearMemories memories, MemoryTemplate template) {
		try (OwnedMemory memory = memories.allocate(template, 64 * PAGE, GrowthLimiter.NONE)) {
			return bytes(memory.memory());
		}
	}

	private static byte[] bytes(LinearMemory memory) {
		return slice(memory, 0, memory.size).toArray(ValueLayout.JAVA_BYTE);
	}

	private static MemorySegment slice(LinearMemory memory, long address, long length) {
		return MemoryOps.ALL.asSlice(memory.base + address, length);
	}

	private static MemorySegment zeros(long count) {
		return MemorySegment.ofArray(new byte[(int) count]);
	}

	private static ExternalType.Memory type(long pages, long maximumPages) {
		return ExternalType.Memory.of(Limits.between(pages, maximumPages));
	}

	private static byte[] random(int count, long seed) {
		byte[] bytes = new byte[count];
		new Random(seed).nextBytes(bytes);
		return bytes;
	}

	/// @param copied whether the image is copied where it could be mapped
	record Setting(AddressSpace space, long keepBytes, boolean copied) {

		LinearMemories memories(int warm) {
			return new LinearMemories(this.space, new SlotLimits(100, 0, warm, this.keepBytes));
		}

		MemoryTemplate template(LinearMemories memories, byte[] image, long pages, long maximumPages) {
			MemorySegment bytes = Arena.ofAuto().allocateFrom(ValueLayout.JAVA_BYTE, image);
			MemoryImageSource source = this.copied
					? new PortableAddressSpace().image(new ImageBytes(bytes, Optional.empty()))
					: memories.image(new ImageBytes(bytes, Optional.empty()));
			return memories.template(type(pages, maximumPages), PIECES, source);
		}

		@Override
		public String toString() {
			return this.space.getClass().getSimpleName() + ", keeps " + this.keepBytes
					+ (this.copied ? ", copied" : "");
		}

	}

}
