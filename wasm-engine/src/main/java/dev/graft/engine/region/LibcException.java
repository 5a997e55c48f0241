package dev.graft.engine.region;

/// A function of the C library reported an error.
public final class LibcException extends Exception {

	private static final long serialVersionUID = 1L;

	/// `EPERM`, `EACCES` and others have no name here: the number is what people search
	/// for anyway.
	private static final int ENOMEM = 12;

	private final String reason;

	LibcException(String function, int errno) {
		this(function + " failed with errno " + errno + (errno == ENOMEM ? " (ENOMEM)" : ""));
	}

	/// Something other than a system call has failed.
	LibcException(String reason) {
		super(reason);
		this.reason = reason;
	}

	/// What failed, and why.
	public String reason() {
		return this.reason;
	}

}
