package dev.graft.engine;

import dev.graft.engine.trap.WasmException;

/// A module has to be compiled, and there is no compiler.
public final class CompilerMissingException extends WasmException {

	private static final long serialVersionUID = 1L;

	CompilerMissingException(String module, String reason) {
		super(module + ": " + reason);
	}

}
