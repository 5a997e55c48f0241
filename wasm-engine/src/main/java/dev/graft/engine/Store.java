package dev.graft.engine;

import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// Where instances live, with their memories, tables and globals. Closing the store frees them all.
///
/// A store belongs to one thread at a time, not to one thread forever: any thread may use it while no other does. Using it
/// while another thread does is a [StoreInUseException], never corruption. Host functions may call back into the store
/// that calls them. Only [#interrupt] may be called at any time.
public final class Store implements AutoCloseable {

	private Store() {
	}

	/// A store with the engine's limits and deadline.
	public static Store create(Engine engine) {
		return builder(engine).build();
	}

	/// A builder that starts with the engine's limits and deadline.
	public static Builder builder(Engine engine) {
		return Pending.body();
	}

	/// The engine.
	public Engine engine() {
		return Pending.body();
	}

	/// What its instances may take.
	public StoreLimits limits() {
		return Pending.body();
	}

	/// How long a call from the host may take, with all that it calls. Instantiation
	/// counts as a call.
	public Optional<Duration> deadline() {
		return Pending.body();
	}

	/// Sets how long calls from the host may take, beginning with the next one; null for
	/// as long as they like.
	///
	/// A call that passes its deadline ends with a
	/// [trap][dev.graft.engine.trap.TrapCode#INTERRUPT]; if a host function is
	/// blocking, its thread is interrupted.
	public void setDeadline(@Nullable Duration deadline) {
		Pending.body();
	}

	/// Interrupts the call that is running now, if there is one: it ends with a
	/// [trap][dev.graft.engine.trap.TrapCode#INTERRUPT]. Later calls are not affected.
	/// May be called by any thread.
	public void interrupt() {
		Pending.body();
	}

	/// What the embedder has attached to the store under a class, for its host functions.
	public <T> Optional<T> data(Class<T> type) {
		return Pending.body();
	}

	/// Attaches an object to the store, for the embedder's host functions; null detaches.
	public <T> void setData(Class<T> type, @Nullable T value) {
		Pending.body();
	}

	/// The current size of all its memories.
	public long memoryUsedBytes() {
		return Pending.body();
	}

	/// How many instances live in it.
	public int instanceCount() {
		return Pending.body();
	}

	/// Whether the store has been closed.
	public boolean isClosed() {
		return Pending.body();
	}

	/// Frees everything that lives in the store. Closing again does nothing.
	/// @throws StoreInUseException if a call is running in it
	@Override
	public void close() {
		Pending.body();
	}

	/// Builds a [Store].
	public static final class Builder {

		private Builder() {
		}

		/// What its instances may take.
		public Builder limits(StoreLimits limits) {
			return Pending.body();
		}

		/// How long calls from the host may take; null for as long as they like.
		public Builder deadline(@Nullable Duration deadline) {
			return Pending.body();
		}

		/// Attaches an object to the store, for the embedder's host functions.
		public <T> Builder data(Class<T> type, T value) {
			return Pending.body();
		}

		/// The store.
		public Store build() {
			return Pending.body();
		}

	}

}
