package dev.graft.compiler.split;

/// No piece can be cut off a body that is too large.
public final class UncuttableBodyException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	UncuttableBodyException(int bytes) {
		super("there is no way to cut %d bytes of code into smaller methods".formatted(bytes));
	}

}
