package dev.graft.engine.memory;

import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicInteger;

import dev.graft.engine.abi.LinearMemory;
import org.jspecify.annotations.Nullable;

/// A linear memory together with the slot that it lives in.
///
/// It has one owner to begin with. A shared memory has as many as share it, and goes with
/// the last one, or when it is garbage. Thread-safe, except for [#reset].
public final class OwnedMemory implements AutoCloseable {

	private final LinearMemory memory;

	private final Slot slot;

	private final MemoryTemplate template;

	private final SlotPool pool;

	private final Cleaner.@Nullable Cleanable release;

	private final AtomicInteger owners = new AtomicInteger(1);

	/// @param release what frees a shared memory, null for one that has only one owner
	OwnedMemory(LinearMemory memory, Slot slot, MemoryTemplate template, SlotPool pool,
			Cleaner.@Nullable Cleanable release) {
		this.memory = memory;
		this.slot = slot;
		this.template = template;
		this.pool = pool;
		this.release = release;
	}

	/// The memory.
	public LinearMemory memory() {
		return this.memory;
	}

	/// Adds an owner, who has to [#close] as well.
	/// @return whether that was possible: a memory that nobody owns any more is gone
	public boolean share() {
		return this.owners.getAndUpdate((count) -> (count > 0) ? count + 1 : 0) > 0;
	}

	/// Makes the memory again what it was in the beginning, its size included, unless it
	/// has promised a larger one. No frame that can touch it may be active, unless
	/// threads share it: such a memory keeps its size, as code may be running that has
	/// checked its addresses.
	public void reset() {
		this.slot.reset(this.memory.currentSize(), this.pool.keepBytes());
		if (!this.memory.isShared()) {
			this.memory.shrink(this.template.type().minimumBytes());
		}
	}

	/// Takes an owner away and, if it was the last one, gives the slot back. No frame
	/// that can touch the memory may be active then; code that gets hold of the memory
	/// later traps. Closing a memory that nobody owns does nothing.
	@Override
	public void close() {
		if (this.owners.getAndUpdate((count) -> Math.max(0, count - 1)) == 1) {
			long usedBytes = this.memory.close();
			if (this.release != null) {
				this.release.clean();
			}
			else {
				this.pool.give(this.slot, this.template, usedBytes);
			}
		}
	}

}
