package dev.graft.engine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

import dev.graft.artifact.type.ExternalType;
import dev.graft.engine.abi.AtomicOps;
import dev.graft.engine.abi.LinearMemory;
import dev.graft.engine.abi.Memory64Ops;
import dev.graft.engine.abi.MemoryOps;
import dev.graft.engine.abi.TrapException;
import dev.graft.engine.instance.Allocation;
import dev.graft.engine.instance.OverrunException;
import dev.graft.engine.link.ExternalInstance;
import dev.graft.engine.memory.OwnedMemory;
import dev.graft.engine.trap.TrapCode;

/// A memory that belongs to no store: any number of stores, each used by a thread of its
/// own, can import it at the same time. What one of them writes, and that it grows, all
/// the others see.
///
/// ```java
/// try (SharedMemory memory = SharedMemory.create(engine, type)) {
///     linker.define("env", "memory", memory).freeze();
///     InstancePre worker = linker.instantiatePre(module);
///     // every thread: Store.create(engine), worker.instantiate(store), …
/// }
/// ```
///
/// The memory is freed when this object and all stores that use it have been closed, or
/// are garbage. Closing the object is no more than saying that the host itself has no
/// further use for it.
///
/// Thread-safe. The methods here are sequentially consistent like the guest's atomic
/// instructions, except for those that copy bytes; addresses of the former have to be
/// multiples of the width. For plain access from within a store there is [#in(Store)].
///
/// @see <a
/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md#shared-linear-memory">Threads,
/// "Shared Linear Memory"</a>
public final class SharedMemory implements AutoCloseable {

	private final Engine engine;

	private final OwnedMemory owned;

	private final ExternalType.Memory declared;

	private volatile boolean closed;

	private SharedMemory(Engine engine, OwnedMemory owned, ExternalType.Memory declared) {
		this.engine = engine;
		this.owned = owned;
		this.declared = declared;
	}

	/// A new memory, filled with zeros. It may grow up to what the engine's store limits
	/// allow for a memory.
	/// @param type a shared type, which has a maximum
	/// @throws IllegalArgumentException if the type is not shared
	/// @throws LimitExceededException if the minimum is above the limit
	public static SharedMemory create(Engine engine, ExternalType.Memory type) {
		return create(engine, type, engine.config().storeLimits().memoryBytes());
	}

	/// A new memory, filled with zeros, with a limit of its own.
	/// @param type a shared type, which has a maximum
	/// @param limitBytes the size that it may grow to at most, whatever its maximum
	/// @throws IllegalArgumentException if the type is not shared
	/// @throws LimitExceededException if the minimum is above the limit
	public static SharedMemory create(Engine engine, ExternalType.Memory type, long limitBytes) {
		engine.checkOpen();
		if (!type.shared() || type.limits().maximum().isEmpty()) {
			throw new IllegalArgumentException(
					"a shared memory needs a shared type with a maximum, not " + new ExternType.Memory(type));
		}
		try {
			return new SharedMemory(engine, Allocation.sharedMemory(engine.memories(), type, limitBytes), type);
		}
		catch (OverrunException exceeded) {
			throw LimitExceededException.of("a shared memory", exceeded);
		}
	}

	/// A further handle on a memory that a store shares.
	static SharedMemory of(Engine engine, OwnedMemory owned, ExternalType.Memory declared) {
		if (!owned.share()) {
			throw new IllegalStateException("the shared memory has been closed");
		}
		return new SharedMemory(engine, owned, declared);
	}

	/// The engine.
	public Engine engine() {
		return this.engine;
	}

	/// Its type; the minimum is its current size.
	public ExternalType.Memory type() {
		return external().type();
	}

	/// The memory as a store sees it, which keeps it from now on.
	/// @throws IllegalStateException if this memory has been closed
	public Memory in(Store store) {
		int token = store.ownership().hold();
		try {
			checkOpen();
			store.state().share(this.owned);
			return new Memory(store, external());
		}
		finally {
			store.ownership().release(token);
		}
	}

	/// Its current size in pages.
	public long pages() {
		return memory().pages();
	}

	/// The size of one of its pages in bytes.
	public long pageBytes() {
		return 1L << this.declared.pageSizeLog2();
	}

	/// Its current size in bytes.
	public long sizeBytes() {
		return memory().currentSize();
	}

	/// Grows it, for everybody.
	/// @param pages by how many pages
	/// @return the old size in pages, or -1 if a limit does not allow it
	public long grow(long pages) {
		return memory().grow(pages);
	}

	/// A copy of the bytes from an address on.
	public byte[] read(long address, int length) {
		byte[] bytes = new byte[length];
		read(address, bytes, 0, length);
		return bytes;
	}

	/// Copies bytes into an array.
	public void read(long address, byte[] target, int offset, int length) {
		access((memory) -> {
			MemorySegment.copy(MemoryOps.ALL, ValueLayout.JAVA_BYTE, at(memory, address, length), target, offset,
					length);
			return 0;
		});
	}

	/// Sets bytes from an address on.
	public void write(long address, byte[] source) {
		write(address, source, 0, source.length);
	}

	/// Sets bytes from a part of an array.
	public void write(long address, byte[] source, int offset, int length) {
		access((memory) -> {
			MemorySegment.copy(source, offset, MemoryOps.ALL, ValueLayout.JAVA_BYTE, at(memory, address, length),
					length);
			return 0;
		});
	}

	/// The four bytes at an address.
	public int getInt(long address) {
		return (int) access((memory) -> AtomicOps.load32(address, 0, memory));
	}

	/// Sets four bytes.
	public void setInt(long address, int value) {
		access((memory) -> {
			AtomicOps.store32(address, value, 0, memory);
			return 0;
		});
	}

	/// Adds to the four bytes at an address.
	/// @return what was there before
	public int getAndAddInt(long address, int value) {
		return (int) access((memory) -> AtomicOps.add32(address, value, 0, memory));
	}

	/// Replaces the four bytes at an address if they are what is expected.
	/// @return what was there before
	public int compareAndExchangeInt(long address, int expected, int replacement) {
		return (int) access((memory) -> AtomicOps.compareExchange32(address, expected, replacement, 0, memory));
	}

	/// The eight bytes at an address.
	public long getLong(long address) {
		return access((memory) -> AtomicOps.load64(address, 0, memory));
	}

	/// Sets eight bytes.
	public void setLong(long address, long value) {
		access((memory) -> {
			AtomicOps.store64(address, value, 0, memory);
			return 0;
		});
	}

	/// Adds to the eight bytes at an address.
	/// @return what was there before
	public long getAndAddLong(long address, long value) {
		return access((memory) -> AtomicOps.add64(address, value, 0, memory));
	}

	/// Replaces the eight bytes at an address if they are what is expected.
	/// @return what was there before
	public long compareAndExchangeLong(long address, long expected, long replacement) {
		return access((memory) -> AtomicOps.compareExchange64(address, expected, replacement, 0, memory));
	}

	/// Wakes threads of the guest that wait at an address, as `memory.atomic.notify`
	/// does.
	/// @param count how many at most
	/// @return how many there were
	public int notify(long address, int count) {
		return (int) access((memory) -> AtomicOps.notify(address, count, 0, memory));
	}

	// The memory cannot go while somebody accesses it.
	private long access(Access access) {
		checkOpen();
		if (!this.owned.share()) {
			throw closedException();
		}
		try {
			return access.on(memory());
		}
		catch (TrapException trap) {
			throw this.engine.traps().here(trap.code(), String.valueOf(trap.getMessage()), trap);
		}
		catch (IndexOutOfBoundsException outside) {
			throw this.engine.traps()
				.here(TrapCode.MEMORY_OUT_OF_BOUNDS, "the memory has 0x%x bytes".formatted(sizeBytes()), outside);
		}
		finally {
			this.owned.close();
		}
	}

	private static long at(LinearMemory memory, long address, int length) {
		return Memory64Ops.range(address, length, memory);
	}

	private LinearMemory memory() {
		return this.owned.memory();
	}

	ExternalInstance.Memory external() {
		return ExternalInstance.Memory.shared(this.owned, this.declared);
	}

	private void checkOpen() {
		if (this.closed) {
			throw closedException();
		}
	}

	private static IllegalStateException closedException() {
		return new IllegalStateException("the shared memory has been closed");
	}

	/// Whether the host has closed it. Stores may still be using it.
	public boolean isClosed() {
		return this.closed;
	}

	/// Gives up the host's use of it. Closing again does nothing.
	@Override
	public void close() {
		synchronized (this.owned) {
			if (this.closed) {
				return;
			}
			this.closed = true;
		}
		this.owned.close();
	}

	@Override
	public String toString() {
		return new ExternType.Memory(type()).toString();
	}

	/// What is done with the memory while it cannot go.
	@FunctionalInterface
	private interface Access {

		long on(LinearMemory memory);

	}

}
