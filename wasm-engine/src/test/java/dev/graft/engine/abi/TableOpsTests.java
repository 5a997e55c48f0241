package dev.graft.engine.abi;

import java.util.stream.IntStream;

import dev.graft.engine.trap.TrapCode;
import org.junit.jupiter.api.Test;

import static dev.graft.engine.abi.Samples.expectTrap;
import static org.assertj.core.api.Assertions.assertThat;

class TableOpsTests {

	private final TableInstance table = new TableInstance(10, 20, null, GrowthLimiter.NONE);

	@Test
	void readsWhatWasWrittenAndTrapsOutside() {
		TableOps.set(9, "nine", this.table);
		assertThat(TableOps.get(9, this.table)).isEqualTo("nine");
		assertThat(TableOps.get(0, this.table)).isNull();
		assertThat(TableOps.size(this.table)).isEqualTo(10);
		expectTrap(TrapCode.TABLE_OUT_OF_BOUNDS, () -> TableOps.get(10, this.table));
		expectTrap(TrapCode.TABLE_OUT_OF_BOUNDS, () -> TableOps.get(-1, this.table));
		expectTrap(TrapCode.TABLE_OUT_OF_BOUNDS, () -> TableOps.set(10, null, this.table));
	}

	@Test
	void growsUpToTheMaximum() {
		TableOps.set(0, "first", this.table);
		assertThat(TableOps.grow("new", 3, this.table)).isEqualTo(10);
		assertThat(TableOps.size(this.table)).isEqualTo(13);
		assertThat(TableOps.get(0, this.table)).isEqualTo("first");
		assertThat(TableOps.get(10, this.table)).isEqualTo("new");
		assertThat(TableOps.get(12, this.table)).isEqualTo("new");
		assertThat(TableOps.grow(null, 8, this.table)).isEqualTo(-1);
		assertThat(TableOps.grow(null, -1, this.table)).isEqualTo(-1);
		assertThat(TableOps.grow(null, 7, this.table)).isEqualTo(13);
		assertThat(TableOps.get(19, this.table)).isNull();
		assertThat(TableOps.grow(null, 0, this.table)).isEqualTo(20);
	}

	@Test
	void growsOnlyIfTheLimiterAgrees() {
		TableInstance limited = new TableInstance(1, 1_000_000, null, (current, desired) -> desired <= 100);
		assertThat(TableOps.grow(null, 100, limited)).isEqualTo(-1);
		assertThat(TableOps.grow(null, 99, limited)).isEqualTo(1);
	}

	@Test
	void failsToGrowBeyondWhatTheHostCanAllocate() {
		TableInstance unlimited = new TableInstance(0, 0xFFFF_FFFFL, null, GrowthLimiter.NONE);
		assertThat(TableOps.grow(null, -1, unlimited)).isEqualTo(-1);
		assertThat(TableOps.size(unlimited)).isZero();
	}

	@Test
	void copiesOverlappingRangesInBothDirections() {
		fillWithNumbers();
		TableOps.copy(1, 0, 5, this.table, this.table);
		assertThat(numbers()).containsExactly(0, 0, 1, 2, 3, 4, 6, 7, 8, 9);
		TableOps.copy(0, 1, 9, this.table, this.table);
		assertThat(numbers()).containsExactly(0, 1, 2, 3, 4, 6, 7, 8, 9, 9);
	}

	@Test
	void bulkOperationsTrapBeforeTheyWriteAnything() {
		fillWithNumbers();
		expectTrap(TrapCode.TABLE_OUT_OF_BOUNDS, () -> TableOps.fill(8, null, 3, this.table));
		expectTrap(TrapCode.TABLE_OUT_OF_BOUNDS, () -> TableOps.fill(11, null, 0, this.table));
		expectTrap(TrapCode.TABLE_OUT_OF_BOUNDS, () -> TableOps.copy(0, 8, 3, this.table, this.table));
		expectTrap(TrapCode.TABLE_OUT_OF_BOUNDS, () -> TableOps.copy(8, 0, 3, this.table, this.table));
		expectTrap(TrapCode.TABLE_OUT_OF_BOUNDS, () -> TableOps.copy(0, 0, -1, this.table, this.table));
		SampleInstance instance = SampleInstance.withElements(1, 2, 3);
		expectTrap(TrapCode.TABLE_OUT_OF_BOUNDS, () -> TableOps.init(8, 0, 3, this.table, 0, instance));
		expectTrap(TrapCode.TABLE_OUT_OF_BOUNDS, () -> TableOps.init(0, 1, 3, this.table, 0, instance));
		assertThat(numbers()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
		TableOps.fill(10, null, 0, this.table);
		TableOps.copy(10, 10, 0, this.table, this.table);
	}

	@Test
	void initializesWithFunctionsThatComeIntoBeingWhenTheyAreRead() {
		SampleInstance instance = SampleInstance.withElements(5, -1, 7, 0);
		TableOps.init(2, 0, 4, this.table, 0, instance);
		assertThat(TableOps.get(1, this.table)).isNull();
		assertThat(TableOps.get(2, this.table)).isSameAs(instance.functionReference(5));
		assertThat(TableOps.get(3, this.table)).isNull();
		assertThat(TableOps.get(4, this.table)).isSameAs(instance.functionReference(7));
		assertThat(TableOps.get(5, this.table)).isSameAs(instance.imports[0]);
		assertThat(TableOps.get(6, this.table)).isNull();
	}

	@Test
	void functionsThatNobodyHasReadYetCanBeCopiedToAnotherTable() {
		SampleInstance instance = SampleInstance.withElements(5, -1, 7);
		TableInstance other = new TableInstance(5, 5, null, GrowthLimiter.NONE);
		TableOps.init(2, 1, 2, this.table, 0, instance);
		TableOps.copy(0, 2, 2, other, this.table);
		TableOps.copy(5, 2, 2, this.table, this.table);
		assertThat(TableOps.get(0, other)).isNull();
		assertThat(TableOps.get(1, other)).isSameAs(instance.functionReference(7));
		assertThat(TableOps.get(6, this.table)).isSameAs(instance.functionReference(7));
	}

	@Test
	void initializesWithComputedItems() {
		SampleInstance instance = SampleInstance.withComputedElements("a", "b", "c");
		TableOps.init(0, 1, 2, this.table, 0, instance);
		assertThat(TableOps.get(0, this.table)).isEqualTo("b");
		assertThat(TableOps.get(1, this.table)).isEqualTo("c");
	}

	@Test
	void aDroppedSegmentIsEmpty() {
		for (SampleInstance instance : new SampleInstance[] { SampleInstance.withElements(1, 2),
				SampleInstance.withComputedElements("a", "b") }) {
			TableOps.init(0, 0, 2, this.table, 0, instance);
			ReferenceOps.dropElements(0, instance);
			expectTrap(TrapCode.TABLE_OUT_OF_BOUNDS, () -> TableOps.init(0, 0, 1, this.table, 0, instance));
			TableOps.init(10, 0, 0, this.table, 0, instance);
			expectTrap(TrapCode.TABLE_OUT_OF_BOUNDS, () -> TableOps.init(0, 1, 0, this.table, 0, instance));
		}
	}

	@Test
	void findsTheCalleeOrSaysWhatIsWrong() {
		SampleInstance instance = SampleInstance.withElements(5);
		TableOps.init(2, 0, 1, this.table, 0, instance);
		CallTarget target = TableOps.target(2, this.table, instance, 0, 10, 0);
		assertThat(((SampleInstance.Target) target).call(instance)).isEqualTo(5);
		assertThat(TableOps.target(2, this.table, instance, 0, 10, 0)).isSameAs(target);
		expectTrap(TrapCode.INDIRECT_CALL_TYPE_MISMATCH, () -> TableOps.target(2, this.table, instance, 5, 10, 1));
		expectTrap(TrapCode.UNINITIALIZED_ELEMENT, () -> TableOps.target(3, this.table, instance, 0, 10, 0));
		expectTrap(TrapCode.UNDEFINED_ELEMENT, () -> TableOps.target(10, this.table, instance, 0, 10, 0));
		expectTrap(TrapCode.UNDEFINED_ELEMENT, () -> TableOps.target(-1, this.table, instance, 0, 10, 0));
	}

	@Test
	void functionsOfOthersAreCalledByTheirHandles() {
		SampleInstance owner = SampleInstance.withElements(5);
		SampleInstance caller = SampleInstance.withElements();
		TableOps.init(2, 0, 1, this.table, 0, owner);
		CallTarget target = TableOps.target(2, this.table, caller, 0, 10, 0);
		assertThat(((SampleInstance.Target) target).call(caller)).isEqualTo(5);
		assertThat(TableOps.target(2, this.table, caller, 0, 10, 0)).isSameAs(target);
		assertThat(TableOps.target(2, this.table, owner, 0, 10, 0)).isNotSameAs(target);
	}

	@Test
	void aReferenceIsCalledUnlessItIsNull() {
		SampleInstance instance = SampleInstance.withElements();
		CallTarget target = CallOps.target(instance.functionReference(7), instance);
		assertThat(((SampleInstance.Target) target).call(instance)).isEqualTo(7);
		expectTrap(TrapCode.NULL_REFERENCE, () -> CallOps.target(null, instance));
	}

	@Test
	void thereIsOneReferenceForEachFunction() {
		SampleInstance instance = SampleInstance.withElements();
		FunctionReference reference = instance.functionReference(99);
		assertThat(instance.functionReference(99)).isSameAs(reference);
		assertThat(instance.functionReference(98)).isNotSameAs(reference);
		assertThat(reference.owner).isSameAs(instance);
		assertThat(reference.dispatchSlot).isEqualTo(98);
		assertThat(reference.type).isSameAs(SampleInstance.TYPE);
		assertThat(instance.functionReference(0)).isSameAs(instance.imports[0]);
	}

	private void fillWithNumbers() {
		for (int index = 0; index < 10; index++) {
			TableOps.set(index, index, this.table);
		}
	}

	private Integer[] numbers() {
		return IntStream.range(0, 10)
			.mapToObj((index) -> (Integer) TableOps.get(index, this.table))
			.toArray(Integer[]::new);
	}

}
