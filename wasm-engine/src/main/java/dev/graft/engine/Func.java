package dev.graft.engine;

import dev.graft.artifact.type.FunctionType;
import org.jspecify.annotations.Nullable;

/// A function in a store: exported by an instance, or made by the host. Two functions are equal if they are the same
/// function instance.
///
/// @see <a href="https://webassembly.github.io/spec/core/exec/runtime.html#function-instances">Execution, "Function
/// Instances"</a>
public final class Func implements Extern {

	private Func() {
	}

	/// A host function in a store, to be called, passed or put into a table.
	public static Func create(Store store, FunctionType type, HostFunction function) {
		return Pending.body();
	}

	/// A host function in a store, from a lambda or method reference; see
	/// [Linker#function(String, String, Class, Object)].
	public static <F> Func create(Store store, Class<F> functionalInterface, F function) {
		return Pending.body();
	}

	/// Its parameters and results.
	public FunctionType type() {
		return Pending.body();
	}

	@Override
	public ExternType.Function externType() {
		return Pending.body();
	}

	@Override
	public Store store() {
		return Pending.body();
	}

	/// Calls it with checked, boxed values. [#typed] does without the boxes.
	/// @param arguments one per parameter: [Integer], [Long], [Float], [Double]; a [Func]
	/// or null for a `funcref`; any
	/// object or null for an `externref`
	/// @return one value per result
	/// @throws SignatureMismatchException if the arguments do not fit the parameters
	/// @throws dev.graft.engine.trap.Trap if the code traps
	public @Nullable Object[] call(@Nullable Object... arguments) {
		return Pending.body();
	}

	/// Binds it to a functional interface, so that it is called like any other lambda,
	/// without boxing where the
	/// interface's types are primitive:
	///
	/// ```java
	/// IntBinaryOperator add =
	/// instance.func("add").typed(IntBinaryOperator.class).call();
	/// ```
	///
	/// The interface's types must fit the function's as told at [Linker#function(String,
	/// String, FunctionType, MethodHandle)].
	/// @throws SignatureMismatchException if they do not
	public <T> TypedFunc<T> typed(Class<T> functionalInterface) {
		return Pending.body();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return super.equals(other);
	}

	@Override
	public int hashCode() {
		return super.hashCode();
	}

}
