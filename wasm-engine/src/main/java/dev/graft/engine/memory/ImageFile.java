package dev.graft.engine.memory;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

import dev.graft.engine.region.Libc;
import dev.graft.engine.region.LibcException;
import org.jspecify.annotations.Nullable;

/// An open file that holds an image. Closed when it is garbage; mappings stay valid after
/// that.
final class ImageFile {

	private final int descriptor;

	private final long offset;

	/// Takes over an open descriptor.
	ImageFile(int descriptor, long offset) {
		this.descriptor = descriptor;
		this.offset = offset;
		LinearMemories.CLEANER.register(this, () -> close(descriptor));
	}

	/// A file in memory with these bytes.
	static ImageFile inMemory(MemorySegment bytes) throws LibcException {
		long size = bytes.byteSize();
		ImageFile file = new ImageFile(Libc.memoryFile("graft-image"), 0);
		Libc.resize(file.descriptor, size);
		long address = Libc.mmap(0, size, Libc.READ_WRITE, Libc.SHARED, file.descriptor, 0);
		MemorySegment.copy(bytes, 0, MemorySegment.ofAddress(address).reinterpret(size), 0, size);
		Libc.munmap(address, size);
		return file;
	}

	int descriptor() {
		return this.descriptor;
	}

	/// Where the image section begins in the file.
	long offset() {
		return this.offset;
	}

	/// Identifies the file, whatever its path has become.
	@Nullable Object fileKey() throws IOException {
		try {
			Path opened = Path.of("/proc/self/fd/" + this.descriptor);
			return Files.readAttributes(opened, BasicFileAttributes.class).fileKey();
		}
		finally {
			Reference.reachabilityFence(this);
		}
	}

	private static void close(int descriptor) {
		try {
			Libc.close(descriptor);
		}
		catch (LibcException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
