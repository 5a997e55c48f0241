package dev.graft.bench.runner;

/// As much of WASI (preview 1) as programs need that only compute: no arguments, no
/// environment, no files; output goes nowhere; random numbers are the same in every run,
/// so that all engines do the same work.
public class Wasi {

	/// The module that WASI's functions are imported from.
	public static final String MODULE = "wasi_snapshot_preview1";

	static final int SUCCESS = 0;

	static final int BAD_DESCRIPTOR = 8;

	static final int NO_ENTRY = 44;

	private static final int NOT_SUPPORTED = 52;

	private static final int STANDARD_STREAMS = 3;

	private static final int CHARACTER_DEVICE = 2;

	private static final int DESCRIPTOR_STATE_BYTES = 24;

	static final int VECTOR_BYTES = 8;

	private static final int SUBSCRIPTION_BYTES = 48;

	private static final int EVENT_BYTES = 32;

	private int random = 0x2545F491;

	/// What a module gets for an import.
	/// @param module the first part of its name
	/// @param name the second part of its name
	public HostCall function(String module, String name) {
		if (!module.equals(MODULE)) {
			return (memory, arguments) -> 0;
		}
		return switch (name) {
			case "args_sizes_get", "environ_sizes_get" -> Wasi::noStrings;
			case "args_get", "environ_get", "sched_yield", "fd_close", "fd_sync" -> (memory, arguments) -> SUCCESS;
			case "clock_time_get" -> (memory, arguments) -> time(memory, (int) arguments[2]);
			case "clock_res_get" -> (memory, arguments) -> resolution(memory, (int) arguments[1]);
			case "random_get" -> this::random;
			case "fd_write" -> (memory, arguments) -> write(memory, arguments);
			case "fd_read" -> Wasi::endOfFile;
			case "poll_oneoff" -> Wasi::poll;
			case "fd_fdstat_get" -> Wasi::descriptorState;
			case "fd_prestat_get", "fd_prestat_dir_name" -> (memory, arguments) -> BAD_DESCRIPTOR;
			case "proc_exit" -> (memory, arguments) -> {
				throw new GuestExitException(arguments[0]);
			};
			default -> (memory, arguments) -> name.startsWith("path_") ? NO_ENTRY : NOT_SUPPORTED;
		};
	}

	private static int noStrings(GuestMemory memory, long[] arguments) {
		memory.writeInt((int) arguments[0], 0);
		memory.writeInt((int) arguments[1], 0);
		return SUCCESS;
	}

	private static int time(GuestMemory memory, int to) {
		memory.writeLong(to, System.nanoTime());
		return SUCCESS;
	}

	private static int resolution(GuestMemory memory, int to) {
		memory.writeLong(to, 1);
		return SUCCESS;
	}

	private int random(GuestMemory memory, long[] arguments) {
		for (int index = 0; index < (int) arguments[1]; index++) {
			this.random ^= this.random << 13;
			this.random ^= this.random >>> 17;
			this.random ^= this.random << 5;
			memory.writeByte((int) arguments[0] + index, (byte) this.random);
		}
		return SUCCESS;
	}

	private static int write(GuestMemory memory, long[] arguments) {
		int written = 0;
		for (int vector = 0; vector < (int) arguments[2]; vector++) {
			written += memory.readInt((int) arguments[1] + vector * VECTOR_BYTES + Integer.BYTES);
		}
		memory.writeInt((int) arguments[3], written);
		return SUCCESS;
	}

	private static int endOfFile(GuestMemory memory, long[] arguments) {
		memory.writeInt((int) arguments[3], 0);
		return SUCCESS;
	}

	/// Whatever a guest waits for has happened, clocks without any time passing.
	private static int poll(GuestMemory memory, long[] arguments) {
		int count = (int) arguments[2];
		for (int index = 0; index < count; index++) {
			int subscription = (int) arguments[0] + index * SUBSCRIPTION_BYTES;
			int event = (int) arguments[1] + index * EVENT_BYTES;
			memory.write(event, memory.read(subscription, Long.BYTES));
			memory.writeInt(event + Long.BYTES, memory.read(subscription + Long.BYTES, 1)[0] << Short.SIZE);
		}
		memory.writeInt((int) arguments[3], count);
		return SUCCESS;
	}

	private static int descriptorState(GuestMemory memory, long[] arguments) {
		if (arguments[0] >= STANDARD_STREAMS) {
			return BAD_DESCRIPTOR;
		}
		for (int index = 0; index < DESCRIPTOR_STATE_BYTES; index++) {
			memory.writeByte((int) arguments[1] + index, (byte) ((index == 0) ? CHARACTER_DEVICE : 0));
		}
		return SUCCESS;
	}

}
