package dev.graft.engine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

import dev.graft.artifact.abi.GeneratedSignatures;
import dev.graft.engine.abi.ExecutionContext;
import dev.graft.engine.abi.FunctionReference;
import dev.graft.engine.abi.ModuleInstance;
import dev.graft.engine.link.FunctionalBinding;
import dev.graft.engine.link.HostCall;
import org.jspecify.annotations.Nullable;

/// Functions bound to functional interfaces.
///
/// The class that implements an interface by a function is made once per module, as its
/// code is the same for all instances; what differs is the state, a [TypedCalls] object.
final class TypedCalls {

	private static final HostCall HOST_CALL;

	static {
		try {
			MethodHandles.Lookup lookup = MethodHandles.lookup();
			HOST_CALL = new HostCall(HostFunctions.CLASSES,
					lookup.findGetter(TypedCalls.class, "instance", ModuleInstance.class),
					lookup.findGetter(TypedCalls.class, "context", ExecutionContext.class),
					lookup.findStatic(TypedCalls.class, "enter", MethodType.methodType(int.class, TypedCalls.class)),
					lookup.findStatic(TypedCalls.class, "leave",
							MethodType.methodType(void.class, Throwable.class, int.class, TypedCalls.class)));
		}
		catch (ReflectiveOperationException impossible) {
			throw new ExceptionInInitializerError(impossible);
		}
	}

	private final Store store;

	private final StoreOwnership ownership;

	final ExecutionContext context;

	final ModuleInstance instance;

	private final @Nullable ModuleInstance owner;

	private TypedCalls(Func func) {
		this.store = func.store();
		this.ownership = this.store.ownership();
		this.context = this.store.state().context();
		this.owner = func.reference().owner;
		this.instance = (this.owner != null) ? this.owner : this.store.state().host();
	}

	/// A function as an object of an interface.
	/// @throws SignatureMismatchException if they do not go together
	static <T> T bind(Func func, Class<T> functionalInterface) {
		if (func.canonicalType().wide()) {
			throw new SignatureMismatchException(func.type() + " has too many parameters for an interface's method");
		}
		func.store().state().context().ensureResults(GeneratedSignatures.places(func.type().results()));
		MethodHandle factory = factory(func, functionalInterface);
		try {
			return functionalInterface.cast((Object) factory.invokeExact((Object) new TypedCalls(func)));
		}
		catch (Throwable impossible) {
			throw new IllegalStateException("a constructor that only assigns a field has failed", impossible);
		}
	}

	private static MethodHandle factory(Func func, Class<?> functionalInterface) {
		FunctionReference reference = func.reference();
		ModuleInstance owner = reference.owner;
		return (owner != null && owner.embedder instanceof Instance instance)
				? instance.module()
					.shared()
					.binding(functionalInterface, reference.functionIndex(),
							() -> make(func, functionalInterface, owner.code().handle(reference.functionIndex())))
				: make(func, functionalInterface, reference.handle());
	}

	private static MethodHandle make(Func func, Class<?> functionalInterface, MethodHandle function) {
		try {
			MethodType target = FunctionalBinding.handleType(functionalInterface);
			MethodHandle call = HOST_CALL.adapt(function, func.type(),
					target.changeParameterType(target.parameterCount() - 1, TypedCalls.class));
			return FunctionalBinding.bind(functionalInterface, call.asType(target));
		}
		catch (IllegalArgumentException mismatch) {
			throw new SignatureMismatchException(
					"%s as %s: %s".formatted(func, functionalInterface.getName(), mismatch.getMessage()));
		}
	}

	static int enter(TypedCalls call) {
		return call.ownership.enter();
	}

	static void leave(@Nullable Throwable thrown, int token, TypedCalls call) {
		if (thrown == null) {
			call.ownership.leave(token);
			return;
		}
		try {
			throw HostBoundary.surface(thrown, call.store, call.owner);
		}
		finally {
			call.ownership.leave(token);
		}
	}

}
