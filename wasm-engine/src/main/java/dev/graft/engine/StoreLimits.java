package dev.graft.engine;

/// How much the instances of one store may take. Reaching a limit fails as the
/// specification allows: growing answers -1, instantiating is refused with a
/// [LimitExceededException].
///
/// @param memoryBytes the largest size of a single memory
/// @param totalMemoryBytes the largest size of all memories together
/// @param tableElements the largest number of elements of all tables together
/// @param instances the largest number of instances
/// @param arrayBytes the largest size of the elements of a single array of a guest;
/// asking for more is a [trap][dev.graft.engine.trap.TrapCode#ALLOCATION_TOO_LARGE]
public record StoreLimits(long memoryBytes, long totalMemoryBytes, long tableElements, int instances, long arrayBytes) {

	private static final long MEBIBYTE = 1024L * 1024;

	/// 256 MiB of memory, a million table elements, 10,000 instances, 64 MiB for an
	/// array.
	public static final StoreLimits DEFAULT = new StoreLimits(256 * MEBIBYTE, 256 * MEBIBYTE, 1_000_000, 10_000,
			64 * MEBIBYTE);

	/// All that the specification allows.
	public static final StoreLimits UNLIMITED = new StoreLimits(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE,
			Integer.MAX_VALUE, Long.MAX_VALUE);

	/// Checks that no limit is negative.
	public StoreLimits {
		if (memoryBytes < 0 || totalMemoryBytes < 0 || tableElements < 0 || instances < 0 || arrayBytes < 0) {
			throw new IllegalArgumentException(
					"limits must not be negative: memoryBytes %d, totalMemoryBytes %d, tableElements %d, instances %d, arrayBytes %d"
						.formatted(memoryBytes, totalMemoryBytes, tableElements, instances, arrayBytes));
		}
	}

	/// These limits, with another one for the size of memories, of each and of all
	/// together.
	public StoreLimits withMemoryBytes(long bytes) {
		return new StoreLimits(bytes, bytes, this.tableElements, this.instances, this.arrayBytes);
	}

	/// These limits, with another one for the size of all memories together.
	public StoreLimits withTotalMemoryBytes(long bytes) {
		return new StoreLimits(this.memoryBytes, bytes, this.tableElements, this.instances, this.arrayBytes);
	}

	/// These limits, with another one for table elements.
	public StoreLimits withTableElements(long elements) {
		return new StoreLimits(this.memoryBytes, this.totalMemoryBytes, elements, this.instances, this.arrayBytes);
	}

	/// These limits, with another one for instances.
	public StoreLimits withInstances(int count) {
		return new StoreLimits(this.memoryBytes, this.totalMemoryBytes, this.tableElements, count, this.arrayBytes);
	}

	/// These limits, with another one for the size of an array.
	public StoreLimits withArrayBytes(long bytes) {
		return new StoreLimits(this.memoryBytes, this.totalMemoryBytes, this.tableElements, this.instances, bytes);
	}

}
