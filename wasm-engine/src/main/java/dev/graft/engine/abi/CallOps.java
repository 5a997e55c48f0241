package dev.graft.engine.abi;

import org.jspecify.annotations.Nullable;

/// Calls whose target is not known before they happen.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-call-indirect">Execution,
/// "call_indirect"</a>
public final class CallOps {

	private CallOps() {
	}

	/// What `call_ref` calls. That its type is the right one has been validated; in any
	/// case the caller narrows the target to what it can call.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-call-ref">Execution,
	/// "call_ref"</a>
	@SuppressWarnings("ReferenceEquality") // instances are themselves
	public static CallTarget target(@Nullable Object reference, ModuleInstance caller) {
		FunctionReference callee = callee(reference);
		CallTarget known = callee.target;
		return (known != null && callee.owner == caller) ? known : callee.targetFor(caller);
	}

	/// The function that `call_ref` calls.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-call-ref">Execution,
	/// "call_ref"</a>
	public static FunctionReference callee(@Nullable Object reference) {
		if (reference == null) {
			throw TrapOps.nullReference();
		}
		return (FunctionReference) reference;
	}

	/// What `call_indirect` calls, once the type of the function has been compared.
	/// @param typeIndex the expected type in the calling module
	public static CallTarget checkedTarget(FunctionReference callee, ModuleInstance caller, int typeIndex) {
		if (!callee.type.isSubtypeOf(caller.code().type(typeIndex))) {
			throw TrapOps.indirectCallTypeMismatch();
		}
		return callee.targetFor(caller);
	}

}
