package dev.graft.engine.region;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.Limits;
import dev.graft.engine.abi.AtomicOps;
import dev.graft.engine.abi.GrowthLimiter;
import dev.graft.engine.abi.LinearMemory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// What the isolated region promises. The build runs the tests of memory in each way that
/// there is; only here it makes a difference.
@EnabledIfSystemProperty(named = MemoryRegion.PROPERTY, matches = "isolated",
		disabledReason = "only the isolated region promises this")
class MemoryRegionTests {

	private static final long MEBIBYTE = 1 << 20;

	@Test
	void whatTheProcessAllocatesElsewhereIsOutside() {
		long first = MemoryRegion.SEGMENT.address();
		long last = first + MemoryRegion.SEGMENT.byteSize() - 1;
		try (Arena arena = Arena.ofConfined()) {
			for (long bytes : new long[] { 16, 1 << 12, 1 << 20, 1 << 26 }) {
				assertThat(arena.allocate(bytes).address()).matches((address) -> address < first || address > last);
			}
		}
	}

	@Test
	void rangesAreInsideAndZeroAgainEachTime() throws LibcException {
		for (int round = 0; round < 100; round++) {
			long place = MemoryRegion.map(MEBIBYTE);
			MemorySegment range = MemoryRegion.SEGMENT.asSlice(place, MEBIBYTE);
			assertThat(range.get(ValueLayout.JAVA_BYTE, 4096)).isZero();
			range.set(ValueLayout.JAVA_BYTE, 4096, (byte) 1);
			MemoryRegion.unmap(place, MEBIBYTE);
		}
	}

	@Test
	void nothingBeyondTheRegionCanBeReached() {
		LinearMemory forged = new LinearMemory(Long.MAX_VALUE, ExternalType.Memory.of(Limits.between(1, 1)),
				LinearMemory.PAGE_BYTES, GrowthLimiter.NONE);
		assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> AtomicOps.load32(0, 0, forged));
	}

}
