package dev.graft.engine.limits;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;
import org.jspecify.annotations.Nullable;

/// How much threads have allocated, as the JVM counts it anyway.
///
/// It does not count for virtual threads, and other JVMs may not count at all: there the
/// time stands for it, a byte for a nanosecond, which is about what a thread can
/// allocate.
final class AllocatedBytes {

	private static final @Nullable ThreadMXBean THREADS = threads();

	private AllocatedBytes() {
	}

	private static @Nullable ThreadMXBean threads() {
		try {
			return (ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads
					&& threads.isThreadAllocatedMemorySupported() && threads.isThreadAllocatedMemoryEnabled()) ? threads
							: null;
		}
		catch (LinkageError missing) {
			return null;
		}
	}

	/// Of the current thread.
	static long ofCurrentThread() {
		return (THREADS == null || Thread.currentThread().isVirtual()) ? System.nanoTime()
				: THREADS.getCurrentThreadAllocatedBytes();
	}

	/// Of another thread.
	static long of(Thread thread) {
		return (THREADS == null || thread.isVirtual()) ? System.nanoTime()
				: THREADS.getThreadAllocatedBytes(thread.threadId());
	}

}
