package dev.graft.engine.abi;

import org.jspecify.annotations.Nullable;

/// Instructions on references. References are plain Java references and null is null, so
/// most need no method.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/instructions.html#reference-instructions">Execution,
/// "Reference Instructions"</a>
public final class ReferenceOps {

	private ReferenceOps() {
	}

	/// `ref.is_null` where the result is needed as a value; conditions use `ifnull`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-ref-is-null">Execution,
	/// "ref.is_null"</a>
	public static int isNull(@Nullable Object reference) {
		return reference == null ? 1 : 0;
	}

	/// `ref.as_non_null`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-ref-as-non-null">Execution,
	/// "ref.as_non_null"</a>
	public static Object asNonNull(@Nullable Object reference) {
		if (reference == null) {
			throw TrapOps.nullReference();
		}
		return reference;
	}

	/// `ref.eq` where both operands may be unboxed scalars, which are equal by value.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-ref-eq">Execution,
	/// "ref.eq"</a>
	@SuppressWarnings("ReferenceEquality") // what ref.eq is about
	public static int same(@Nullable Object one, @Nullable Object other) {
		return (one == other || one instanceof I31Reference scalar && scalar.equals(other)) ? 1 : 0;
	}

	/// `elem.drop`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-elem-drop">Execution,
	/// "elem.drop"</a>
	public static void dropElements(int segment, ModuleInstance instance) {
		instance.dropElements(segment);
	}

}
