package dev.graft.engine.memory;

import java.lang.ref.Cleaner;

import dev.graft.engine.abi.LinearMemory;

/// A linear memory together with the address space that it lives in.
public final class OwnedMemory implements AutoCloseable {

	private final LinearMemory memory;

	private final Cleaner.Cleanable release;

	OwnedMemory(LinearMemory memory, Cleaner.Cleanable release) {
		this.memory = memory;
		this.release = release;
	}

	/// The memory.
	public LinearMemory memory() {
		return this.memory;
	}

	/// Gives the address space back. No frame that can touch the memory may be active;
	/// code that gets hold of the memory later traps. Closing again does nothing.
	@Override
	public void close() {
		this.memory.close();
		this.release.clean();
	}

}
