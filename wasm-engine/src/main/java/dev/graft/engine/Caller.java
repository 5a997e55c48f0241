package dev.graft.engine;

import java.util.Optional;

/// The instance that calls a host function, and through it the store: how host functions get at the guest's memory.
///
/// Valid during the call only.
public final class Caller {

	private Caller() {
	}

	/// The store.
	public Store store() {
		return Pending.body();
	}

	/// The calling instance; empty if the host itself calls.
	public Optional<Instance> instance() {
		return Pending.body();
	}

	/// Whatever the calling instance exports under a name.
	public Optional<Extern> export(String name) {
		return Pending.body();
	}

	/// The memory that the calling instance exports as `memory`, as toolchains do.
	/// @throws NoSuchExportException if it exports no such memory
	public Memory memory() {
		return Pending.body();
	}

	/// What the embedder has attached to the store under a class.
	public <T> Optional<T> data(Class<T> type) {
		return store().data(type);
	}

}
