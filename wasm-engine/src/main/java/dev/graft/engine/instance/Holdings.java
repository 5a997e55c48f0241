package dev.graft.engine.instance;

import java.util.ArrayList;
import java.util.List;

import dev.graft.engine.limits.Budget;
import dev.graft.engine.memory.LinearMemories;
import dev.graft.engine.memory.OwnedMemory;

/// What has to be given back when a store is closed, or is garbage. Refers to nothing that
/// refers to the store.
final class Holdings {

	private final Budget budget;

	private final LinearMemories allocator;

	private final List<OwnedMemory> memories = new ArrayList<>(1);

	Holdings(Budget budget, LinearMemories allocator) {
		this.budget = budget;
		this.allocator = allocator;
	}

	Budget budget() {
		return this.budget;
	}

	LinearMemories allocator() {
		return this.allocator;
	}

	void add(OwnedMemory memory) {
		this.memories.add(memory);
	}

	void share(OwnedMemory memory) {
		if (this.memories.contains(memory)) {
			return;
		}
		if (!memory.share()) {
			throw new IllegalStateException("the shared memory has been closed");
		}
		this.memories.add(memory);
	}

	void close() {
		for (OwnedMemory memory : this.memories) {
			memory.close();
		}
		this.memories.clear();
		this.budget.close();
	}

}
