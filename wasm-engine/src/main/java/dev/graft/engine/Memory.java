package dev.graft.engine;

import java.lang.foreign.MemorySegment;

import dev.graft.artifact.type.ExternalType;

/// A linear memory. All accesses are little endian and need no alignment; addresses are `long` so that both 32-bit and
/// 64-bit memories fit: zero-extend a guest's 32-bit pointer with [Integer#toUnsignedLong].
///
/// An access that leaves the memory is a [trap][dev.graft.engine.trap.TrapCode#MEMORY_OUT_OF_BOUNDS], so a host function
/// that is handed a bad pointer stops the guest without further ado.
///
/// @see <a href="https://webassembly.github.io/spec/core/exec/runtime.html#memory-instances">Execution, "Memory
/// Instances"</a>
public final class Memory implements Extern {

	/// The size of a page in bytes.
	public static final long PAGE_BYTES = 65_536;

	private Memory() {
	}

	/// A new memory in a store, filled with zeros.
	/// @throws LimitExceededException if the store's limits do not allow it
	public static Memory create(Store store, ExternalType.Memory type) {
		return Pending.body();
	}

	/// Its type; the minimum is its current size.
	public ExternalType.Memory type() {
		return Pending.body();
	}

	@Override
	public ExternType.Memory externType() {
		return Pending.body();
	}

	@Override
	public Store store() {
		return Pending.body();
	}

	/// Its current size in pages.
	public long pages() {
		return Pending.body();
	}

	/// Its current size in bytes.
	public long sizeBytes() {
		return Pending.body();
	}

	/// Grows it.
	/// @param pages by how many pages
	/// @return the old size in pages, or -1 if a limit does not allow it
	public long grow(long pages) {
		return Pending.body();
	}

	/// The byte at an address.
	public byte readByte(long address) {
		return Pending.body();
	}

	/// The two bytes at an address.
	public short readShort(long address) {
		return Pending.body();
	}

	/// The four bytes at an address.
	public int readInt(long address) {
		return Pending.body();
	}

	/// The eight bytes at an address.
	public long readLong(long address) {
		return Pending.body();
	}

	/// The four bytes at an address as a floating point number.
	public float readFloat(long address) {
		return Pending.body();
	}

	/// The eight bytes at an address as a floating point number.
	public double readDouble(long address) {
		return Pending.body();
	}

	/// A copy of the bytes from an address on.
	public byte[] read(long address, int length) {
		return Pending.body();
	}

	/// Copies bytes into an array.
	public void read(long address, byte[] target, int offset, int length) {
		Pending.body();
	}

	/// A string of so many bytes of UTF-8. Malformed bytes become replacement characters.
	public String readString(long address, int length) {
		return Pending.body();
	}

	/// Sets a byte.
	public void writeByte(long address, byte value) {
		Pending.body();
	}

	/// Sets two bytes.
	public void writeShort(long address, short value) {
		Pending.body();
	}

	/// Sets four bytes.
	public void writeInt(long address, int value) {
		Pending.body();
	}

	/// Sets eight bytes.
	public void writeLong(long address, long value) {
		Pending.body();
	}

	/// Sets four bytes to a floating point number.
	public void writeFloat(long address, float value) {
		Pending.body();
	}

	/// Sets eight bytes to a floating point number.
	public void writeDouble(long address, double value) {
		Pending.body();
	}

	/// Sets bytes from an address on.
	public void write(long address, byte[] source) {
		Pending.body();
	}

	/// Sets bytes from a part of an array.
	public void write(long address, byte[] source, int offset, int length) {
		Pending.body();
	}

	/// A view of a part of the memory, without copying. It must not be used after the
	/// call in which it was made has
	/// returned, and it ends with the store: access then is an [IllegalStateException].
	public MemorySegment segment(long address, long length) {
		return Pending.body();
	}

}
