package dev.graft.engine.trap;

import org.jspecify.annotations.Nullable;

/// WebAssembly code was stopped: it did something undefined, ran too deep, too long, or
/// out of memory.
///
/// The instance can be called again, but what it left behind in its memory and globals is
/// as it was at the trap, so callers that know nothing of the guest do better to throw
/// the instance away.
public final class Trap extends WasmException {

	private static final long serialVersionUID = 1L;

	private final TrapCode code;

	private final transient WasmBacktrace backtrace;

	/// A trap.
	/// @param code why
	/// @param detail what else is known, such as the address, or null
	/// @param backtrace where
	/// @param cause what stopped the code in Java's terms, or null
	public Trap(TrapCode code, @Nullable String detail, WasmBacktrace backtrace, @Nullable Throwable cause) {
		super(message(code, detail, backtrace), cause);
		this.code = code;
		this.backtrace = backtrace;
	}

	/// A trap that is made before it happens, so that nothing is known of where. It can
	/// be thrown more than once.
	/// @param code why
	/// @param detail what else is known
	public Trap(TrapCode code, String detail) {
		super(message(code, detail, WasmBacktrace.EMPTY), false);
		this.code = code;
		this.backtrace = WasmBacktrace.EMPTY;
	}

	private static String message(TrapCode code, @Nullable String detail, WasmBacktrace backtrace) {
		return "wasm trap: " + code.text() + ((detail != null) ? " (" + detail + ")" : "") + backtrace;
	}

	/// Why the code was stopped.
	public TrapCode code() {
		return this.code;
	}

	/// Where the code was stopped.
	public WasmBacktrace backtrace() {
		return (this.backtrace != null) ? this.backtrace : WasmBacktrace.EMPTY;
	}

}
