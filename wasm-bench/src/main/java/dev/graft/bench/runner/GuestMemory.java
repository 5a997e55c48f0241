package dev.graft.bench.runner;

/// The memory of a guest, for host functions. Addresses are unsigned; bytes are in little
/// endian order.
public interface GuestMemory {

	/// Reads a number.
	int readInt(int address);

	/// Writes a byte.
	void writeByte(int address, byte value);

	/// Reads bytes.
	byte[] read(int address, int length);

	/// Writes bytes.
	void write(int address, byte[] bytes);

	/// Writes a number.
	default void writeInt(int address, int value) {
		for (int index = 0; index < Integer.BYTES; index++) {
			writeByte(address + index, (byte) (value >> (8 * index)));
		}
	}

	/// Writes a number.
	default void writeLong(int address, long value) {
		writeInt(address, (int) value);
		writeInt(address + Integer.BYTES, (int) (value >> Integer.SIZE));
	}

}
