package dev.graft.engine.limits;

import dev.graft.engine.abi.GrowthLimiter;
import org.jspecify.annotations.Nullable;

/// What the instances of one store take, and the most they may. Belongs to the store's
/// thread, except for the account of memories: any thread may grow a shared one.
public final class Budget {

	private final long mostMemoryBytes;

	private final long mostTotalMemoryBytes;

	private final long mostTableElements;

	private final int mostInstances;

	private final GrowthLimiter memoryLimiter = (current, desired) -> addMemory(current, desired) == null;

	private final GrowthLimiter tableLimiter = (current, desired) -> addTableElements(current, desired) == null;

	private long memoryBytes;

	private long tableElements;

	private int instances;

	/// Opens the account of a store.
	/// @param memoryBytes the most that a single memory may take
	/// @param totalMemoryBytes the most that all memories may take
	/// @param tableElements the most elements that all tables may have
	/// @param instances the most instances
	public Budget(long memoryBytes, long totalMemoryBytes, long tableElements, int instances) {
		this.mostMemoryBytes = memoryBytes;
		this.mostTotalMemoryBytes = totalMemoryBytes;
		this.mostTableElements = tableElements;
		this.mostInstances = instances;
	}

	/// The current size of all memories.
	public synchronized long memoryBytes() {
		return this.memoryBytes;
	}

	/// The number of instances. Other threads may ask, and get a recent number.
	public int instances() {
		return this.instances;
	}

	/// The largest size that a memory can ever have here: what to reserve address space
	/// for.
	/// @param ownBytes what the memory already has of what has been accounted for
	public synchronized long largestMemoryBytes(long ownBytes) {
		return Math.min(this.mostMemoryBytes, this.mostTotalMemoryBytes - (this.memoryBytes - ownBytes));
	}

	/// Is asked before a memory grows.
	public GrowthLimiter memoryLimiter() {
		return this.memoryLimiter;
	}

	/// Is asked before a table grows.
	public GrowthLimiter tableLimiter() {
		return this.tableLimiter;
	}

	/// Accounts for a memory that comes into being or grows.
	/// @return the limit that stands in the way, or null if it has been accounted for
	public synchronized @Nullable Overrun addMemory(long current, long desired) {
		if (desired > this.mostMemoryBytes) {
			return new Overrun("memoryBytes", this.mostMemoryBytes, desired);
		}
		long others = this.memoryBytes - current;
		if (desired > this.mostTotalMemoryBytes - others) {
			return new Overrun("totalMemoryBytes", this.mostTotalMemoryBytes, saturatedSum(others, desired));
		}
		this.memoryBytes = others + desired;
		return null;
	}

	/// Accounts for a table that comes into being or grows.
	/// @return the limit that stands in the way, or null if it has been accounted for
	public @Nullable Overrun addTableElements(long current, long desired) {
		long others = this.tableElements - current;
		if (desired > this.mostTableElements - others) {
			return new Overrun("tableElements", this.mostTableElements, saturatedSum(others, desired));
		}
		this.tableElements = others + desired;
		return null;
	}

	private static long saturatedSum(long one, long other) {
		return (one > Long.MAX_VALUE - other) ? Long.MAX_VALUE : one + other;
	}

	/// Accounts for an instance.
	/// @return the limit that stands in the way, or null if it has been accounted for
	public @Nullable Overrun addInstance() {
		if (this.instances >= this.mostInstances) {
			return new Overrun("instances", this.mostInstances, this.instances + 1L);
		}
		this.instances++;
		return null;
	}

	/// Closes the account.
	public synchronized void close() {
		this.memoryBytes = 0;
		this.instances = 0;
	}

	/// A limit that stands in the way.
	/// @param limit its name
	/// @param allowed the most that it allows
	/// @param requested what was asked for
	public record Overrun(String limit, long allowed, long requested) {
	}

}
