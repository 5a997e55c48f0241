package dev.graft.engine.instance;

import dev.graft.engine.limits.Budget.Overrun;

/// The budget of a store does not allow something to be made. The embedding API says it
/// in its own words.
public final class OverrunException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient Overrun overrun;

	OverrunException(Overrun overrun) {
		super(overrun.limit(), null, false, false);
		this.overrun = overrun;
	}

	/// The limit that stands in the way.
	public Overrun overrun() {
		return this.overrun;
	}

}
