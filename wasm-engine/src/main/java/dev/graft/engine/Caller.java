package dev.graft.engine;

import java.util.Optional;

import dev.graft.engine.abi.ModuleInstance;
import org.jspecify.annotations.Nullable;

/// The instance that calls a host function, and through it the store: how host functions
/// get at the guest's memory.
///
/// Valid during the call only.
public final class Caller {

	private final Store store;

	private final @Nullable Instance instance;

	Caller(Store store, @Nullable Instance instance) {
		this.store = store;
		this.instance = instance;
	}

	static Caller of(ModuleInstance caller) {
		return (caller.embedder instanceof Instance instance) ? instance.asCaller()
				: Store.of(caller.context).hostCaller();
	}

	/// The store.
	public Store store() {
		return this.store;
	}

	/// The calling instance; empty if the host itself calls.
	public Optional<Instance> instance() {
		return Optional.ofNullable(this.instance);
	}

	/// Whatever the calling instance exports under a name.
	public Optional<Extern> export(String name) {
		return (this.instance != null) ? this.instance.export(name) : Optional.empty();
	}

	/// The memory that the calling instance exports as `memory`, as toolchains do.
	/// @throws NoSuchExportException if it exports no such memory
	public Memory memory() {
		if (this.instance == null) {
			throw new NoSuchExportException("memory", "the host calls this function itself, so there is no memory");
		}
		return this.instance.memory("memory");
	}

	/// What the embedder has attached to the store under a class.
	public <T> Optional<T> data(Class<T> type) {
		return this.store.data(type);
	}

}
