package dev.graft.bench.runner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// As much of WASI as a [Command] needs: arguments, standard streams, and a working
/// directory whose files it reads and writes. All of that is in memory: files are read
/// before the program starts, and what it writes is gone when it has ended.
public final class CommandWasi extends Wasi {

	private static final int INPUT = 0;

	private static final int OUTPUT = 1;

	private static final int ERROR = 2;

	private static final int DIRECTORY = 3;

	private static final int NOT_PERMITTED = 63;

	private static final int CANNOT_SEEK = 70;

	private static final int INVALID = 28;

	private static final int EXISTS = 20;

	private static final byte TYPE_DIRECTORY = 3;

	private static final byte TYPE_FILE = 4;

	private static final int CREATE = 1;

	private static final int EXCLUSIVE = 4;

	private static final int TRUNCATE = 8;

	private static final int APPEND = 1;

	private static final int FROM_START = 0;

	private static final int FROM_CURRENT = 1;

	private static final int FROM_END = 2;

	private static final int FILESTAT_BYTES = 64;

	private static final int FILESTAT_TYPE = 16;

	private static final int FILESTAT_SIZE = 32;

	private static final String DIRECTORY_NAME = ".";

	private final List<String> arguments;

	private final Map<String, GuestFile> files = new HashMap<>();

	private final Set<String> directories = new HashSet<>();

	private final Map<Integer, Descriptor> descriptors = new HashMap<>();

	private final GuestFile output = new GuestFile(new byte[0]);

	private OptionalInt exitStatus = OptionalInt.empty();

	private int nextDescriptor = DIRECTORY + 1;

	/// Reads the files of a run.
	CommandWasi(Command command) throws IOException {
		this.arguments = command.arguments();
		byte[] input = command.input().isPresent() ? Files.readAllBytes(command.input().get()) : new byte[0];
		this.descriptors.put(INPUT, new Descriptor(new GuestFile(input), false));
		this.descriptors.put(OUTPUT, new Descriptor(this.output, true));
		this.descriptors.put(ERROR, new Descriptor(new GuestFile(new byte[0]), true));
		if (Files.isDirectory(command.files())) {
			readFiles(command.files());
		}
	}

	private void readFiles(Path directory) throws IOException {
		try (Stream<Path> paths = Files.walk(directory)) {
			for (Path path : paths.toList()) {
				String name = directory.relativize(path).toString();
				if (Files.isDirectory(path)) {
					this.directories.add(name);
				}
				else {
					this.files.put(name, new GuestFile(Files.readAllBytes(path)));
				}
			}
		}
	}

	/// Whether the program has called `proc_exit`.
	boolean hasExited() {
		return this.exitStatus.isPresent();
	}

	/// The CRC-32 of what it has printed, and its exit status.
	String checksum() {
		return "%08x-%d".formatted(this.output.checksum(), this.exitStatus.orElse(0));
	}

	@Override
	public HostCall function(String module, String name) {
		if (!module.equals(MODULE)) {
			return super.function(module, name);
		}
		return switch (name) {
			case "args_sizes_get" -> this::argumentSizes;
			case "args_get" -> this::arguments;
			case "fd_prestat_get" -> CommandWasi::preopened;
			case "fd_prestat_dir_name" -> CommandWasi::preopenedName;
			case "path_open" -> this::open;
			case "path_filestat_get" -> (memory, arguments) -> statOf(memory,
					this.files.get(path(memory, arguments[2], arguments[3])), (int) arguments[4]);
			case "path_unlink_file" ->
				(memory, arguments) -> (this.files.remove(path(memory, arguments[1], arguments[2])) != null) ? SUCCESS
						: NO_ENTRY;
			case "fd_read" -> this::read;
			case "fd_write" -> this::write;
			case "fd_seek" ->
				(memory, arguments) -> seek(memory, (int) arguments[0], arguments[1], (int) arguments[2], arguments[3]);
			case "fd_tell" -> (memory, arguments) -> seek(memory, (int) arguments[0], 0, FROM_CURRENT, arguments[1]);
			case "fd_close" ->
				(memory, arguments) -> (this.descriptors.remove((int) arguments[0]) != null) ? SUCCESS : BAD_DESCRIPTOR;
			case "fd_fdstat_get" -> this::state;
			case "fd_fdstat_set_flags" -> (memory, arguments) -> SUCCESS;
			case "fd_filestat_get" -> this::stat;
			case "proc_exit" -> (memory, arguments) -> {
				this.exitStatus = OptionalInt.of((int) arguments[0]);
				throw new GuestExitException(arguments[0]);
			};
			default -> super.function(module, name);
		};
	}

	private int argumentSizes(GuestMemory memory, long[] arguments) {
		memory.writeInt((int) arguments[0], this.arguments.size());
		memory.writeInt((int) arguments[1],
				this.arguments.stream().mapToInt((argument) -> terminated(argument).length).sum());
		return SUCCESS;
	}

	private int arguments(GuestMemory memory, long[] arguments) {
		int pointer = (int) arguments[0];
		int address = (int) arguments[1];
		for (String argument : this.arguments) {
			byte[] bytes = terminated(argument);
			memory.writeInt(pointer, address);
			memory.write(address, bytes);
			pointer += Integer.BYTES;
			address += bytes.length;
		}
		return SUCCESS;
	}

	private static byte[] terminated(String argument) {
		return (argument + '\0').getBytes(StandardCharsets.UTF_8);
	}

	private static int preopened(GuestMemory memory, long[] arguments) {
		if (arguments[0] != DIRECTORY) {
			return BAD_DESCRIPTOR;
		}
		memory.writeInt((int) arguments[1], 0);
		memory.writeInt((int) arguments[1] + Integer.BYTES, DIRECTORY_NAME.length());
		return SUCCESS;
	}

	private static int preopenedName(GuestMemory memory, long[] arguments) {
		memory.write((int) arguments[1], DIRECTORY_NAME.getBytes(StandardCharsets.UTF_8));
		return SUCCESS;
	}

	private static String path(GuestMemory memory, long address, long length) {
		String path = new String(memory.read((int) address, (int) length), StandardCharsets.UTF_8);
		return String.valueOf(Path.of(path).normalize());
	}

	private int open(GuestMemory memory, long[] arguments) {
		String path = path(memory, arguments[2], arguments[3]);
		int how = (int) arguments[4];
		GuestFile file = this.files.get(path);
		if (path.startsWith("..")) {
			return NOT_PERMITTED;
		}
		if (file == null && ((how & CREATE) == 0 || !hasDirectory(path))) {
			return NO_ENTRY;
		}
		if (file == null) {
			file = new GuestFile(new byte[0]);
			this.files.put(path, file);
		}
		else if ((how & EXCLUSIVE) != 0) {
			return EXISTS;
		}
		if ((how & TRUNCATE) != 0) {
			file.truncate();
		}
		this.descriptors.put(this.nextDescriptor, new Descriptor(file, (arguments[7] & APPEND) != 0));
		memory.writeInt((int) arguments[8], this.nextDescriptor++);
		return SUCCESS;
	}

	private boolean hasDirectory(String path) {
		Path directory = Path.of(path).getParent();
		return directory == null || this.directories.contains(directory.toString());
	}

	private int read(GuestMemory memory, long[] arguments) {
		Descriptor descriptor = this.descriptors.get((int) arguments[0]);
		if (descriptor == null) {
			return BAD_DESCRIPTOR;
		}
		int read = 0;
		for (int index = 0; index < (int) arguments[2]; index++) {
			int vector = (int) arguments[1] + index * VECTOR_BYTES;
			byte[] bytes = descriptor.read(memory.readInt(vector + Integer.BYTES));
			memory.write(memory.readInt(vector), bytes);
			read += bytes.length;
		}
		memory.writeInt((int) arguments[3], read);
		return SUCCESS;
	}

	private int write(GuestMemory memory, long[] arguments) {
		Descriptor descriptor = this.descriptors.get((int) arguments[0]);
		if (descriptor == null) {
			return BAD_DESCRIPTOR;
		}
		int written = 0;
		for (int index = 0; index < (int) arguments[2]; index++) {
			int vector = (int) arguments[1] + index * VECTOR_BYTES;
			byte[] bytes = memory.read(memory.readInt(vector), memory.readInt(vector + Integer.BYTES));
			descriptor.write(bytes);
			written += bytes.length;
		}
		memory.writeInt((int) arguments[3], written);
		return SUCCESS;
	}

	private int seek(GuestMemory memory, int number, long offset, int whence, long result) {
		Descriptor descriptor = this.descriptors.get(number);
		if (descriptor == null) {
			return BAD_DESCRIPTOR;
		}
		if (number <= ERROR) {
			return CANNOT_SEEK;
		}
		long base = switch (whence) {
			case FROM_START -> 0;
			case FROM_CURRENT -> descriptor.position;
			case FROM_END -> descriptor.file.size();
			default -> -1;
		};
		if (base < 0 || base + offset < 0) {
			return INVALID;
		}
		descriptor.position = base + offset;
		memory.writeLong((int) result, descriptor.position);
		return SUCCESS;
	}

	/// Everything is a file, so that programs do not take their output for a terminal.
	private int state(GuestMemory memory, long[] arguments) {
		int number = (int) arguments[0];
		if (number != DIRECTORY && !this.descriptors.containsKey(number)) {
			return BAD_DESCRIPTOR;
		}
		int address = (int) arguments[1];
		memory.writeLong(address, (number == DIRECTORY) ? TYPE_DIRECTORY : TYPE_FILE);
		memory.writeLong(address + Long.BYTES, -1);
		memory.writeLong(address + 2 * Long.BYTES, -1);
		return SUCCESS;
	}

	private int stat(GuestMemory memory, long[] arguments) {
		Descriptor descriptor = this.descriptors.get((int) arguments[0]);
		return (descriptor == null) ? BAD_DESCRIPTOR : statOf(memory, descriptor.file, (int) arguments[1]);
	}

	private static int statOf(GuestMemory memory, @Nullable GuestFile file, int address) {
		if (file == null) {
			return NO_ENTRY;
		}
		memory.write(address, new byte[FILESTAT_BYTES]);
		memory.writeByte(address + FILESTAT_TYPE, TYPE_FILE);
		memory.writeLong(address + FILESTAT_SIZE, file.size());
		return SUCCESS;
	}

	/// A file that is open, and where in it reading and writing goes on.
	private static final class Descriptor {

		private final GuestFile file;

		private final boolean appending;

		private long position;

		Descriptor(GuestFile file, boolean appending) {
			this.file = file;
			this.appending = appending;
		}

		byte[] read(int length) {
			byte[] bytes = this.file.read(this.position, length);
			this.position += bytes.length;
			return bytes;
		}

		void write(byte[] bytes) {
			long at = this.appending ? this.file.size() : this.position;
			this.file.write(at, bytes);
			this.position = at + bytes.length;
		}

	}

}
