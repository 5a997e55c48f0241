package dev.graft.engine.trap;

import org.jspecify.annotations.Nullable;

/// The root of what the engine throws: traps, failures to link, limits reached, misuse of
/// a store.
///
/// Modules that cannot be decoded or validated fail with a `ModuleException`, artifacts
/// that do not fit with an `IncompatibleArtifactException`: both come from
/// `wasm-artifact`, where the compiler can see them too. Exceptions of host functions are
/// never wrapped.
public class WasmException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/// An exception with a message.
	public WasmException(@Nullable String message) {
		super(message);
	}

	/// An exception with a message and perhaps without a stack trace.
	/// @param traced whether there is a stack trace
	protected WasmException(String message, boolean traced) {
		super(message, null, false, traced);
	}

	/// An exception with a message and a cause.
	public WasmException(@Nullable String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
