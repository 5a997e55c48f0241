package dev.graft.engine.abi;

import dev.graft.engine.trap.TrapCode;
import org.jspecify.annotations.Nullable;

/// A trap on its way from an operator to the boundary with the host, where it becomes
/// what the embedding API shows.
///
/// Its stack trace is where the Wasm backtrace comes from.
public final class TrapException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final TrapCode code;

	private final @Nullable String detail;

	/// A trap that happens here.
	@EngineSide
	public TrapException(TrapCode code) {
		this(code, null);
	}

	/// A trap that happens here.
	/// @param detail what else is known, or null
	@EngineSide
	public TrapException(TrapCode code, @Nullable String detail) {
		this.code = code;
		this.detail = detail;
	}

	/// Why.
	@EngineSide
	public TrapCode code() {
		return this.code;
	}

	/// What else is known, or null.
	@EngineSide
	public @Nullable String detail() {
		return this.detail;
	}

	@Override
	@EngineSide
	public String getMessage() {
		return this.code.text();
	}

}
