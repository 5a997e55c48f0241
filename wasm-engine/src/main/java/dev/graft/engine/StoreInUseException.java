package dev.graft.engine;

import dev.graft.engine.trap.WasmException;

/// A store was used by a thread while another one was using it, or closed while a call
/// was running in it.
public final class StoreInUseException extends WasmException {

	private static final long serialVersionUID = 1L;

	StoreInUseException(String message) {
		super(message);
	}

}
