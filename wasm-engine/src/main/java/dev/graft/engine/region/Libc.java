package dev.graft.engine.region;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.ref.Reference;

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

	private static final int FAILED = -1;

	private static final Linker LINKER = Linker.nativeLinker();

	private static final StructLayout CALL_STATE = Linker.Option.captureStateLayout();

	private static final long ERRNO = CALL_STATE.byteOffset(MemoryLayout.PathElement.groupElement("errno"));

	/// Calls any of these functions: `(function, state, number^6)number`. The Java
	/// platform makes classes for each type of function, of which one is enough: on these
	/// processors up to six numbers and addresses are passed in registers, of which a
	/// function reads those that it declares, and of these as many bits. Of a result that
	/// is an `int` the upper half says nothing.
	private static final MethodHandle CALL = LINKER.downcallHandle(
			FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
			Linker.Option.captureCallState("errno"));

	/// For what is called often and whose errors are nothing but a reason to do without:
	/// `(function, number^3)number`.
	private static final MethodHandle CALL_QUIETLY = LINKER
		.downcallHandle(FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG));

	private static final MemorySegment MADVISE = find("madvise");

	private static final MemorySegment IOCTL = find("ioctl");

	private static final Function MMAP = new Function("mmap");

	private static final Function MUNMAP = new Function("munmap");

	private static final Function OPEN = new Function("open");

	private static final Function CLOSE = new Function("close");

	private static final Function MEMFD_CREATE = new Function("memfd_create");

	private static final Function FTRUNCATE = new Function("ftruncate");

	private static final Function SYSCONF = new Function("sysconf");

	private Libc() {
	}

	/// Lets go of the pages of a private mapping: from now on they are again what was
	/// mapped, the file's or zero (`MADV_DONTNEED`).
	/// @return whether the system did it
	static boolean drop(long address, long length) {
		try {
			return (int) (long) CALL_QUIETLY.invokeExact(MADVISE, address, length, (long) DONT_NEED) == 0;
		}
		catch (Throwable failure) {
			throw impossible(failure);
		}
	}

	/// Has a device do something.
	/// @return what it answers, -1 for an error
	static int ioctl(int file, long request, MemorySegment arguments) {
		try {
			return (int) (long) CALL_QUIETLY.invokeExact(IOCTL, (long) file, request, arguments.address());
		}
		catch (Throwable failure) {
			throw impossible(failure);
		}
		finally {
			Reference.reachabilityFence(arguments);
		}
	}

	/// Maps a range and returns its address.
	public static long mmap(long address, long length, int protection, int flags, int file, long offset)
			throws LibcException {
		return MMAP.call(address, length, protection, flags, file, offset);
	}

	/// Unmaps a range.
	public static void munmap(long address, long length) throws LibcException {
		MUNMAP.call(address, length);
	}

	/// Opens a file for reading and returns its descriptor.
	public static int open(String path) throws LibcException {
		try (Arena arena = Arena.ofConfined()) {
			return (int) OPEN.call(arena.allocateFrom(path).address(), READ_ONLY_CLOSE_ON_EXEC);
		}
	}

	/// Closes a descriptor.
	public static void close(int file) throws LibcException {
		CLOSE.call(file, 0);
	}

	/// Creates an empty file that exists in memory only, and returns its descriptor.
	/// @param name what the list of mappings shows
	public static int memoryFile(String name) throws LibcException {
		try (Arena arena = Arena.ofConfined()) {
			return (int) MEMFD_CREATE.call(arena.allocateFrom(name).address(), MEMFD_CLOSE_ON_EXEC);
		}
	}

	/// Gives a file another size.
	public static void resize(int file, long size) throws LibcException {
		FTRUNCATE.call(file, size);
	}

	/// The size of a page of this machine.
	public static long pageSize() throws LibcException {
		return SYSCONF.call(PAGE_SIZE_KEY, 0);
	}

	private static MemorySegment find(String function) {
		return LINKER.defaultLookup().findOrThrow(function);
	}

	private static IllegalStateException impossible(Throwable failure) {
		return new IllegalStateException(unexpected(failure));
	}

	// Method handles declare that they throw anything; these throw what is thrown here,
	// and nothing else that is checked.
	private static LibcException unexpected(Throwable failure) {
		return switch (failure) {
			case LibcException reported -> reported;
			case RuntimeException exception -> throw exception;
			case Error error -> throw error;
			default -> throw new IllegalStateException(failure);
		};
	}

	/// A function that says why when it fails.
	private record Function(String name, MemorySegment address) {

		Function(String name) {
			this(name, find(name));
		}

		long call(long first, long second) throws LibcException {
			return call(first, second, 0, 0, 0, 0);
		}

		// All results are numbers that can be -1 for a failure only, or addresses of
		// pages, whose last bits are zero.
		long call(long first, long second, long third, long fourth, long fifth, long sixth) throws LibcException {
			try (Arena arena = Arena.ofConfined()) {
				MemorySegment state = arena.allocate(CALL_STATE);
				long result = (long) CALL.invokeExact(this.address, state, first, second, third, fourth, fifth, sixth);
				if ((int) result == FAILED) {
					throw new LibcException(this.name, state.get(JAVA_INT, ERRNO));
				}
				return result;
			}
			catch (Throwable failure) {
				throw unexpected(failure);
			}
		}

	}

}
