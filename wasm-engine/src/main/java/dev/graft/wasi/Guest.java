package dev.graft.wasi;

import dev.graft.engine.Caller;
import dev.graft.engine.Memory;

/// The memory of the program that calls, addressed by its 32-bit pointers. A pointer that
/// leaves the memory is a trap, as WASI demands.
///
/// @see <a
/// href="https://github.com/WebAssembly/WASI/blob/wasi-0.1/legacy/tools/witx-docs.md#pointers">Pointers</a>
final class Guest {

	private final Memory memory;

	private Guest(Memory memory) {
		this.memory = memory;
	}

	static Guest of(Caller caller) {
		return new Guest(caller.memory());
	}

	int readInt(int pointer) {
		return this.memory.readInt(Integer.toUnsignedLong(pointer));
	}

	long readLong(int pointer) {
		return this.memory.readLong(Integer.toUnsignedLong(pointer));
	}

	short readShort(int pointer) {
		return this.memory.readShort(Integer.toUnsignedLong(pointer));
	}

	byte readByte(int pointer) {
		return this.memory.readByte(Integer.toUnsignedLong(pointer));
	}

	void read(long address, byte[] target, int length) {
		this.memory.read(address, target, 0, length);
	}

	void writeInt(int pointer, int value) {
		this.memory.writeInt(Integer.toUnsignedLong(pointer), value);
	}

	void writeLong(int pointer, long value) {
		this.memory.writeLong(Integer.toUnsignedLong(pointer), value);
	}

	void writeShort(int pointer, int value) {
		this.memory.writeShort(Integer.toUnsignedLong(pointer), (short) value);
	}

	void writeByte(int pointer, int value) {
		this.memory.writeByte(Integer.toUnsignedLong(pointer), (byte) value);
	}

	void write(int pointer, byte[] bytes) {
		this.memory.write(Integer.toUnsignedLong(pointer), bytes);
	}

	void write(long address, byte[] source, int length) {
		this.memory.write(address, source, 0, length);
	}

	/// Checks that a range is in the memory, before something is done that cannot be
	/// undone.
	void check(long address, long length) {
		this.memory.check(address, length);
	}

}
