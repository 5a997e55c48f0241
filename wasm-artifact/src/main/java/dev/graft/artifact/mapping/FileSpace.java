package dev.graft.artifact.mapping;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;

/// Space in a file that is there before it is mapped. Writing to a mapping where the disk
/// has no room left is an error of the virtual machine, not an exception.
final class FileSpace {

	private static final int ZEROS = 1 << 16;

	private FileSpace() {
	}

	/// Appends zeros to a file and maps them for writing.
	/// @throws IOException if there is no room
	static MemorySegment append(FileChannel channel, long bytes, Arena arena) throws IOException {
		long start = channel.size();
		ByteBuffer zeros = ByteBuffer.allocate(ZEROS);
		for (long at = start; at < start + bytes; at += zeros.position()) {
			zeros.clear().limit((int) Math.min(ZEROS, start + bytes - at));
			while (zeros.hasRemaining()) {
				channel.write(zeros, at + zeros.position());
			}
		}
		return channel.map(MapMode.READ_WRITE, start, bytes, arena);
	}

}
