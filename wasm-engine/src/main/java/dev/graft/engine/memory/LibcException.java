package dev.graft.engine.memory;

/// A function of the C library reported an error.
final class LibcException extends Exception {

	private static final long serialVersionUID = 1L;

	/// `EPERM`, `EACCES` and others have no name here: the number is what people search
	/// for anyway.
	private static final int ENOMEM = 12;

	private final String reason;

	LibcException(String function, int errno) {
		this(function + " failed with errno " + errno + (errno == ENOMEM ? " (ENOMEM)" : ""));
	}

	private LibcException(String reason) {
		super(reason);
		this.reason = reason;
	}

	/// What failed, and why.
	String reason() {
		return this.reason;
	}

}
