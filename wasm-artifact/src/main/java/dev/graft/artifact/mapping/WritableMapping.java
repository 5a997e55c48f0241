package dev.graft.artifact.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file that is written by way of memory, for somebody who alone knows of it yet.
public final class WritableMapping implements AutoCloseable {

	private final Path file;

	private final FileChannel channel;

	private final Arena arena = Arena.ofShared();

	private MemorySegment segment = MemorySegment.NULL;

	/// Opens a file, emptied if it is there.
	public WritableMapping(Path file) throws IOException {
		this.file = file;
		this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
				StandardOpenOption.READ, StandardOpenOption.WRITE);
	}

	/// Gives the file its size.
	/// @return its bytes, all of them zero
	/// @throws UncheckedIOException if there is no room
	public ByteBuffer ofSize(int size) {
		try {
			this.segment = FileSpace.append(this.channel, size, this.arena);
			return bytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("no room for " + this.file, ex);
		}
	}

	/// The bytes of the file.
	public ByteBuffer bytes() {
		return this.segment.asByteBuffer();
	}

	@Override
	public void close() throws IOException {
		this.arena.close();
		this.channel.close();
	}

}
