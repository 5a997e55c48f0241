package dev.graft.engine.abi;

import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SpareArraysTests {

	private final ModuleInstance instance = SampleInstance.withData();

	private long[] take(int length) {
		return SpareArrays.take(length, this.instance);
	}

	@Test
	void takesAgainWhatWasGivenBack() {
		long[] array = take(20);
		SpareArrays.giveBack(array, this.instance);
		assertThat(take(15)).isSameAs(array);
		assertThat(take(15)).isNotSameAs(array);
	}

	@Test
	void isNotContentWithLessThanItNeeds() {
		long[] small = take(20);
		SpareArrays.giveBack(small, this.instance);
		assertThat(take(21)).hasSizeGreaterThan(20);
	}

	@Test
	void givesEachCallAnArrayOfItsOwn() {
		for (int round = 0; round < 3; round++) {
			long[][] arrays = Stream.generate(() -> take(8)).limit(500).toArray(long[][]::new);
			IntStream.range(0, arrays.length).forEach((call) -> arrays[call][0] = call);
			for (int call = arrays.length - 1; call >= 0; call--) {
				assertThat(arrays[call][0]).isEqualTo(call);
				SpareArrays.giveBack(arrays[call], this.instance);
			}
		}
	}

	@Test
	void keepsNothingThatIsLongerThanAnybodyNeeds() {
		long[] array = take(1_001);
		SpareArrays.giveBack(array, this.instance);
		assertThat(take(1_001)).isNotSameAs(array);
	}

	@Test
	void areGoneWhenTheInstanceIsReset() {
		long[] array = take(20);
		SpareArrays.giveBack(array, this.instance);
		this.instance.restore();
		assertThat(take(20)).isNotSameAs(array);
	}

}
