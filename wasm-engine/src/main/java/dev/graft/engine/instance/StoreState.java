package dev.graft.engine.instance;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.function.Consumer;

import dev.graft.engine.abi.ExecutionContext;
import dev.graft.engine.abi.ModuleInstance;
import dev.graft.engine.limits.Budget;
import dev.graft.engine.memory.LinearMemories;
import dev.graft.engine.memory.OwnedMemory;
import org.jspecify.annotations.Nullable;

/// What all instances of a store share. Belongs to the store's thread.
public final class StoreState {

	private final ExecutionContext context = new ExecutionContext();

	private final Holdings holdings;

	private final OpenStores.Entry entry;

	private @Nullable ModuleInstance host;

	private @Nullable Arena arena;

	/// The state of an empty store.
	/// @param budget what its instances may take
	/// @param allocator where memories come from
	public StoreState(Budget budget, LinearMemories allocator) {
		this.holdings = new Holdings(budget, allocator);
		this.entry = OpenStores.add(this.context, this.holdings);
	}

	/// The execution context.
	public ExecutionContext context() {
		return this.context;
	}

	/// Stands for the host where a caller is expected.
	public ModuleInstance host() {
		ModuleInstance host = this.host;
		if (host == null) {
			host = new HostInstance(this.context);
			this.host = host;
		}
		return host;
	}

	/// What its instances may take.
	public Budget budget() {
		return this.holdings.budget();
	}

	LinearMemories allocator() {
		return this.holdings.allocator();
	}

	void add(OwnedMemory memory) {
		this.holdings.add(memory);
	}

	/// Keeps a shared memory for as long as the store is open.
	/// @throws IllegalStateException if the memory has been closed
	public void share(OwnedMemory memory) {
		this.holdings.share(memory);
	}

	/// How long views of memories live: as long as the store, which they keep alive.
	public Arena arena() {
		Arena arena = this.arena;
		if (arena == null) {
			arena = Arena.ofShared();
			MemorySegment.NULL.reinterpret(arena, new KeepsAlive(this.context));
			this.arena = arena;
		}
		return arena;
	}

	/// Frees the memories. No call may be running.
	public void close() {
		if (this.arena != null) {
			this.arena.close();
		}
		this.entry.close();
	}

	/// What an arena does when it is closed: nothing, but it refers to the store until
	/// then.
	private record KeepsAlive(ExecutionContext context) implements Consumer<MemorySegment> {

		@Override
		public void accept(MemorySegment view) {
			// Views are gone with the arena.
		}

	}

}
