package dev.graft.engine.abi;

import org.jspecify.annotations.Nullable;

/// `ref.test` and `ref.cast` where the JVM's `instanceof` and `checkcast` do not do the
/// whole work: types that have no class of their own, and null, which `checkcast` lets
/// pass. Casts return their operand.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-ref-cast">Execution,
/// "ref.cast"</a>
public final class CastOps {

	private CastOps() {
	}

	/// A cast that null does not pass.
	public static Object notNull(@Nullable Object reference) {
		if (reference == null) {
			throw TrapOps.castFailure();
		}
		return reference;
	}

	/// A cast that nothing but null passes.
	public static @Nullable Object onlyNull(@Nullable Object reference) {
		if (reference != null) {
			throw TrapOps.castFailure();
		}
		return null;
	}

	/// A cast to `eqref`.
	public static @Nullable Object eq(@Nullable Object reference) {
		return checked(reference, reference instanceof EqReference);
	}

	/// A cast to `i31ref`.
	public static @Nullable Object i31(@Nullable Object reference) {
		return checked(reference, reference instanceof I31Reference);
	}

	/// A cast to `structref`.
	public static @Nullable Object struct(@Nullable Object reference) {
		return checked(reference, reference instanceof StructReference);
	}

	/// A cast to `arrayref`.
	public static @Nullable Object array(@Nullable Object reference) {
		return checked(reference, reference instanceof ArrayReference);
	}

	/// A cast to a nullable reference to a function of a type.
	/// @param typeIndex the type in the module whose code this is
	public static @Nullable Object function(@Nullable Object reference, int typeIndex, ModuleInstance instance) {
		return checked(reference, isFunction(reference, typeIndex, instance) != 0);
	}

	private static @Nullable Object checked(@Nullable Object reference, boolean passes) {
		if (reference != null && !passes) {
			throw TrapOps.castFailure();
		}
		return reference;
	}

	/// Whether it is a function of a type.
	/// @param typeIndex the type in the module whose code this is
	public static int isFunction(@Nullable Object reference, int typeIndex, ModuleInstance instance) {
		return (reference instanceof FunctionReference function
				&& function.type.isSubtypeOf(instance.code().type(typeIndex))) ? 1 : 0;
	}

	/// Whether it is a structure, an array or an unboxed scalar.
	public static int isEq(@Nullable Object reference) {
		return (reference instanceof EqReference) ? 1 : 0;
	}

	/// Whether it is an unboxed scalar.
	public static int isI31(@Nullable Object reference) {
		return (reference instanceof I31Reference) ? 1 : 0;
	}

	/// Whether it is a structure.
	public static int isStruct(@Nullable Object reference) {
		return (reference instanceof StructReference) ? 1 : 0;
	}

	/// Whether it is an array.
	public static int isArray(@Nullable Object reference) {
		return (reference instanceof ArrayReference) ? 1 : 0;
	}

}
