package dev.graft.engine;

import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;

import dev.graft.artifact.abi.GeneratedSignatures;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.ValueType;
import dev.graft.engine.abi.ExecutionContext;
import dev.graft.engine.abi.FunctionReference;
import dev.graft.engine.abi.ModuleInstance;
import dev.graft.engine.link.CanonicalType;
import dev.graft.engine.link.Results;
import org.jspecify.annotations.Nullable;

/// A function in a store: exported by an instance, or made by the host. Two functions are
/// equal if they are the same function instance.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/runtime.html#function-instances">Execution,
/// "Function Instances"</a>
public final class Func implements Extern {

	private final Store store;

	private final FunctionReference reference;

	Func(Store store, FunctionReference reference) {
		this.store = store;
		this.reference = reference;
	}

	/// A host function in a store, to be called, passed or put into a table.
	public static Func create(Store store, FunctionType type, HostFunction function) {
		return new Func(store, store.engine().hostFunctions().boxed(type, function));
	}

	/// A host function in a store, from a lambda or method reference, whose type follows
	/// from the interface as it does for a [Linker].
	/// @throws SignatureMismatchException if the method has a parameter or result without
	/// counterpart
	public static <F> Func create(Store store, Class<F> functionalInterface, F function) {
		return new Func(store, store.engine().hostFunctions().inferred("host function", functionalInterface, function));
	}

	/// Its parameters and results.
	public FunctionType type() {
		return canonicalType().functionType();
	}

	@Override
	public ExternType.Function externType() {
		return ExternTypes.function(canonicalType());
	}

	@Override
	public Store store() {
		return this.store;
	}

	/// Calls it with checked, boxed values. [#typed] and [#raw] do without the boxes.
	/// @param arguments one per parameter: [Integer], [Long], [Float], [Double], [V128];
	/// a [Func] or null for a `funcref`; any object or null for an `externref`
	/// @return one value per result
	/// @throws SignatureMismatchException if the arguments do not fit the parameters
	/// @throws dev.graft.engine.trap.Trap if the code traps
	public @Nullable Object[] call(@Nullable Object... arguments) {
		CanonicalType type = canonicalType();
		List<ValueType> results = type.functionType().results();
		@Nullable Object[] carriers = Values.toCarriers("argument", type.functionType().parameters(), arguments, this.store);
		int token = this.store.ownership().enter();
		try {
			Object first = invoke(type, carriers);
			return Values.toHost(results, Results.collect(results, first, context()), this.store);
		}
		catch (Throwable thrown) {
			throw HostBoundary.surface(thrown, this.store, this.reference.owner);
		}
		finally {
			this.store.ownership().leave(token);
		}
	}

	/// Calls it with values that know their types.
	/// @param arguments one per parameter
	/// @return one per result
	/// @throws SignatureMismatchException if the arguments do not fit the parameters
	/// @throws dev.graft.engine.trap.Trap if the code traps
	public List<Val> call(List<? extends Val> arguments) {
		@Nullable Object[] boxed = new @Nullable Object[arguments.size()];
		for (int index = 0; index < boxed.length; index++) {
			boxed[index] = arguments.get(index).boxed();
		}
		@Nullable Object[] results = call(boxed);
		List<ValueType> types = type().results();
		List<Val> values = new ArrayList<>(results.length);
		for (int index = 0; index < results.length; index++) {
			values.add(Val.of(types.get(index), results[index]));
		}
		return values;
	}

	private @Nullable Object invoke(CanonicalType type, @Nullable Object[] carriers) throws Throwable {
		ModuleInstance owner = this.reference.owner;
		MethodHandle handle = (owner != null) ? this.reference.code(owner) : this.reference.handle();
		ModuleInstance last = (owner != null) ? owner : this.store.state().host();
		context().ensureResults(GeneratedSignatures.places(type.functionType().results()));
		return type.wide() ? WideCalls.call(type, handle, carriers, last)
				: (Object) type.untyped().invokeExact(handle, carriers, last);
	}

	/// Binds it to a functional interface, so that it is called like any other lambda,
	/// without boxing where the interface's types are primitive:
	///
	/// ```java
	/// Func function = instance.func("add");
	/// IntBinaryOperator add = function.typed(IntBinaryOperator.class).call();
	/// ```
	///
	/// The interface's types must fit the function's, as those of host functions do in a
	/// [Linker].
	/// @throws SignatureMismatchException if they do not
	public <T> TypedFunc<T> typed(Class<T> functionalInterface) {
		return new TypedFunc<>(this, TypedCalls.bind(this, functionalInterface));
	}

	/// Binds it to be called by bits: without boxes and without garbage where its type
	/// is not known when the host is compiled. Make it once, keep it as long as the
	/// instance.
	/// @throws SignatureMismatchException if it has references among its parameters and
	/// results
	public RawCall raw() {
		return TypedCalls.bind(this, RawCall.class);
	}

	/// The reference, for use in a store.
	/// @throws SignatureMismatchException if the function lives in another store
	@SuppressWarnings("ReferenceEquality")
	FunctionReference referenceIn(Store store) {
		if (this.store != store) {
			throw new SignatureMismatchException("the function " + type() + " lives in another store");
		}
		return this.reference;
	}

	FunctionReference reference() {
		return this.reference;
	}

	CanonicalType canonicalType() {
		return (CanonicalType) this.reference.type;
	}

	private ExecutionContext context() {
		return this.store.state().context();
	}

	@Override
	@SuppressWarnings("ReferenceEquality")
	public boolean equals(@Nullable Object other) {
		return other instanceof Func func && this.reference == func.reference && this.store == func.store;
	}

	@Override
	public int hashCode() {
		return System.identityHashCode(this.reference);
	}

	@Override
	public String toString() {
		return "func " + type();
	}

}
