package dev.graft.engine;

import dev.graft.engine.trap.WasmException;
import org.jspecify.annotations.Nullable;

/// An exception that WebAssembly code throws and catches, as the host meets it: thrown by
/// a call into WebAssembly if nothing there has caught it, and thrown by host functions
/// for WebAssembly code to catch.
///
/// An exception goes through any number of calls between guests and host and remains the
/// same: a host function that lets it pass throws what it has called has thrown.
///
/// The Java stack trace is that of the host. Where in WebAssembly the exception was
/// thrown is not recorded: guests throw too often for that, see RATIONALE, "Why do
/// exceptions of guests not know where they come from?".
public final class ThrownException extends WasmException {

	private static final long serialVersionUID = 1L;

	private final transient @Nullable ExnRef exception;

	/// @param traced whether somebody may want to know where in the host it was thrown
	ThrownException(ExnRef exception, boolean traced) {
		super("wasm " + exception, traced);
		this.exception = exception;
	}

	/// The exception.
	/// @throws IllegalStateException if this object was serialized, as exceptions stay in
	/// their store
	public ExnRef exception() {
		if (this.exception == null) {
			throw new IllegalStateException("the exception has stayed in its store");
		}
		return this.exception;
	}

}
