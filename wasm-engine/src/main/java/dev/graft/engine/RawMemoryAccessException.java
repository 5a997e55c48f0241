package dev.graft.engine;

import dev.graft.engine.trap.WasmException;

/// An engine was configured for
/// [raw memory access][dev.graft.artifact.spi.MemoryAccess#RAW], which this process
/// cannot have. The message says why, and what to do.
public final class RawMemoryAccessException extends WasmException {

	private static final long serialVersionUID = 1L;

	RawMemoryAccessException(String obstacle) {
		super("raw memory access is not possible in this process: " + obstacle);
	}

}
