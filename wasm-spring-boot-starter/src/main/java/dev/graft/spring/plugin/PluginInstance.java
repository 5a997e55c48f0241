package dev.graft.spring.plugin;

import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Objects;

import dev.graft.engine.Func;
import dev.graft.engine.Instance;
import dev.graft.engine.Memory;
import dev.graft.engine.RawCall;
import dev.graft.engine.Store;
import dev.graft.spring.canonical.CanonicalSignature;
import dev.graft.spring.canonical.GuestMemory;
import org.jspecify.annotations.Nullable;

/// One instance in a store of its own. Used by one thread at a time; after a call that
/// failed it is not used again, for nobody knows what the call has left behind.
final class PluginInstance implements GuestMemory, AutoCloseable {

	private final Store store;

	private final Instance instance;

	private final @Nullable Duration deadline;

	private final IdentityHashMap<BoundMethod, Functions> functions = new IdentityHashMap<>();

	private final long[] values = new long[CanonicalSignature.MAX_FLAT_PARAMETERS];

	private @Nullable PluginGeneration generation;

	private long begunAt;

	private long callEndsAt;

	private boolean deadlineIsShortened;

	private @Nullable Memory memory;

	private @Nullable RawCall allocator;

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
		Functions callable = functions(method);
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
		noteMemory();
		return lifted;
	}

	/// Calls an export with numbers, whose bits are in [#values], and leaves the bits of
	/// its result there. Leaves no garbage.
	void callRaw(BoundMethod method) {
		Functions callable = functions(method);
		beginCall(method);
		callable.byBits().call(this.values);
		RawCall postReturn = callable.rawPostReturn;
		if (postReturn != null) {
			continueCall();
			postReturn.call(this.values);
		}
		noteMemory();
	}

	/// Notes for which version a call began, and when.
	void begin(PluginGeneration generation, long nanoTime) {
		this.generation = generation;
		this.begunAt = nanoTime;
	}

	PluginGeneration generation() {
		return Objects.requireNonNull(this.generation);
	}

	long begunAt() {
		return this.begunAt;
	}

	/// Where the arguments and the result of [#callRaw] are.
	long[] values() {
		return this.values;
	}

	private Functions functions(BoundMethod method) {
		Functions known = this.functions.get(method);
		return (known != null) ? known : find(method);
	}

	private Functions find(BoundMethod method) {
		Func export = this.instance.func(method.export());
		String name = method.postReturn();
		Func postReturn = (name != null) ? this.instance.func(name) : null;
		Functions found = method.isNumeric()
				? new Functions(export, postReturn, export.raw(), (postReturn != null) ? postReturn.raw() : null)
				: new Functions(export, postReturn, null, null);
		this.functions.put(method, found);
		return found;
	}

	// Others read it, and need not know at once.
	private void noteMemory() {
		long now = this.store.memoryUsedBytes();
		if (now != this.memoryBytes) {
			this.memoryBytes = now;
		}
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
			this.allocator = this.instance.func(ALLOCATOR).raw();
		}
		continueCall();
		this.values[0] = 0;
		this.values[1] = 0;
		this.values[2] = alignment;
		this.values[3] = length;
		this.allocator.call(this.values);
		return Integer.toUnsignedLong((int) this.values[0]);
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

	/// @param raw the export called by bits, null if not all of its values are numbers
	private record Functions(Func export, @Nullable Func postReturn, @Nullable RawCall raw,
			@Nullable RawCall rawPostReturn) {

		RawCall byBits() {
			return Objects.requireNonNull(this.raw);
		}

	}

}
