package dev.graft.wast.runner;

/// An assertion of a script does not hold.
final class AssertionFailure extends RuntimeException {

	private static final long serialVersionUID = 1L;

	AssertionFailure(String message) {
		super(message);
	}

	AssertionFailure(String message, Throwable cause) {
		super(message, cause);
	}

}
