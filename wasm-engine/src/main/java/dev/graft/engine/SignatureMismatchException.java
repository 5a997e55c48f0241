package dev.graft.engine;

import dev.graft.engine.trap.WasmException;

/// The host's idea of a function does not fit the function: other parameters, results, or
/// kinds of values.
public final class SignatureMismatchException extends WasmException {

	private static final long serialVersionUID = 1L;

	SignatureMismatchException(String message) {
		super(message);
	}

}
