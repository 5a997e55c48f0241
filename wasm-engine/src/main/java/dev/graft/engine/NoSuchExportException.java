package dev.graft.engine;

import dev.graft.engine.trap.WasmException;

/// A module does not export what the host asked for.
public final class NoSuchExportException extends WasmException {

	private static final long serialVersionUID = 1L;

	private final String export;

	NoSuchExportException(String export, String message) {
		super(message);
		this.export = export;
	}

	/// The name that was asked for.
	public String export() {
		return this.export;
	}

}
