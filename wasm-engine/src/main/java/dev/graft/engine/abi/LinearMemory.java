package dev.graft.engine.abi;

import java.util.Objects;

/// A memory instance: a range of reserved address space of which the first [#size] bytes
/// are accessible.
///
/// The base never moves, so code may keep it in a register; growing changes the size
/// alone. Who reserved the range gives it back after [#close], when no frame can touch it
/// any more.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/runtime.html#memory-instances">Execution,
/// Runtime Structure, "Memory Instances"</a>
public final class LinearMemory {

	/// The size of a page in bytes.
	@EngineSide
	public static final long PAGE_BYTES = 65_536;

	/// Where in [MemoryOps#ALL] the first byte is.
	public final long base;

	/// The size in bytes. Shrinks only in [#close].
	public long size;

	private final long maximumPages;

	private long reservedBytes;

	private final GrowthLimiter limiter;

	/// A memory over reserved address space.
	/// @param base where in [MemoryOps#ALL] the first byte is
	/// @param initialPages the initial size
	/// @param maximumPages the declared maximum, or the largest size that the address
	/// type can have
	/// @param reservedBytes the size of the range at `base`, all of it readable and
	/// writable; growing beyond it fails
	/// @param limiter is asked before the memory grows
	@EngineSide
	public LinearMemory(long base, long initialPages, long maximumPages, long reservedBytes, GrowthLimiter limiter) {
		this.base = base;
		this.size = Math.multiplyExact(initialPages, PAGE_BYTES);
		this.maximumPages = maximumPages;
		this.reservedBytes = reservedBytes;
		this.limiter = limiter;
		Objects.checkFromIndexSize(0, this.size, reservedBytes);
	}

	/// The size in pages.
	@EngineSide
	public long pages() {
		return this.size / PAGE_BYTES;
	}

	/// The size it may never exceed, in pages.
	@EngineSide
	public long maximumPages() {
		return this.maximumPages;
	}

	/// Grows by a number of pages.
	/// @return the old size in pages, or -1 if a limit does not allow it
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/modules.html#growing-memories">Execution,
	/// Modules, "Growing memories"</a>
	@EngineSide
	public long grow(long pages) {
		long oldPages = pages();
		if (pages < 0 || pages > this.maximumPages - oldPages) {
			return -1;
		}
		if (pages > this.reservedBytes / PAGE_BYTES - oldPages) {
			return -1;
		}
		long newSize = (oldPages + pages) * PAGE_BYTES;
		if (pages > 0 && !this.limiter.allows(this.size, newSize)) {
			return -1;
		}
		this.size = newSize;
		return oldPages;
	}

	/// Makes every later access trap, and growing fail.
	@EngineSide
	public void close() {
		this.size = 0;
		this.reservedBytes = 0;
	}

}
