package dev.graft.engine.abi;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Calls in tail position for which the caller leaves.
///
/// Such a call takes no stack: the function leaves the arguments in the
/// [ExecutionContext], notes whom they are for, and returns. Whoever called it in the
/// ordinary way (the function's own entry) then calls that one, and so on until a
/// function returns for good:
///
/// ```
///   caller ──▶ entry of f ──▶ f            leaves for g
///                   │  ◀──────┘
///                   └──▶ resume ──▶ g      leaves for h, of another module
///                   │  ◀────────────┘
///                   └──▶ resume of that module ──▶ h
/// ```
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-return-call">Execution,
/// "return_call"</a>
public final class TailOps {

	private TailOps() {
	}

	/// The function that `return_call_indirect` calls.
	/// @param typeIndex the expected type in the calling module
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-return-call-indirect">Execution,
	/// "return_call_indirect"</a>
	public static FunctionReference callee(int index, TableInstance table, ModuleInstance caller, int typeIndex) {
		FunctionReference callee = TableOps.callee(index, table);
		if (!callee.type.isSubtypeOf(caller.code().type(typeIndex))) {
			throw TrapOps.indirectCallTypeMismatch();
		}
		return callee;
	}

	/// Notes whom the arguments in the context are for: a function of the instance.
	public static void leaveFor(int number, ModuleInstance instance) {
		ExecutionContext context = instance.context;
		context.tailInstance = instance;
		context.tailNumber = number;
	}

	/// Notes whom the arguments in the context are for: a function that has a number.
	public static void leaveFor(FunctionReference callee) {
		leaveFor(callee.tailNumber, Objects.requireNonNull(callee.owner));
	}

	/// The number of the function that is to be called next if it is one of this
	/// instance, which is then called, otherwise 0.
	@SuppressWarnings("ReferenceEquality")
	public static int take(ModuleInstance instance) {
		ExecutionContext context = instance.context;
		if (context.tailInstance != instance) {
			return 0;
		}
		int number = context.tailNumber;
		context.tailNumber = 0;
		return number;
	}

	/// Goes on until a function returns for good. For functions without result.
	/// @param instance any instance of the store
	public static void resume(ModuleInstance instance) {
		try {
			do {
				ModuleInstance next = next(instance);
				next.code().resume('V').invokeExact(next);
			}
			while (instance.context.tailNumber != 0);
		}
		catch (Throwable thrown) {
			throw TailOps.<RuntimeException>unchecked(thrown);
		}
	}

	/// Goes on until a function returns for good.
	/// @param instance any instance of the store
	public static int resumeI32(ModuleInstance instance) {
		try {
			int result;
			do {
				ModuleInstance next = next(instance);
				result = (int) next.code().resume('I').invokeExact(next);
			}
			while (instance.context.tailNumber != 0);
			return result;
		}
		catch (Throwable thrown) {
			throw TailOps.<RuntimeException>unchecked(thrown);
		}
	}

	/// Goes on until a function returns for good.
	/// @param instance any instance of the store
	public static long resumeI64(ModuleInstance instance) {
		try {
			long result;
			do {
				ModuleInstance next = next(instance);
				result = (long) next.code().resume('J').invokeExact(next);
			}
			while (instance.context.tailNumber != 0);
			return result;
		}
		catch (Throwable thrown) {
			throw TailOps.<RuntimeException>unchecked(thrown);
		}
	}

	/// Goes on until a function returns for good.
	/// @param instance any instance of the store
	public static float resumeF32(ModuleInstance instance) {
		try {
			float result;
			do {
				ModuleInstance next = next(instance);
				result = (float) next.code().resume('F').invokeExact(next);
			}
			while (instance.context.tailNumber != 0);
			return result;
		}
		catch (Throwable thrown) {
			throw TailOps.<RuntimeException>unchecked(thrown);
		}
	}

	/// Goes on until a function returns for good.
	/// @param instance any instance of the store
	public static double resumeF64(ModuleInstance instance) {
		try {
			double result;
			do {
				ModuleInstance next = next(instance);
				result = (double) next.code().resume('D').invokeExact(next);
			}
			while (instance.context.tailNumber != 0);
			return result;
		}
		catch (Throwable thrown) {
			throw TailOps.<RuntimeException>unchecked(thrown);
		}
	}

	/// Goes on until a function returns for good.
	/// @param instance any instance of the store
	public static @Nullable Object resumeReference(ModuleInstance instance) {
		try {
			@Nullable Object result;
			do {
				ModuleInstance next = next(instance);
				result = (Object) next.code().resume('L').invokeExact(next);
			}
			while (instance.context.tailNumber != 0);
			return result;
		}
		catch (Throwable thrown) {
			throw TailOps.<RuntimeException>unchecked(thrown);
		}
	}

	private static ModuleInstance next(ModuleInstance instance) {
		return Objects.requireNonNull(instance.context.tailInstance);
	}

	@SuppressWarnings({ "unchecked", "TypeParameterUnusedInFormals" })
	private static <T extends Throwable> T unchecked(Throwable thrown) throws T {
		throw (T) thrown;
	}

}
