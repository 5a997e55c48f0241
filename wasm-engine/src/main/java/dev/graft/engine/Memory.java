package dev.graft.engine;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import dev.graft.artifact.type.ExternalType;
import dev.graft.engine.abi.MemoryOps;
import dev.graft.engine.instance.Allocation;
import dev.graft.engine.instance.OverrunException;
import dev.graft.engine.link.ExternalInstance;
import dev.graft.engine.memory.MemoryTemplate;
import dev.graft.engine.memory.OwnedMemory;
import dev.graft.engine.trap.TrapCode;
import org.jspecify.annotations.Nullable;

/// A linear memory. All accesses are little endian and need no alignment; addresses are
/// `long` so that both 32-bit and 64-bit memories fit: zero-extend a guest's 32-bit
/// pointer with [Integer#toUnsignedLong].
///
/// An access that leaves the memory is a
/// [trap][dev.graft.engine.trap.TrapCode#MEMORY_OUT_OF_BOUNDS], so a host function that
/// is handed a bad pointer stops the guest without further ado.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/runtime.html#memory-instances">Execution,
/// "Memory Instances"</a>
public final class Memory implements Extern {

	/// The size of a usual page in bytes; see [#pageBytes].
	public static final long PAGE_BYTES = 65_536;

	private final Store store;

	private final ExternalInstance.Memory memory;

	Memory(Store store, ExternalInstance.Memory memory) {
		this.store = store;
		this.memory = memory;
	}

	/// A new memory in a store, filled with zeros.
	/// @throws IllegalArgumentException if a shared memory has no maximum
	/// @throws LimitExceededException if the store's limits do not allow it
	public static Memory create(Store store, ExternalType.Memory type) {
		if (type.shared() && type.limits().maximum().isEmpty()) {
			throw new IllegalArgumentException("a shared memory needs a maximum");
		}
		int token = store.ownership().hold();
		try {
			OwnedMemory memory = Allocation.memory(store.state(), MemoryTemplate.zeros(type));
			return new Memory(store, Allocation.external(memory, type, store.state().context()));
		}
		catch (OverrunException exceeded) {
			throw LimitExceededException.of("a memory", exceeded);
		}
		finally {
			store.ownership().release(token);
		}
	}

	/// Its type; the minimum is its current size.
	public ExternalType.Memory type() {
		return this.memory.type();
	}

	@Override
	public ExternType.Memory externType() {
		return new ExternType.Memory(type());
	}

	@Override
	public Store store() {
		return this.store;
	}

	/// Its current size in pages.
	public long pages() {
		return sizeBytes() / pageBytes();
	}

	/// The size of one of its pages in bytes: [#PAGE_BYTES] unless its type says
	/// otherwise.
	public long pageBytes() {
		return 1L << this.memory.declared().pageSizeLog2();
	}

	/// Its current size in bytes.
	public long sizeBytes() {
		int token = hold();
		try {
			return this.memory.memory().currentSize();
		}
		finally {
			release(token);
		}
	}

	/// Grows it.
	/// @param pages by how many pages
	/// @return the old size in pages, or -1 if a limit does not allow it
	public long grow(long pages) {
		int token = hold();
		try {
			return this.memory.memory().grow(pages);
		}
		finally {
			release(token);
		}
	}

	/// The byte at an address.
	public byte readByte(long address) {
		int token = hold();
		try {
			return MemoryOps.ALL.get(MemoryOps.I8, at(address, 1));
		}
		finally {
			release(token);
		}
	}

	/// The two bytes at an address.
	public short readShort(long address) {
		int token = hold();
		try {
			return MemoryOps.ALL.get(MemoryOps.I16, at(address, 2));
		}
		finally {
			release(token);
		}
	}

	/// The four bytes at an address.
	public int readInt(long address) {
		int token = hold();
		try {
			return MemoryOps.ALL.get(MemoryOps.I32, at(address, 4));
		}
		finally {
			release(token);
		}
	}

	/// The eight bytes at an address.
	public long readLong(long address) {
		int token = hold();
		try {
			return MemoryOps.ALL.get(MemoryOps.I64, at(address, 8));
		}
		finally {
			release(token);
		}
	}

	/// The four bytes at an address as a floating point number.
	public float readFloat(long address) {
		int token = hold();
		try {
			return MemoryOps.ALL.get(MemoryOps.F32, at(address, 4));
		}
		finally {
			release(token);
		}
	}

	/// The eight bytes at an address as a floating point number.
	public double readDouble(long address) {
		int token = hold();
		try {
			return MemoryOps.ALL.get(MemoryOps.F64, at(address, 8));
		}
		finally {
			release(token);
		}
	}

	/// A copy of the bytes from an address on.
	public byte[] read(long address, int length) {
		check(address, length);
		byte[] bytes = new byte[length];
		read(address, bytes, 0, length);
		return bytes;
	}

	/// Copies bytes into an array.
	public void read(long address, byte[] target, int offset, int length) {
		int token = hold();
		try {
			MemorySegment.copy(MemoryOps.ALL, ValueLayout.JAVA_BYTE, at(address, length), target, offset, length);
		}
		finally {
			release(token);
		}
	}

	/// A string of so many bytes of UTF-8. Malformed bytes become replacement characters.
	public String readString(long address, int length) {
		return new String(read(address, length), StandardCharsets.UTF_8);
	}

	/// Sets a byte.
	public void writeByte(long address, byte value) {
		int token = hold();
		try {
			MemoryOps.ALL.set(MemoryOps.I8, at(address, 1), value);
		}
		finally {
			release(token);
		}
	}

	/// Sets two bytes.
	public void writeShort(long address, short value) {
		int token = hold();
		try {
			MemoryOps.ALL.set(MemoryOps.I16, at(address, 2), value);
		}
		finally {
			release(token);
		}
	}

	/// Sets four bytes.
	public void writeInt(long address, int value) {
		int token = hold();
		try {
			MemoryOps.ALL.set(MemoryOps.I32, at(address, 4), value);
		}
		finally {
			release(token);
		}
	}

	/// Sets eight bytes.
	public void writeLong(long address, long value) {
		int token = hold();
		try {
			MemoryOps.ALL.set(MemoryOps.I64, at(address, 8), value);
		}
		finally {
			release(token);
		}
	}

	/// Sets four bytes to a floating point number.
	public void writeFloat(long address, float value) {
		int token = hold();
		try {
			MemoryOps.ALL.set(MemoryOps.F32, at(address, 4), value);
		}
		finally {
			release(token);
		}
	}

	/// Sets eight bytes to a floating point number.
	public void writeDouble(long address, double value) {
		int token = hold();
		try {
			MemoryOps.ALL.set(MemoryOps.F64, at(address, 8), value);
		}
		finally {
			release(token);
		}
	}

	/// Sets bytes from an address on.
	public void write(long address, byte[] source) {
		write(address, source, 0, source.length);
	}

	/// Sets bytes from a part of an array.
	public void write(long address, byte[] source, int offset, int length) {
		int token = hold();
		try {
			MemorySegment.copy(source, offset, MemoryOps.ALL, ValueLayout.JAVA_BYTE, at(address, length), length);
		}
		finally {
			release(token);
		}
	}

	/// Checks that a range lies in the memory, before something is done that cannot be
	/// undone.
	public void check(long address, long length) {
		int token = hold();
		try {
			at(address, length);
		}
		finally {
			release(token);
		}
	}

	/// A view of a part of the memory, without copying. It must not be used after the
	/// call in which it was made has returned, and it ends with the store: access then is
	/// an [IllegalStateException].
	public MemorySegment segment(long address, long length) {
		int token = hold();
		try {
			return MemoryOps.ALL.asSlice(at(address, length), length).reinterpret(this.store.state().arena(), null);
		}
		finally {
			release(token);
		}
	}

	/// The memory without the store, if it is one that stores share. The handle keeps it
	/// until it is closed.
	/// @throws IllegalStateException if the store has been closed, and with it the memory
	public Optional<SharedMemory> shared() {
		OwnedMemory owned = this.memory.shared();
		return (owned != null) ? Optional.of(SharedMemory.of(this.store.engine(), owned, this.memory.declared()))
				: Optional.empty();
	}

	private int hold() {
		return this.store.ownership().hold();
	}

	private void release(int token) {
		this.store.ownership().release(token);
	}

	/// Where a range of the memory is in the process.
	private long at(long address, long length) {
		long size = this.memory.memory().currentSize();
		if (length < 0 || address < 0 || address > size - length) {
			throw this.store.engine()
				.traps()
				.here(TrapCode.MEMORY_OUT_OF_BOUNDS,
						"%d bytes at 0x%x, the memory has 0x%x".formatted(length, address, size), null);
		}
		return this.memory.memory().base + address;
	}

	ExternalInstance.Memory external() {
		return this.memory;
	}

	@Override
	@SuppressWarnings("ReferenceEquality")
	public boolean equals(@Nullable Object other) {
		return other instanceof Memory that && this.memory.memory() == that.memory.memory();
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this.memory.memory());
	}

	@Override
	public String toString() {
		return externType().toString();
	}

}
