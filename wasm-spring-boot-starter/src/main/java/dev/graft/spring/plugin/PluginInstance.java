package dev.graft.spring.plugin;

import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Objects;

import dev.graft.engine.Func;
import dev.graft.engine.Instance;
import dev.graft.engine.Memory;
import dev.graft.engine.Store;
import dev.graft.spring.canonical.GuestMemory;
import org.jspecify.annotations.Nullable;

/// One instance in a store of its own. Used by one thread at a time; after a call that
/// failed it is not used again, for nobody knows what the call has left behind.
final class PluginInstance implements GuestMemory, AutoCloseable {

	private final Store store;

	private final Instance instance;

	private final @Nullable Duration deadline;

	private final IdentityHashMap<BoundMethod, Functions> functions = new IdentityHashMap<>();

	private long callEndsAt;

	private boolean deadlineIsShortened;

	private @Nullable Memory memory;

	private @Nullable Func allocator;

	private volatile long memoryBytes;

	/// @param store the store, closed with this
	/// @param instance the only instance in it
	/// @param deadline how long a call may take with all that belongs to it, or null
	PluginInstance(Store store, Instance instance, @Nullable Duration deadline) {
		this.store = store;
		this.instance = instance;
		this.deadline = deadline;
		this.memoryBytes = store.memoryUsedBytes();
	}

	/// Calls an export: lowers the arguments, calls, lifts the result, and lets the guest
	/// free it.
	@Nullable Object call(BoundMethod method, @Nullable Object @Nullable [] arguments) {
		Functions callable = this.functions.computeIfAbsent(method, this::find);
		beginCall(method);
		Object[] lowered = method.lowering().arguments(arguments, this);
		if (method.usesMemory()) {
			continueCall();
		}
		@Nullable Object[] results = callable.export.call(lowered);
		Object lifted = method.lifting().result((results.length == 0) ? null : results[0], this);
		if (callable.postReturn != null) {
			continueCall();
			callable.postReturn.call(results);
		}
		this.memoryBytes = this.store.memoryUsedBytes();
		return lifted;
	}

	private Functions find(BoundMethod method) {
		String postReturn = method.postReturn();
		return new Functions(this.instance.func(method.export()),
				(postReturn != null) ? this.instance.func(postReturn) : null);
	}

	/// The store counts the time of each call into the guest. A call that needs several
	/// is given what is left of the whole for each but the first.
	private void beginCall(BoundMethod method) {
		if (this.deadline == null) {
			return;
		}
		if (this.deadlineIsShortened) {
			this.store.setDeadline(this.deadline);
			this.deadlineIsShortened = false;
		}
		if (method.usesMemory()) {
			this.callEndsAt = System.nanoTime() + this.deadline.toNanos();
		}
	}

	private void continueCall() {
		if (this.deadline != null) {
			this.store.setDeadline(Duration.ofNanos(Math.max(1, this.callEndsAt - System.nanoTime())));
			this.deadlineIsShortened = true;
		}
	}

	@Override
	public long size() {
		return memory().sizeBytes();
	}

	@Override
	public byte[] read(long address, int length) {
		return memory().read(address, length);
	}

	@Override
	public void write(long address, byte[] bytes) {
		memory().write(address, bytes);
	}

	@Override
	public long allocate(int alignment, int length) {
		if (this.allocator == null) {
			this.allocator = this.instance.func(ALLOCATOR);
		}
		continueCall();
		Object address = Objects.requireNonNull(this.allocator.call(0, 0, alignment, length)[0]);
		return Integer.toUnsignedLong((Integer) address);
	}

	private Memory memory() {
		if (this.memory == null) {
			this.memory = this.instance.memory(MEMORY);
		}
		return this.memory;
	}

	/// How much linear memory it had when it was used last. May be asked by any thread.
	long memoryBytes() {
		return this.memoryBytes;
	}

	/// Ends a running call with a trap. May be called by any thread.
	void interrupt() {
		this.store.interrupt();
	}

	@Override
	public void close() {
		this.store.close();
	}

	private record Functions(Func export, @Nullable Func postReturn) {
	}

}
