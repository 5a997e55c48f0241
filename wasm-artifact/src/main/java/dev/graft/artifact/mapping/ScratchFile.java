package dev.graft.artifact.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Bytes that are kept outside of the heap, and on disk when memory is short, for as long
/// as something is being made of them. The file is deleted in the end; several threads
/// may use it.
public final class ScratchFile implements AutoCloseable {

	/// What is mapped at once: a multiple of what systems map files by.
	private static final long CHUNK_BYTES = 8 << 20;

	private static final long ALIGNMENT = 1 << 16;

	private final Path file;

	private final FileChannel channel;

	private final Arena arena = Arena.ofShared();

	private MemorySegment chunk = MemorySegment.NULL;

	private long used;

	private ScratchFile(Path file, FileChannel channel) {
		this.file = file;
		this.channel = channel;
	}

	/// A file with nothing in it.
	/// @param directory where it is put
	/// @throws IOException if it cannot be made
	public static ScratchFile in(Path directory) throws IOException {
		Path file = Files.createTempFile(directory, "scratch-", ".tmp");
		try {
			return new ScratchFile(file, FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE));
		}
		catch (IOException ex) {
			Files.delete(file);
			throw ex;
		}
	}

	/// Keeps a copy of some bytes.
	/// @return where they are, to be used until this file is closed
	/// @throws UncheckedIOException if there is no room
	public ByteBuffer keep(ByteBuffer bytes) {
		ByteBuffer place = place(bytes.remaining()).asByteBuffer();
		place.put(bytes.duplicate());
		return place.flip().asReadOnlyBuffer();
	}

	private synchronized MemorySegment place(int size) {
		if (this.used + size > this.chunk.byteSize()) {
			this.chunk = map(Math.max(CHUNK_BYTES, (size + ALIGNMENT - 1) & -ALIGNMENT));
			this.used = 0;
		}
		MemorySegment place = this.chunk.asSlice(this.used, size);
		this.used += size;
		return place;
	}

	private MemorySegment map(long bytes) {
		try {
			return FileSpace.append(this.channel, bytes, this.arena);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("no room in " + this.file, ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.arena.close();
		this.channel.close();
		Files.deleteIfExists(this.file);
	}

}
