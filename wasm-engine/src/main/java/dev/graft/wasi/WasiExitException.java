package dev.graft.wasi;

/// A program called `proc_exit`: it is over, and this surfaces from the call that was
/// running.
public final class WasiExitException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final int code;

	WasiExitException(int code) {
		super("the program exited with code " + code, null, false, false);
		this.code = code;
	}

	/// The exit code, 0 for success.
	public int code() {
		return this.code;
	}

}
