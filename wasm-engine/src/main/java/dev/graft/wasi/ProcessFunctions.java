package dev.graft.wasi;

import java.util.List;
import java.util.random.RandomGenerator;

import dev.graft.engine.Caller;

/// Arguments, environment, exit, random numbers.
///
/// @see <a
/// href="https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#-args_get">args_get
/// and after</a>
final class ProcessFunctions extends WasiFunctions {

	private static final int CHUNK = 4096;

	ProcessFunctions(WasiConfig defaults) {
		super(defaults);
	}

	int argsGet(Caller caller, int pointers, int buffer) {
		return strings(Guest.of(caller), context(caller).arguments(), pointers, buffer);
	}

	int argsSizesGet(Caller caller, int count, int size) {
		return sizes(Guest.of(caller), context(caller).arguments(), count, size);
	}

	int environGet(Caller caller, int pointers, int buffer) {
		return strings(Guest.of(caller), context(caller).environment(), pointers, buffer);
	}

	int environSizesGet(Caller caller, int count, int size) {
		return sizes(Guest.of(caller), context(caller).environment(), count, size);
	}

	@SuppressWarnings("DoNotCallSuggester") // that is what exiting is
	void procExit(Caller caller, int code) {
		throw new WasiExitException(code);
	}

	int procRaise(Caller caller, int signal) {
		return Errno.NOTSUP.code();
	}

	@SuppressWarnings("ThreadPriorityCheck") // that is what the program asks for
	int schedYield(Caller caller) {
		Thread.yield();
		return Errno.SUCCESS.code();
	}

	int randomGet(Caller caller, int buffer, int length) {
		Guest guest = Guest.of(caller);
		RandomGenerator random = context(caller).random();
		long address = Integer.toUnsignedLong(buffer);
		long remaining = Integer.toUnsignedLong(length);
		guest.check(address, remaining);
		while (remaining > 0) {
			byte[] chunk = new byte[(int) Math.min(CHUNK, remaining)];
			random.nextBytes(chunk);
			guest.write(address, chunk, chunk.length);
			address += chunk.length;
			remaining -= chunk.length;
		}
		return Errno.SUCCESS.code();
	}

	private static int strings(Guest guest, List<byte[]> strings, int pointers, int buffer) {
		int pointer = pointers;
		int string = buffer;
		for (byte[] bytes : strings) {
			guest.writeInt(pointer, string);
			guest.write(string, bytes);
			pointer += Integer.BYTES;
			string += bytes.length;
		}
		return Errno.SUCCESS.code();
	}

	private static int sizes(Guest guest, List<byte[]> strings, int count, int size) {
		guest.writeInt(count, strings.size());
		guest.writeInt(size, strings.stream().mapToInt((bytes) -> bytes.length).sum());
		return Errno.SUCCESS.code();
	}

}
