package dev.graft.spring.canonical;

import java.util.Arrays;

/// A guest of one array that allocates upwards and never frees, as small guests do.
final class BumpMemory implements GuestMemory {

	private final byte[] bytes;

	private int next;

	private long lie = -1;

	int allocations;

	BumpMemory(int size, int firstFree) {
		this.bytes = new byte[size];
		this.next = firstFree;
	}

	/// From now on the allocator answers this.
	void answerAllocationsWith(long address) {
		this.lie = address;
	}

	@Override
	public long size() {
		return this.bytes.length;
	}

	@Override
	public byte[] read(long address, int length) {
		return Arrays.copyOfRange(this.bytes, (int) address, (int) address + length);
	}

	@Override
	public void write(long address, byte[] source) {
		System.arraycopy(source, 0, this.bytes, (int) address, source.length);
	}

	@Override
	public long allocate(int alignment, int length) {
		this.allocations++;
		if (this.lie >= 0) {
			return this.lie;
		}
		this.next = (this.next + alignment - 1) / alignment * alignment;
		int address = this.next;
		this.next += length;
		return address;
	}

}
