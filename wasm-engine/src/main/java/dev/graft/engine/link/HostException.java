package dev.graft.engine.link;

import dev.graft.engine.abi.GuestException;

/// Carries what a host function threw through WebAssembly code to the boundary, where it
/// is unwrapped: so that an `IndexOutOfBoundsException` of the host is never taken for a
/// trap of the guest.
public final class HostException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private HostException(Throwable thrown) {
		super(null, thrown, false, false);
	}

	/// Wraps, unless it is an exception of guests, or a guest is to blame: it is when the
	/// stack or the memory run out, whoever happens to notice.
	/// @return what to throw
	static Throwable wrap(Throwable thrown) {
		return (thrown instanceof GuestException || thrown instanceof StackOverflowError
				|| thrown instanceof OutOfMemoryError) ? thrown : new HostException(thrown);
	}

	/// What the host function threw.
	public Throwable thrown() {
		Throwable thrown = getCause();
		return (thrown != null) ? thrown : this;
	}

}
