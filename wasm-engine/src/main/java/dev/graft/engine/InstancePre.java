package dev.graft.engine;

/// A module with all its imports resolved and type-checked: instantiating does no work per import any more. Immutable and
/// thread-safe.
public final class InstancePre {

	private InstancePre() {
	}

	/// The module.
	public Module module() {
		return Pending.body();
	}

	/// Instantiates the module: allocates its memories, tables and globals, initialises
	/// them, and calls its start function.
	/// @throws LinkException if an import lives in another store
	/// @throws dev.graft.engine.trap.Trap if initialising a table or memory goes out of
	/// bounds, or the start function
	/// traps
	/// @throws LimitExceededException if the store's limits do not allow it
	public Instance instantiate(Store store) {
		return Pending.body();
	}

}
