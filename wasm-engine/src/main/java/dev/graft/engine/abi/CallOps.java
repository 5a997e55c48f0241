package dev.graft.engine.abi;

import java.lang.invoke.MethodHandle;

import org.jspecify.annotations.Nullable;

/// Calls whose target is not known before they happen.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-call-indirect">Execution,
/// "call_indirect"</a>
public final class CallOps {

	private CallOps() {
	}

	/// The function that `call_ref` calls.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-call-ref">Execution,
	/// "call_ref"</a>
	public static FunctionReference callee(@Nullable FunctionReference reference) {
		if (reference == null) {
			throw TrapOps.nullReference();
		}
		return reference;
	}

	/// The code of a function of another module, or of the host, once its type has been
	/// compared: the slow path of a dispatcher.
	/// @param typeIndex the expected type in the calling module
	public static MethodHandle checked(FunctionReference callee, ModuleInstance caller, int typeIndex) {
		if (!callee.type.isSubtypeOf(caller.code().type(typeIndex))) {
			throw TrapOps.indirectCallTypeMismatch();
		}
		return callee.handle();
	}

}
