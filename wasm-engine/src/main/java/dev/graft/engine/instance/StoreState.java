package dev.graft.engine.instance;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;

import dev.graft.engine.abi.ExecutionContext;
import dev.graft.engine.abi.ModuleInstance;
import dev.graft.engine.limits.Budget;
import dev.graft.engine.memory.LinearMemories;
import dev.graft.engine.memory.OwnedMemory;
import org.jspecify.annotations.Nullable;

/// What all instances of a store share. Belongs to the store's thread.
public final class StoreState {

	private final ExecutionContext context = new ExecutionContext();

	private final ModuleInstance host = new HostInstance(this.context);

	private final List<OwnedMemory> memories = new ArrayList<>();

	private @Nullable Arena arena;

	private final Budget budget;

	private final LinearMemories allocator;

	/// The state of an empty store.
	/// @param budget what its instances may take
	/// @param allocator where memories come from
	public StoreState(Budget budget, LinearMemories allocator) {
		this.budget = budget;
		this.allocator = allocator;
	}

	/// The execution context.
	public ExecutionContext context() {
		return this.context;
	}

	/// Stands for the host where a caller is expected.
	public ModuleInstance host() {
		return this.host;
	}

	/// What its instances may take.
	public Budget budget() {
		return this.budget;
	}

	LinearMemories allocator() {
		return this.allocator;
	}

	void add(OwnedMemory memory) {
		this.memories.add(memory);
	}

	/// Keeps a shared memory for as long as the store is open.
	/// @throws IllegalStateException if the memory has been closed
	public void share(OwnedMemory memory) {
		if (this.memories.contains(memory)) {
			return;
		}
		if (!memory.share()) {
			throw new IllegalStateException("the shared memory has been closed");
		}
		this.memories.add(memory);
	}

	/// How long views of memories live: as long as the store.
	public Arena arena() {
		Arena arena = this.arena;
		if (arena == null) {
			arena = Arena.ofShared();
			this.arena = arena;
		}
		return arena;
	}

	/// Frees the memories. No call may be running.
	public void close() {
		if (this.arena != null) {
			this.arena.close();
		}
		this.memories.forEach(OwnedMemory::close);
		this.memories.clear();
		this.budget.close();
	}

}
