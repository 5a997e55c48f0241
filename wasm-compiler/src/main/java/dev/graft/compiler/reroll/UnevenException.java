package dev.graft.compiler.reroll;

import java.io.Serial;

/// A loop does something that cannot be told in lanes.
final class UnevenException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	UnevenException(String what) {
		super(what, null, false, false);
	}

}
