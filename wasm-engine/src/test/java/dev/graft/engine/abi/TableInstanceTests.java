package dev.graft.engine.abi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// A table behaves like a list, whatever it does to take less room than one.
class TableInstanceTests {

	private static final int FUNCTIONS = 50;

	private static final long MAXIMUM = 6_000;

	private final Random random = new Random();

	private final SampleInstance instance = SampleInstance
		.withElements(IntStream.range(0, 1000).map((index) -> index % 7 == 0 ? -1 : index % FUNCTIONS).toArray());

	@ParameterizedTest
	@CsvSource({ "0, 40", "1, 40", "2, 40", "3, 1000", "4, 1000", "5, 1000", "6, 5000", "7, 5000", "8, 5000",
			"9, 5000" })
	void behavesLikeAListOfReferences(long seed, int size) {
		this.random.setSeed(seed);
		Both table = new Both(size, null);
		Both other = new Both(500, "x");
		for (int round = 0; round < 30; round++) {
			instantiate(table);
			for (int step = this.random.nextInt(60); step > 0; step--) {
				change(table, other);
				table.check(this.random.nextInt(table.list.size()));
			}
			if (this.random.nextBoolean()) {
				table.checkAll();
			}
			table.reset();
		}
	}

	private static FunctionIndices segment(SampleInstance instance) {
		return Objects.requireNonNull(instance.functionIndices(0));
	}

	/// What the segments of a module do, always the same way.
	private void instantiate(Both table) {
		table.initialise(3, 0, 30, this.instance);
		table.initialise(20, 11, 7, this.instance);
		table.table.endInitialisation();
	}

	private void change(Both table, Both other) {
		int size = table.list.size();
		int at = this.random.nextInt(size);
		int count = this.random.nextInt(Math.min(size - at, this.random.nextBoolean() ? 5 : 900) + 1);
		switch (this.random.nextInt(20)) {
			case 0 -> table.grow(this.random.nextInt(3), null);
			case 1 -> table.grow(this.random.nextInt(30), "new");
			case 2 -> table.fill(at, count, null);
			case 3 -> table.fill(at, count, "filled");
			case 4 -> table.fill(0, size, this.random.nextBoolean() ? "all" : null);
			case 5 -> table.initialise(at, this.random.nextInt(100), count, this.instance);
			case 6 -> table.copy(this.random.nextInt(size - count + 1), table, at, count);
			case 7 -> table.copy(at, other, this.random.nextInt(500 - Math.min(count, 500) + 1), Math.min(count, 500));
			case 8 -> other.copy(this.random.nextInt(500 - Math.min(count, 500) + 1), table, at, Math.min(count, 500));
			case 9, 10 -> table.set(at, null);
			case 11, 12 -> table.set(at, "element " + at);
			default -> table.check(at);
		}
	}

	@Test
	void aFunctionIsKnownOnlyOnceThereIsAnArray() {
		TableInstance table = new TableInstance(64_000, 64_000, null, GrowthLimiter.NONE);
		table.initialise(0, 0, 1000, segment(this.instance), this.instance);
		for (int use = 0; use < 1000; use++) {
			assertThat(table.get(1)).isSameAs(this.instance.functionReference(1));
			assertThat(table.known(1)).isNull();
		}
		assertThat(table.get(1)).isNotNull();
		assertThat(table.known(1)).isSameAs(this.instance.functionReference(1));
		assertThat(table.known(0)).isNull();
		assertThat(table.known(64_000)).isNull();
		assertThat(table.known(-1)).isNull();
	}

	/// A table, and a list of what is to be in it.
	private static final class Both {

		private final TableInstance table;

		private final int initialSize;

		private final @Nullable Object initial;

		private final List<@Nullable Object> list;

		Both(int size, @Nullable Object initial) {
			this.table = new TableInstance(size, MAXIMUM, initial, GrowthLimiter.NONE);
			this.initialSize = size;
			this.initial = initial;
			this.list = new ArrayList<@Nullable Object>();
			this.list.addAll(Collections.nCopies(size, initial));
		}

		void reset() {
			this.table.reset();
			this.list.clear();
			this.list.addAll(Collections.nCopies(this.initialSize, this.initial));
		}

		void set(int index, @Nullable Object element) {
			this.table.set(index, element);
			this.list.set(index, element);
		}

		void fill(int start, int count, @Nullable Object element) {
			this.table.fill(start, count, element);
			Collections.fill(this.list.subList(start, start + count), element);
		}

		void grow(int count, @Nullable Object element) {
			boolean fits = this.list.size() + count <= MAXIMUM;
			assertThat(this.table.grow(count, element)).isEqualTo(fits ? this.list.size() : -1);
			if (fits) {
				this.list.addAll(Collections.nCopies(count, element));
			}
		}

		void initialise(int start, int segmentStart, int most, SampleInstance instance) {
			int count = Math.min(most, segment(instance).count() - segmentStart);
			this.table.initialise(start, segmentStart, count, segment(instance), instance);
			for (int index = 0; index < count; index++) {
				int function = segment(instance).at(segmentStart + index);
				this.list.set(start + index, function < 0 ? null : instance.functionReference(function));
			}
		}

		void copy(int start, Both source, int sourceStart, int count) {
			this.table.copy(start, source.table, sourceStart, count);
			@Nullable Object[] copied = source.list.subList(sourceStart, sourceStart + count).toArray();
			Collections.copy(this.list.subList(start, start + count), Arrays.asList(copied));
		}

		void check(int index) {
			assertThat(this.table.size()).isEqualTo(this.list.size());
			assertThat(this.table.get(index)).isSameAs(this.list.get(index));
			FunctionReference known = this.table.known(index);
			assertThat(known == null || known == this.list.get(index)).isTrue();
		}

		void checkAll() {
			for (int index = 0; index < this.list.size(); index++) {
				if (!Objects.equals(this.table.get(index), this.list.get(index))) {
					check(index);
				}
			}
		}

	}

}
