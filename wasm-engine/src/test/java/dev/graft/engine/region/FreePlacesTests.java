package dev.graft.engine.region;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FreePlacesTests {

	private static final long SIZE = 1000;

	private final FreePlaces free = new FreePlaces(SIZE);

	@Test
	void takesTheLowestRangeThatIsLargeEnough() {
		assertThat(this.free.take(100)).hasValue(0);
		assertThat(this.free.take(200)).hasValue(100);
		assertThat(this.free.take(100)).hasValue(300);
		this.free.give(0, 100);
		this.free.give(300, 100);
		assertThat(this.free.take(150)).hasValue(300);
		assertThat(this.free.take(100)).hasValue(0);
	}

	@Test
	void joinsNeighboursSoThatEverythingCanBeTakenAgainAtOnce() {
		for (int start = 0; start < SIZE; start += 100) {
			assertThat(this.free.take(100)).hasValue(start);
		}
		assertThat(this.free.take(1)).isEmpty();
		for (int start : new int[] { 500, 300, 400, 0, 900, 100, 800, 200, 700, 600 }) {
			this.free.give(start, 100);
		}
		assertThat(this.free.take(SIZE)).hasValue(0);
	}

	@Test
	void neverGivesTheSamePlaceToTwo() {
		Random random = new Random(5);
		Map<Long, Long> taken = new HashMap<>();
		boolean[] used = new boolean[(int) SIZE];
		for (int round = 0; round < 20_000; round++) {
			long bytes = 1L + random.nextInt(40);
			if (random.nextBoolean()) {
				this.free.take(bytes).ifPresent((start) -> {
					mark(used, start, bytes, true);
					taken.put(start, bytes);
				});
			}
			else if (!taken.isEmpty()) {
				Map.Entry<Long, Long> range = taken.entrySet().iterator().next();
				long start = range.getKey();
				long size = range.getValue();
				taken.remove(start);
				mark(used, start, size, false);
				this.free.give(start, size);
			}
		}
		taken.forEach(this.free::give);
		assertThat(this.free.take(SIZE)).hasValue(0);
	}

	private static void mark(boolean[] used, long start, long bytes, boolean mark) {
		for (long place = start; place < start + bytes; place++) {
			assertThat(used[(int) place]).isNotEqualTo(mark);
			used[(int) place] = mark;
		}
	}

}
