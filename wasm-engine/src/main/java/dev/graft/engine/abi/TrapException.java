package dev.graft.engine.abi;

/// A trap on its way from an operator to the boundary with the host, where it becomes what the embedding API shows.
///
/// Its stack trace is where the Wasm backtrace comes from.
public final class TrapException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final TrapKind kind;

	/// A trap that happens here.
	@EngineSide
	public TrapException(TrapKind kind) {
		this.kind = kind;
	}

	/// Why.
	@EngineSide
	public TrapKind kind() {
		return this.kind;
	}

	@Override
	@EngineSide
	public String getMessage() {
		return this.kind.text();
	}

}
