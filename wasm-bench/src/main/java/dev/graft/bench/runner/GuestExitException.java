package dev.graft.bench.runner;

/// The guest has called `proc_exit`.
public final class GuestExitException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	GuestExitException(long code) {
		super("the guest has called proc_exit(%d)".formatted(code));
	}

}
