package dev.graft.engine.abi;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;

import dev.graft.artifact.type.ExternalType;
import org.jspecify.annotations.Nullable;

/// A memory instance: a range of reserved address space of which the first [#size] bytes
/// are accessible.
///
/// The base never moves, so code may keep it in a register; growing changes the size
/// alone. Who reserved the range gives it back after [#close], when no frame can touch it
/// any more.
///
/// A shared memory may be used and grown by several threads at a time. Code reads its
/// size like any other field, which is enough: a thread that has been told by an atomic
/// instruction that the memory has grown sees the new size, and no thread that has not
/// been told may rely on it.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/runtime.html#memory-instances">Execution,
/// Runtime Structure, "Memory Instances"</a>
public final class LinearMemory {

	/// The size of a usual page in bytes.
	@EngineSide
	public static final long PAGE_BYTES = 65_536;

	private static final VarHandle SIZE = sizeHandle();

	/// Where in [MemoryOps#ALL] the first byte is.
	public final long base;

	/// The size in bytes. Shrinks only while no code runs: in [#shrink] and [#close].
	public long size;

	private final int pageSizeLog2;

	private final long maximumPages;

	private long reservedBytes;

	private long leastBytes;

	private final GrowthLimiter limiter;

	private final @Nullable ParkingLot parkingLot;

	/// A memory over reserved address space.
	/// @param base where in [MemoryOps#ALL] the first byte is
	/// @param type its type; its minimum is the initial size
	/// @param reservedBytes the size of the range at `base`, all of it readable and
	/// writable; growing beyond it fails
	/// @param limiter is asked before the memory grows; by any thread, but one at a time
	@EngineSide
	public LinearMemory(long base, ExternalType.Memory type, long reservedBytes, GrowthLimiter limiter) {
		this.base = base;
		this.size = type.minimumBytes();
		this.pageSizeLog2 = type.pageSizeLog2();
		this.maximumPages = type.maximumPages();
		this.reservedBytes = reservedBytes;
		this.limiter = limiter;
		this.parkingLot = type.shared() ? new ParkingLot() : null;
		Objects.checkFromIndexSize(0, this.size, reservedBytes);
	}

	/// The size in pages.
	@EngineSide
	public long pages() {
		return currentSize() >>> this.pageSizeLog2;
	}

	/// The size in bytes: of a shared memory, the most recent one.
	@EngineSide
	public long currentSize() {
		return isShared() ? (long) SIZE.getVolatile(this) : this.size;
	}

	/// The size it may never exceed, in pages.
	@EngineSide
	public long maximumPages() {
		return this.maximumPages;
	}

	/// Whether threads share it.
	@EngineSide
	public boolean isShared() {
		return this.parkingLot != null;
	}

	/// Where threads wait for each other; null if the memory is not shared.
	@Nullable ParkingLot parkingLot() {
		return this.parkingLot;
	}

	/// Grows by a number of pages.
	/// @param pages how many, unsigned
	/// @return the old size in pages, or -1 if a limit does not allow it
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/modules.html#growing-memories">Execution,
	/// Modules, "Growing memories"</a>
	@EngineSide
	public long grow(long pages) {
		if (!isShared()) {
			return growHere(pages);
		}
		synchronized (this) {
			return growHere(pages);
		}
	}

	private long growHere(long pages) {
		long oldPages = pages();
		if (pages < 0 || pages > this.maximumPages - oldPages) {
			return -1;
		}
		if (pages > (this.reservedBytes >>> this.pageSizeLog2) - oldPages) {
			return -1;
		}
		long newSize = (oldPages + pages) << this.pageSizeLog2;
		if (pages > 0 && !this.limiter.allows(this.size, newSize)) {
			return -1;
		}
		SIZE.setVolatile(this, newSize);
		return oldPages;
	}

	/// Promises never to become smaller than a module that imports it has declared, whose
	/// code does not check what lies below.
	/// @return whether it is that large
	@EngineSide
	public synchronized boolean keep(long bytes) {
		if (Long.compareUnsigned(currentSize(), bytes) < 0) {
			return false;
		}
		this.leastBytes = Math.max(this.leastBytes, bytes);
		return true;
	}

	/// Gives it a smaller size, but none below what it has promised; whoever calls has
	/// seen to what it holds. No frame that can touch it may be active.
	@EngineSide
	public synchronized void shrink(long bytes) {
		long least = Math.max(bytes, this.leastBytes);
		if (least != this.size) {
			this.limiter.allows(this.size, least);
			SIZE.setVolatile(this, least);
		}
	}

	/// Makes every later access trap, and growing fail.
	/// @return the size that it had
	@EngineSide
	public synchronized long close() {
		long last = (long) SIZE.getAndSet(this, 0L);
		this.reservedBytes = 0;
		return last;
	}

	private static VarHandle sizeHandle() {
		try {
			return MethodHandles.lookup().findVarHandle(LinearMemory.class, "size", long.class);
		}
		catch (ReflectiveOperationException impossible) {
			throw new ExceptionInInitializerError(impossible);
		}
	}

}
