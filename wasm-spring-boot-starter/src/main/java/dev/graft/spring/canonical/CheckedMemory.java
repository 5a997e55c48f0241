package dev.graft.spring.canonical;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// What the canonical ABI demands of every address: that it is aligned, and that it and
/// all that it refers to are in the memory. Nothing a guest says is believed.
final class CheckedMemory {

	private final GuestMemory memory;

	CheckedMemory(GuestMemory memory) {
		this.memory = memory;
	}

	byte[] read(String what, long address, long length, int alignment) {
		check(what, address, length, alignment);
		return this.memory.read(address, Math.toIntExact(length));
	}

	ByteBuffer readBuffer(String what, long address, long length, int alignment) {
		return ByteBuffer.wrap(read(what, address, length, alignment)).order(ByteOrder.LITTLE_ENDIAN);
	}

	void write(String what, long address, byte[] bytes, int alignment) {
		check(what, address, bytes.length, alignment);
		this.memory.write(address, bytes);
	}

	/// New memory with these contents.
	long allocate(String what, byte[] bytes, int alignment) {
		long address = allocate(what, alignment, bytes.length);
		this.memory.write(address, bytes);
		return address;
	}

	/// New memory.
	long allocate(String what, int alignment, int length) {
		long address = this.memory.allocate(alignment, length);
		check(what + ", memory from cabi_realloc", address, length, alignment);
		return address;
	}

	/// As unsigned 64-bit arithmetic on 32-bit values, this cannot overflow. It holds for
	/// empty ranges too: an address past the end is wrong even when nothing is read from
	/// it.
	private void check(String what, long address, long length, int alignment) {
		if (address % alignment != 0) {
			throw new CanonicalAbiException(
					"%s: address 0x%x is not a multiple of %d".formatted(what, address, alignment));
		}
		if (address + length > this.memory.size()) {
			throw new CanonicalAbiException("%s: address 0x%x, length %d, is outside the memory of %d bytes"
				.formatted(what, address, length, this.memory.size()));
		}
	}

}
