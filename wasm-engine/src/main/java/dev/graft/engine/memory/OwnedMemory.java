package dev.graft.engine.memory;

import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicInteger;

import dev.graft.engine.abi.LinearMemory;

/// A linear memory together with the address space that it lives in.
///
/// It has one owner to begin with. A shared memory has as many as share it, and goes with
/// the last one. Thread-safe.
public final class OwnedMemory implements AutoCloseable {

	private final LinearMemory memory;

	private final Cleaner.Cleanable release;

	private final AtomicInteger owners = new AtomicInteger(1);

	OwnedMemory(LinearMemory memory, Cleaner.Cleanable release) {
		this.memory = memory;
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

	/// Takes an owner away and, if it was the last one, gives the address space back. No
	/// frame that can touch the memory may be active then; code that gets hold of the
	/// memory later traps. Closing a memory that nobody owns does nothing.
	@Override
	public void close() {
		if (this.owners.getAndUpdate((count) -> Math.max(0, count - 1)) == 1) {
			this.memory.close();
			this.release.clean();
		}
	}

}
