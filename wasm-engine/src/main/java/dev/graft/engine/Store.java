package dev.graft.engine;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.graft.engine.abi.ExecutionContext;
import dev.graft.engine.abi.FunctionReference;
import dev.graft.engine.instance.StoreState;
import dev.graft.engine.limits.Budget;
import dev.graft.engine.limits.CallWatch;
import dev.graft.engine.limits.HeapWatch;
import org.jspecify.annotations.Nullable;

/// Where instances live, with their memories, tables and globals. Closing the store frees
/// them all.
///
/// A store belongs to one thread at a time, not to one thread forever: any thread may use
/// it while no other does. Using it while another thread does is a [StoreInUseException],
/// never corruption. Host functions may call back into the store that calls them. Only
/// [#interrupt] may be called at any time.
public final class Store implements AutoCloseable {

	private final Engine engine;

	private final StoreLimits limits;

	private final StoreState state;

	private final StoreOwnership ownership;

	private @Nullable Map<Class<?>, Object> data;

	private @Nullable Caller hostCaller;

	private @Nullable Duration deadline;

	private volatile @Nullable CallWatch watch;

	private @Nullable HeapWatch heapWatch;

	private Store(Builder builder) {
		this.engine = builder.engine;
		this.limits = builder.limits;
		this.data = (builder.data != null) ? new HashMap<>(builder.data) : null;
		Budget budget = new Budget(this.limits.memoryBytes(), this.limits.totalMemoryBytes(),
				this.limits.tableElements(), this.limits.instances());
		this.state = new StoreState(budget, this.engine.memories());
		this.state.context().embedder = this;
		this.state.context().largestArrayBytes = this.limits.arrayBytes();
		this.ownership = new StoreOwnership(this.state.context());
		if (builder.deadline != null) {
			watchCalls(builder.deadline);
		}
	}

	/// A store with the engine's limits and deadline.
	public static Store create(Engine engine) {
		return builder(engine).build();
	}

	/// A builder that starts with the engine's limits and deadline.
	public static Builder builder(Engine engine) {
		return new Builder(engine);
	}

	static Store of(ExecutionContext context) {
		return (Store) Objects.requireNonNull(context.embedder);
	}

	/// The engine.
	public Engine engine() {
		return this.engine;
	}

	/// What its instances may take.
	public StoreLimits limits() {
		return this.limits;
	}

	/// How long a call from the host may take, with all that it calls. Instantiation
	/// counts as a call.
	public Optional<Duration> deadline() {
		return Optional.ofNullable(this.deadline);
	}

	/// Sets how long calls from the host may take, beginning with the next one; null for
	/// as long as they like.
	///
	/// A call that passes its deadline ends with a
	/// [trap][dev.graft.engine.trap.TrapCode#INTERRUPT]; if a host function is blocking,
	/// its thread is interrupted. Where calls follow each other closely, one may run
	/// longer than that by an eighth.
	/// @throws StoreInUseException if a call is running
	public void setDeadline(@Nullable Duration deadline) {
		watchCalls(Deadlines.checked(deadline));
	}

	private void watchCalls(@Nullable Duration deadline) {
		CallWatch watch = null;
		if (deadline != null) {
			watch = (this.watch != null) ? this.watch : new CallWatch(this.state.context(), this.engine.deadlines());
		}
		this.ownership.watch(watch, (deadline != null) ? Deadlines.nanos(deadline) : 0);
		this.watch = watch;
		this.deadline = deadline;
	}

	/// Interrupts the call that is running now, if there is one: it ends with a
	/// [trap][dev.graft.engine.trap.TrapCode#INTERRUPT]. Later calls are not affected.
	/// May be called by any thread.
	///
	/// A host function that is blocking is interrupted only if the store has a deadline.
	public void interrupt() {
		CallWatch watch = this.watch;
		if (watch != null) {
			watch.interrupt();
		}
		else {
			this.state.context().interrupt();
		}
	}

	/// What the embedder has attached to the store under a class, for its host functions.
	public <T> Optional<T> data(Class<T> type) {
		int token = this.ownership.hold();
		try {
			return (this.data != null) ? Optional.ofNullable(this.data.get(type)).map(type::cast) : Optional.empty();
		}
		finally {
			this.ownership.release(token);
		}
	}

	/// Attaches an object to the store, for the embedder's host functions; null detaches.
	public <T> void setData(Class<T> type, @Nullable T value) {
		int token = this.ownership.hold();
		try {
			if (this.data == null) {
				this.data = new HashMap<>();
			}
			this.data.compute(type, (key, old) -> value);
		}
		finally {
			this.ownership.release(token);
		}
	}

	/// The current size of all its memories.
	public long memoryUsedBytes() {
		return this.state.budget().memoryBytes();
	}

	/// How many instances live in it.
	public int instanceCount() {
		return this.state.budget().instances();
	}

	/// Whether the store has been closed.
	public boolean isClosed() {
		return this.ownership.isClosed();
	}

	/// Frees everything that lives in the store. Closing again does nothing.
	/// @throws StoreInUseException if a call is running in it
	@Override
	public void close() {
		if (this.ownership.close()) {
			CallWatch watch = this.watch;
			if (watch != null) {
				watch.close();
			}
			try {
				this.state.close();
				this.data = null;
			}
			finally {
				if (this.heapWatch != null) {
					this.heapWatch.close();
				}
			}
		}
	}

	/// Watches what calls put on the heap. To be called inside of a call.
	void watchHeap() {
		if (this.heapWatch == null && this.engine.heapGuard().isOn()) {
			this.heapWatch = new HeapWatch(this.state.context(), this.engine.heapGuard());
			this.ownership.watch(this.heapWatch);
		}
	}

	StoreState state() {
		return this.state;
	}

	StoreOwnership ownership() {
		return this.ownership;
	}

	/// The caller that host functions see when the host calls them.
	Caller hostCaller() {
		Caller caller = this.hostCaller;
		if (caller == null) {
			caller = new Caller(this, null);
			this.hostCaller = caller;
		}
		return caller;
	}

	/// The object for a reference to a function.
	Func func(FunctionReference reference) {
		return new Func(this, reference);
	}

	/// Builds a [Store].
	public static final class Builder {

		private final Engine engine;

		private @Nullable Map<Class<?>, Object> data;

		private StoreLimits limits;

		private @Nullable Duration deadline;

		private Builder(Engine engine) {
			this.engine = engine;
			this.limits = engine.config().storeLimits();
			this.deadline = engine.config().deadline().orElse(null);
		}

		/// What its instances may take.
		public Builder limits(StoreLimits limits) {
			this.limits = Objects.requireNonNull(limits, "limits");
			return this;
		}

		/// How long calls from the host may take; null for as long as they like.
		public Builder deadline(@Nullable Duration deadline) {
			this.deadline = Deadlines.checked(deadline);
			return this;
		}

		/// Attaches an object to the store, for the embedder's host functions.
		public <T> Builder data(Class<T> type, T value) {
			if (this.data == null) {
				this.data = new HashMap<>();
			}
			this.data.put(type, Objects.requireNonNull(type.cast(value), "value"));
			return this;
		}

		/// The store.
		/// @throws IllegalStateException if the engine has been closed
		public Store build() {
			this.engine.checkOpen();
			return new Store(this);
		}

	}

}
