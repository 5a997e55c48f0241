package dev.graft.engine;

import dev.graft.engine.abi.ExecutionContext;
import dev.graft.engine.instance.InstanceTemplate;
import dev.graft.engine.instance.OverrunException;
import org.jspecify.annotations.Nullable;

/// A module with all its imports resolved and type-checked: instantiating does no work
/// per import any more. Immutable and thread-safe.
public final class InstancePre {

	private final Module module;

	private final InstanceTemplate template;

	private final @Nullable ExecutionContext home;

	InstancePre(Module module, InstanceTemplate template, @Nullable ExecutionContext home) {
		this.module = module;
		this.template = template;
		this.home = home;
	}

	/// The module.
	public Module module() {
		return this.module;
	}

	/// Instantiates the module: allocates its memories, tables and globals, initialises
	/// them, and calls its start function.
	/// @throws LinkException if an import lives in another store
	/// @throws dev.graft.engine.trap.Trap if initialising a table or memory goes out of
	/// bounds, or the start function traps
	/// @throws LimitExceededException if the store's limits do not allow it
	public Instance instantiate(Store store) {
		check(store);
		EngineEvents events = this.module.engine().events();
		long start = events.clock();
		int token = store.ownership().enter();
		try {
			if (this.module.shared().hasObjects()) {
				store.watchHeap();
			}
			Instance instance = instantiateHere(store);
			events.instantiated(this.module, start);
			return instance;
		}
		finally {
			store.ownership().leave(token);
		}
	}

	@SuppressWarnings("ReferenceEquality")
	private void check(Store store) {
		if (store.engine() != this.module.engine()) {
			throw new LinkException(this.module.name() + ": the store belongs to another engine than the module");
		}
		if (this.home != null && this.home != store.state().context()) {
			throw new LinkException(this.module.name() + ": imports live in another store than the instance is to");
		}
	}

	private Instance instantiateHere(Store store) {
		InstanceTemplate.Allocated allocated;
		try {
			allocated = this.template.allocate(store.state());
		}
		catch (OverrunException exceeded) {
			throw LimitExceededException.of(this.module.name(), exceeded);
		}
		catch (OutOfMemoryError exhausted) {
			throw HostBoundary.surface(exhausted, store, null);
		}
		Instance instance = new Instance(this.module, store, allocated);
		try {
			allocated.initialize();
			return instance;
		}
		catch (Throwable thrown) {
			throw HostBoundary.surface(thrown, store, allocated.instance());
		}
	}

}
