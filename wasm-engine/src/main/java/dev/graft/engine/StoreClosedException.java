package dev.graft.engine;

import dev.graft.engine.trap.WasmException;

/// A store, or something that lived in it, was used after the store had been closed.
public final class StoreClosedException extends WasmException {

	private static final long serialVersionUID = 1L;

	StoreClosedException() {
		super("the store has been closed, and with it its instances, functions, memories, tables and globals");
	}

}
