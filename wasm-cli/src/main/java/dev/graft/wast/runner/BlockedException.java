package dev.graft.wast.runner;

/// A command needs something that an earlier, failed command should have made.
final class BlockedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	BlockedException(String message) {
		super(message);
	}

	BlockedException(String message, Throwable cause) {
		super(message, cause);
	}

}
