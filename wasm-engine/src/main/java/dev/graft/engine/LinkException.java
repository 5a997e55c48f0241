package dev.graft.engine;

import dev.graft.engine.trap.WasmException;

/// Something cannot be linked: a name is defined twice, an import is missing, an item
/// belongs to another store.
public class LinkException extends WasmException {

	private static final long serialVersionUID = 1L;

	LinkException(String message) {
		super(message);
	}

}
