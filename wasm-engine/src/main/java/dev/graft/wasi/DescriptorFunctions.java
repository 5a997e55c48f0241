package dev.graft.wasi;

import java.io.IOException;

import dev.graft.engine.Caller;
import dev.graft.wasi.WasiContext.Descriptor;
import org.jspecify.annotations.Nullable;

/// Functions on file descriptors. Only the standard streams are open, and they cannot
/// seek; what only files can do answers `BADF`, as in Wasmtime. In particular
/// `fd_prestat_get(3)` does, which is how programs learn that no directory is open.
///
/// @see <a
/// href="https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#-fd_advise">fd_advise
/// and after</a>
final class DescriptorFunctions extends WasiFunctions {

	private static final int CHUNK = 8192;

	private static final int IOVEC_BYTES = 8;

	private static final int FILE_TYPE_UNKNOWN = 0;

	private static final int FILE_TYPE_CHARACTER_DEVICE = 2;

	private static final long RIGHT_TO_READ = 1L << 1;

	private static final long RIGHT_TO_WRITE = 1L << 6;

	private static final int FDSTAT_BYTES = 24;

	private static final int FDSTAT_RIGHTS = 8;

	private static final int FILESTAT_BYTES = 64;

	private static final int FILESTAT_TYPE = 16;

	DescriptorFunctions(WasiConfig defaults) {
		super(defaults);
	}

	int fdRead(Caller caller, int fd, int vectors, int count, int bytesRead) {
		if (!(descriptor(caller, fd) instanceof Descriptor.Input input)) {
			return Errno.BADF.code();
		}
		Guest guest = Guest.of(caller);
		try {
			guest.writeInt(bytesRead, read(input, guest, vectors, count));
			return Errno.SUCCESS.code();
		}
		catch (IOException failure) {
			return Errno.IO.code();
		}
	}

	/// Fills the first buffer that is not empty with what is there, waiting only if
	/// nothing is.
	private static int read(Descriptor.Input input, Guest guest, int vectors, int count) throws IOException {
		for (int index = 0; index < count; index++) {
			int vector = vectors + index * IOVEC_BYTES;
			long address = Integer.toUnsignedLong(guest.readInt(vector));
			long length = Integer.toUnsignedLong(guest.readInt(vector + Integer.BYTES));
			if (length > 0) {
				guest.check(address, length);
				byte[] chunk = new byte[(int) Math.min(CHUNK, length)];
				int read = Math.max(0, input.stream().read(chunk, 0, chunk.length));
				guest.write(address, chunk, read);
				return read;
			}
		}
		return 0;
	}

	int fdWrite(Caller caller, int fd, int vectors, int count, int bytesWritten) {
		if (!(descriptor(caller, fd) instanceof Descriptor.Output output)) {
			return Errno.BADF.code();
		}
		Guest guest = Guest.of(caller);
		try {
			long written = 0;
			for (int index = 0; index < count; index++) {
				written += write(output, guest, vectors + index * IOVEC_BYTES);
			}
			output.stream().flush();
			guest.writeInt(bytesWritten, (int) written);
			return Errno.SUCCESS.code();
		}
		catch (IOException failure) {
			return Errno.IO.code();
		}
	}

	private static long write(Descriptor.Output output, Guest guest, int vector) throws IOException {
		long address = Integer.toUnsignedLong(guest.readInt(vector));
		long length = Integer.toUnsignedLong(guest.readInt(vector + Integer.BYTES));
		guest.check(address, length);
		byte[] chunk = new byte[(int) Math.min(CHUNK, length)];
		for (long done = 0; done < length; done += chunk.length) {
			int size = (int) Math.min(chunk.length, length - done);
			guest.read(address + done, chunk, size);
			output.write(chunk, size);
		}
		return length;
	}

	int fdClose(Caller caller, int fd) {
		return (context(caller).close(fd) ? Errno.SUCCESS : Errno.BADF).code();
	}

	int fdRenumber(Caller caller, int fd, int to) {
		WasiContext context = context(caller);
		if (context.descriptor(fd) == null || context.descriptor(to) == null) {
			return Errno.BADF.code();
		}
		context.renumber(fd, to);
		return Errno.SUCCESS.code();
	}

	/// Tells libc whether it writes to a terminal: a character device that cannot seek.
	int fdFdstatGet(Caller caller, int fd, int stat) {
		Descriptor descriptor = descriptor(caller, fd);
		if (descriptor == null) {
			return Errno.BADF.code();
		}
		Guest guest = Guest.of(caller);
		guest.write(stat, new byte[FDSTAT_BYTES]);
		guest.writeByte(stat, fileType(caller));
		guest.writeLong(stat + FDSTAT_RIGHTS, switch (descriptor) {
			case Descriptor.Input input -> RIGHT_TO_READ;
			case Descriptor.Output output -> RIGHT_TO_WRITE;
		});
		return Errno.SUCCESS.code();
	}

	int fdFilestatGet(Caller caller, int fd, int stat) {
		if (descriptor(caller, fd) == null) {
			return Errno.BADF.code();
		}
		Guest guest = Guest.of(caller);
		guest.write(stat, new byte[FILESTAT_BYTES]);
		guest.writeByte(stat + FILESTAT_TYPE, fileType(caller));
		return Errno.SUCCESS.code();
	}

	private int fileType(Caller caller) {
		return context(caller).terminal() ? FILE_TYPE_CHARACTER_DEVICE : FILE_TYPE_UNKNOWN;
	}

	int fdSeek(Caller caller, int fd, long offset, int whence, int position) {
		return cannotSeek(caller, fd);
	}

	int fdTell(Caller caller, int fd, int position) {
		return cannotSeek(caller, fd);
	}

	int fdPread(Caller caller, int fd, int vectors, int count, long offset, int bytesRead) {
		return cannotSeek(caller, fd);
	}

	int fdPwrite(Caller caller, int fd, int vectors, int count, long offset, int bytesWritten) {
		return cannotSeek(caller, fd);
	}

	private int cannotSeek(Caller caller, int fd) {
		return ((descriptor(caller, fd) != null) ? Errno.SPIPE : Errno.BADF).code();
	}

	int fdAdvise(Caller caller, int fd, long offset, long length, int advice) {
		return Errno.BADF.code();
	}

	int fdAllocate(Caller caller, int fd, long offset, long length) {
		return Errno.BADF.code();
	}

	int fdDatasync(Caller caller, int fd) {
		return Errno.BADF.code();
	}

	int fdSync(Caller caller, int fd) {
		return Errno.BADF.code();
	}

	int fdFdstatSetFlags(Caller caller, int fd, int flags) {
		return Errno.BADF.code();
	}

	int fdFdstatSetRights(Caller caller, int fd, long base, long inheriting) {
		return Errno.BADF.code();
	}

	int fdFilestatSetSize(Caller caller, int fd, long size) {
		return Errno.BADF.code();
	}

	int fdFilestatSetTimes(Caller caller, int fd, long accessed, long modified, int flags) {
		return Errno.BADF.code();
	}

	int fdPrestatGet(Caller caller, int fd, int prestat) {
		return Errno.BADF.code();
	}

	int fdPrestatDirName(Caller caller, int fd, int path, int length) {
		return Errno.BADF.code();
	}

	int fdReaddir(Caller caller, int fd, int buffer, int length, long cookie, int used) {
		return Errno.BADF.code();
	}

	private @Nullable Descriptor descriptor(Caller caller, int fd) {
		return context(caller).descriptor(fd);
	}

}
