package dev.graft.bench.runner;

import java.util.Arrays;
import java.util.zip.CRC32;

/// A file of a [Command], in memory: the bytes, and how many of them there are.
final class GuestFile {

	private static final int LEAST_BYTES = 4096;

	private byte[] bytes;

	private int size;

	GuestFile(byte[] bytes) {
		this.bytes = bytes;
		this.size = bytes.length;
	}

	int size() {
		return this.size;
	}

	/// The bytes from a position on.
	/// @return at most so many, fewer at the end
	byte[] read(long position, int length) {
		int from = (int) Math.min(position, this.size);
		return Arrays.copyOfRange(this.bytes, from, from + Math.min(length, this.size - from));
	}

	/// Writes at a position, which may be beyond the end.
	void write(long position, byte[] written) {
		int from = Math.toIntExact(position);
		int end = Math.addExact(from, written.length);
		if (end > this.bytes.length) {
			this.bytes = Arrays.copyOf(this.bytes, Math.max(Math.max(LEAST_BYTES, end), this.bytes.length * 2));
		}
		System.arraycopy(written, 0, this.bytes, from, written.length);
		this.size = Math.max(this.size, end);
	}

	void truncate() {
		this.bytes = new byte[0];
		this.size = 0;
	}

	/// The CRC-32 of all bytes.
	long checksum() {
		CRC32 checksum = new CRC32();
		checksum.update(this.bytes, 0, this.size);
		return checksum.getValue();
	}

}
