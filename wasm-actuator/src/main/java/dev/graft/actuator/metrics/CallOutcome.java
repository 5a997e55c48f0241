package dev.graft.actuator.metrics;

import dev.graft.engine.trap.PoolExhaustedException;
import dev.graft.engine.trap.Trap;
import dev.graft.spring.canonical.CanonicalAbiException;
import dev.graft.spring.plugin.WasmPluginBusyException;
import org.jspecify.annotations.Nullable;

/// The values of the tag `outcome` of calls.
enum CallOutcome {

	SUCCESS("success"), TRAP("trap"), ABI_VIOLATION("abi_violation"), BUSY("busy"), ERROR("error");

	private final String value;

	CallOutcome(String value) {
		this.value = value;
	}

	/// Exceptions of host functions, and of arguments that cannot be passed, are errors
	/// like any other.
	static CallOutcome of(@Nullable Throwable failure) {
		return switch (failure) {
			case null -> SUCCESS;
			case Trap trap -> TRAP;
			case CanonicalAbiException violation -> ABI_VIOLATION;
			case WasmPluginBusyException busy -> BUSY;
			case PoolExhaustedException busy -> BUSY;
			default -> ERROR;
		};
	}

	String value() {
		return this.value;
	}

}
