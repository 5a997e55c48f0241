package dev.graft.artifact.mapping;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A file mapped for reading, or a copy of bytes that never were in a file.
///
/// The memory is released when neither this object nor anything cut from it can be
/// reached any more: class files, segments and views outlive whoever opened the file, and
/// no use of them can ever hit unmapped memory. See RATIONALE, "Why does the garbage
/// collector unmap artifacts?"
///
/// A file that is mapped must not be changed in place, as everywhere on the JVM;
/// replacing it by renaming another file over it, and deleting it, are fine.
public final class MappedBytes {

	/// The largest size, that of a buffer.
	public static final long MAXIMUM_SIZE = Integer.MAX_VALUE;

	/// Class files need no alignment; a view that reads numbers is faster with one.
	private static final long COPY_ALIGNMENT = 16;

	private final MemorySegment segment;

	private final ByteBuffer buffer;

	private final @Nullable Object fileKey;

	private MappedBytes(MemorySegment segment, @Nullable Object fileKey) {
		this.fileKey = fileKey;
		this.segment = segment.asReadOnly();
		this.buffer = this.segment.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
	}

	/// Maps a file.
	/// @throws IOException if there is no such file or it cannot be mapped
	public static MappedBytes map(Path file) throws IOException {
		Object before = keyOf(file);
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
			long size = channel.size();
			if (size > MAXIMUM_SIZE) {
				throw new IOException(file + " has " + size + " bytes, more than 2 GiB");
			}
			MemorySegment mapping = channel.map(MapMode.READ_ONLY, 0, size, Arena.ofAuto());
			// Had somebody put another file there, it would be uncertain which of them
			// this is.
			return new MappedBytes(mapping, Objects.equals(before, keyOf(file)) ? before : null);
		}
	}

	private static @Nullable Object keyOf(Path file) throws IOException {
		return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
	}

	/// Copies bytes out of the heap.
	public static MappedBytes copy(byte[] bytes) {
		MemorySegment copy = Arena.ofAuto().allocate(Math.max(1, bytes.length), COPY_ALIGNMENT);
		MemorySegment.copy(MemorySegment.ofArray(bytes), 0, copy, 0, bytes.length);
		return new MappedBytes(copy.asSlice(0, bytes.length), null);
	}

	/// The identity of the file, by which to recognize it after its path has come to lead
	/// elsewhere; null if it is not known or there is no file.
	/// @see BasicFileAttributes#fileKey
	public @Nullable Object fileKey() {
		return this.fileKey;
	}

	/// How many bytes there are.
	public int size() {
		return this.buffer.limit();
	}

	/// All bytes: a direct buffer, read only, little endian, with a position of its own.
	public ByteBuffer buffer() {
		return this.buffer.duplicate().order(ByteOrder.LITTLE_ENDIAN);
	}

	/// Some bytes: a direct buffer, read only, little endian.
	public ByteBuffer buffer(int offset, int size) {
		return this.buffer.slice(offset, size).order(ByteOrder.LITTLE_ENDIAN);
	}

	/// Some bytes, read only.
	public MemorySegment segment(long offset, long size) {
		return this.segment.asSlice(offset, size);
	}

}
