package dev.graft.engine.abi;

import dev.graft.engine.trap.TrapCode;

/// A trap on its way from an operator to the boundary with the host, where it becomes
/// what the embedding API shows.
///
/// Its stack trace is where the Wasm backtrace comes from.
public final class TrapException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final TrapCode code;

	/// A trap that happens here.
	@EngineSide
	public TrapException(TrapCode code) {
		this.code = code;
	}

	/// Why.
	@EngineSide
	public TrapCode code() {
		return this.code;
	}

	@Override
	@EngineSide
	public String getMessage() {
		return this.code.text();
	}

}
