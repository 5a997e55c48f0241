package dev.graft.bench.jmh;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Takes files out of the page cache, on Linux.
final class PageCache {

	private static final int READ_ONLY = 0;

	private static final int DO_NOT_NEED = 4;

	private static final MethodHandle OPEN = handle("open",
			FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));

	private static final MethodHandle CLOSE = handle("close",
			FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

	private static final MethodHandle ADVISE = handle("posix_fadvise", FunctionDescriptor.of(ValueLayout.JAVA_INT,
			ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT));

	private PageCache() {
	}

	private static MethodHandle handle(String name, FunctionDescriptor type) {
		return Linker.nativeLinker().downcallHandle(Linker.nativeLinker().defaultLookup().findOrThrow(name), type);
	}

	/// Writes a file to the disk and drops its pages. Pages that somebody maps stay.
	static void drop(Path file) throws IOException {
		try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
			channel.force(true);
		}
		try (Arena arena = Arena.ofConfined()) {
			advise(arena.allocateFrom(file.toString()));
		}
		catch (Throwable thrown) {
			throw new IOException("cannot drop the pages of " + file, thrown);
		}
	}

	private static void advise(MemorySegment name) throws Throwable {
		int descriptor = (int) OPEN.invokeExact(name, READ_ONLY);
		int failure = (int) ADVISE.invokeExact(descriptor, 0L, 0L, DO_NOT_NEED);
		int closed = (int) CLOSE.invokeExact(descriptor);
		if (descriptor < 0 || failure != 0 || closed != 0) {
			throw new IOException("posix_fadvise has failed: " + failure);
		}
	}

}
