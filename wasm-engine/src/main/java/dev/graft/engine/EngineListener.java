package dev.graft.engine;

import java.time.Duration;

import dev.graft.engine.trap.TrapCode;

/// Is told what an engine does, for meters and logs. All methods do nothing by default.
///
/// Methods are called by the thread that does the work, so they must be quick, and must
/// not call the engine. Without a listener the engine reads no clock.
public interface EngineListener {

	/// A module was compiled.
	/// @param module the name that it is loaded under
	/// @param duration how long that took
	/// @param sourceBytes how large the module is
	/// @param artifactBytes how large the artifact is
	default void compiled(String module, Duration duration, long sourceBytes, long artifactBytes) {
	}

	/// A module could not be compiled.
	/// @param module the name that it was to be loaded under
	/// @param duration how long it took to find out
	/// @param problem what is wrong with it
	default void compilationFailed(String module, Duration duration, RuntimeException problem) {
	}

	/// A module was loaded, whatever its origin.
	/// @param module the module
	/// @param duration how long that took, with compilation if there was any
	default void loaded(Module module, Duration duration) {
	}

	/// A module was instantiated.
	/// @param module the module
	/// @param duration how long that took, with the start function if there is one
	default void instantiated(Module module, Duration duration) {
	}

	/// A call from the host ended with a trap.
	/// @param module the module of the function that the host had called
	/// @param code why
	default void trapped(Module module, TrapCode code) {
	}

}
