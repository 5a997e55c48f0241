package dev.graft.engine;

import dev.graft.engine.instance.OverrunException;
import dev.graft.engine.limits.Budget;
import dev.graft.engine.trap.WasmException;

/// A limit of the store would be exceeded.
public final class LimitExceededException extends WasmException {

	private static final long serialVersionUID = 1L;

	private final String limit;

	private final long allowed;

	private final long requested;

	private LimitExceededException(String where, String limit, long allowed, long requested) {
		super("%s: %s: at most %d allowed, %d requested; see StoreLimits".formatted(where, limit, allowed, requested));
		this.limit = limit;
		this.allowed = allowed;
		this.requested = requested;
	}

	static LimitExceededException of(String where, OverrunException exceeded) {
		Budget.Overrun overrun = exceeded.overrun();
		return new LimitExceededException(where, overrun.limit(), overrun.allowed(), overrun.requested());
	}

	/// Which limit, named as in [StoreLimits].
	public String limit() {
		return this.limit;
	}

	/// The limit.
	public long allowed() {
		return this.allowed;
	}

	/// What was asked for.
	public long requested() {
		return this.requested;
	}

}
