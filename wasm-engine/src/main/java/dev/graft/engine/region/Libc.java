package dev.graft.engine.region;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

/// The functions of the C library that reserve and map memory, on 64-bit Linux.
///
/// The constants have the same values on x86-64, AArch64 and RISC-V. Every function
/// throws when the system reports an error.
///
/// @see <a href="https://man7.org/linux/man-pages/man2/mmap.2.html">mmap(2)</a>
public final class Libc {

	/// `PROT_NONE`: reserved, out of reach.
	public static final int NO_ACCESS = 0;

	/// `PROT_READ | PROT_WRITE`.
	public static final int READ_WRITE = 0x1 | 0x2;

	/// `MAP_SHARED`.
	public static final int SHARED = 0x01;

	/// `MAP_PRIVATE`: what is written stays invisible to the file and to others.
	public static final int PRIVATE = 0x02;

	/// `MAP_FIXED`: replaces what is mapped there.
	public static final int FIXED = 0x10;

	/// `MAP_ANONYMOUS`: reads as zero.
	public static final int ANONYMOUS = 0x20;

	/// `MAP_NORESERVE`: does not count as used before it is written.
	public static final int NO_RESERVE = 0x4000;

	private static final int DONT_NEED = 4;

	private static final int READ_ONLY_CLOSE_ON_EXEC = 0x80000;

	private static final int MEMFD_CLOSE_ON_EXEC = 1;

	private static final int PAGE_SIZE_KEY = 30;

	private static final Linker LINKER = Linker.nativeLinker();

	private static final StructLayout CALL_STATE = Linker.Option.captureStateLayout();

	private static final VarHandle ERRNO = CALL_STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

	private static final MethodHandle MMAP = function("mmap",
			FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG));

	private static final MethodHandle MUNMAP = function("munmap",
			FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG));

	private static final MethodHandle OPEN = function("open", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));

	private static final MethodHandle CLOSE = function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

	private static final MethodHandle MEMFD_CREATE = function("memfd_create",
			FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));

	private static final MethodHandle FTRUNCATE = function("ftruncate",
			FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG));

	private static final MethodHandle SYSCONF = function("sysconf", FunctionDescriptor.of(JAVA_LONG, JAVA_INT));

	private static final MethodHandle MADVISE = quiet("madvise",
			FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT));

	private static final MethodHandle IOCTL = quiet("ioctl",
			FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS), Linker.Option.firstVariadicArg(2));

	private Libc() {
	}

	/// Lets go of the pages of a private mapping: from now on they are again what was
	/// mapped, the file's or zero (`MADV_DONTNEED`).
	/// @return whether the system did it
	static boolean drop(long address, long length) {
		try {
			return (int) MADVISE.invokeExact(address, length, DONT_NEED) == 0;
		}
		catch (Throwable failure) {
			throw impossible(failure);
		}
	}

	/// Has a device do something.
	/// @return what it answers, -1 for an error
	static int ioctl(int file, long request, MemorySegment arguments) {
		try {
			return (int) IOCTL.invokeExact(file, request, arguments);
		}
		catch (Throwable failure) {
			throw impossible(failure);
		}
	}

	/// Maps a range and returns its address.
	public static long mmap(long address, long length, int protection, int flags, int file, long offset)
			throws LibcException {
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment state = arena.allocate(CALL_STATE);
			long result = (long) MMAP.invokeExact(state, address, length, protection, flags, file, offset);
			if (result == -1) {
				throw failure("mmap", state);
			}
			return result;
		}
		catch (Throwable failure) {
			throw unexpected(failure);
		}
	}

	/// Unmaps a range.
	public static void munmap(long address, long length) throws LibcException {
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment state = arena.allocate(CALL_STATE);
			check("munmap", (int) MUNMAP.invokeExact(state, address, length), state);
		}
		catch (Throwable failure) {
			throw unexpected(failure);
		}
	}

	/// Opens a file for reading and returns its descriptor.
	public static int open(String path) throws LibcException {
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment state = arena.allocate(CALL_STATE);
			return check("open", (int) OPEN.invokeExact(state, arena.allocateFrom(path), READ_ONLY_CLOSE_ON_EXEC),
					state);
		}
		catch (Throwable failure) {
			throw unexpected(failure);
		}
	}

	/// Closes a descriptor.
	public static void close(int file) throws LibcException {
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment state = arena.allocate(CALL_STATE);
			check("close", (int) CLOSE.invokeExact(state, file), state);
		}
		catch (Throwable failure) {
			throw unexpected(failure);
		}
	}

	/// Creates an empty file that exists in memory only, and returns its descriptor.
	/// @param name what the list of mappings shows
	public static int memoryFile(String name) throws LibcException {
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment state = arena.allocate(CALL_STATE);
			return check("memfd_create",
					(int) MEMFD_CREATE.invokeExact(state, arena.allocateFrom(name), MEMFD_CLOSE_ON_EXEC), state);
		}
		catch (Throwable failure) {
			throw unexpected(failure);
		}
	}

	/// Gives a file another size.
	public static void resize(int file, long size) throws LibcException {
		try (Arena arena = Arena.ofConfined()) {
			MemorySegment state = arena.allocate(CALL_STATE);
			check("ftruncate", (int) FTRUNCATE.invokeExact(state, file, size), state);
		}
		catch (Throwable failure) {
			throw unexpected(failure);
		}
	}

	/// The size of a page of this machine.
	public static long pageSize() throws LibcException {
		try (Arena arena = Arena.ofConfined()) {
			return (long) SYSCONF.invokeExact(arena.allocate(CALL_STATE), PAGE_SIZE_KEY);
		}
		catch (Throwable failure) {
			throw unexpected(failure);
		}
	}

	private static MethodHandle function(String name, FunctionDescriptor type) {
		MemorySegment address = LINKER.defaultLookup().findOrThrow(name);
		return LINKER.downcallHandle(address, type, Linker.Option.captureCallState("errno"));
	}

	// For what is called often and whose errors are nothing but a reason to do without.
	private static MethodHandle quiet(String name, FunctionDescriptor type, Linker.Option... options) {
		return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), type, options);
	}

	private static int check(String function, int result, MemorySegment state) throws LibcException {
		if (result == -1) {
			throw failure(function, state);
		}
		return result;
	}

	private static LibcException failure(String function, MemorySegment state) {
		return new LibcException(function, (int) ERRNO.get(state, 0L));
	}

	private static IllegalStateException impossible(Throwable failure) {
		return new IllegalStateException(unexpected(failure));
	}

	// Method handles declare that they throw anything; these throw what check made, and
	// nothing else that is checked.
	private static LibcException unexpected(Throwable failure) {
		return switch (failure) {
			case LibcException reported -> reported;
			case RuntimeException exception -> throw exception;
			case Error error -> throw error;
			default -> throw new IllegalStateException(failure);
		};
	}

}
