package dev.graft.spring.canonical;

import dev.graft.engine.trap.WasmException;
import org.jspecify.annotations.Nullable;

/// A guest handed out or asked for something that the canonical ABI does not allow: an
/// address outside its memory, text that is not UTF-8. By the specification this is a
/// trap; the instance is not used again.
public final class CanonicalAbiException extends WasmException {

	private static final long serialVersionUID = 1L;

	/// What is wrong, and where.
	public CanonicalAbiException(String message) {
		super(message);
	}

	CanonicalAbiException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
