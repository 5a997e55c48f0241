package dev.graft.engine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

import dev.graft.artifact.abi.GeneratedSignatures;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.ValueType;
import dev.graft.engine.abi.ExecutionContext;
import dev.graft.engine.abi.FunctionReference;
import dev.graft.engine.abi.ModuleInstance;
import dev.graft.engine.link.CanonicalType;
import dev.graft.engine.link.FunctionalBinding;
import dev.graft.engine.link.HostCall;
import dev.graft.engine.link.WideArguments;
import org.jspecify.annotations.Nullable;

/// Functions bound to functional interfaces.
///
/// The class that implements an interface by a function is made once per module, as its
/// code is the same for all instances; what differs is the state, a [TypedCalls] object.
final class TypedCalls {

	private static final HostCall HOST_CALL;

	private static final MethodHandle CHECK_ROOM;

	static {
		try {
			MethodHandles.Lookup lookup = MethodHandles.lookup();
			HOST_CALL = new HostCall(HostFunctions.CLASSES,
					lookup.findGetter(TypedCalls.class, "instance", ModuleInstance.class),
					lookup.findGetter(TypedCalls.class, "context", ExecutionContext.class),
					lookup.findStatic(TypedCalls.class, "enter", MethodType.methodType(int.class, TypedCalls.class)),
					lookup.findStatic(TypedCalls.class, "leave",
							MethodType.methodType(void.class, Throwable.class, int.class, TypedCalls.class)));
			CHECK_ROOM = lookup.findStatic(TypedCalls.class, "checkRoom",
					MethodType.methodType(void.class, int.class, long[].class));
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
		if (functionalInterface != RawCall.class && !GeneratedSignatures.fitsMethod(func.type())) {
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

	private static boolean hasReferences(FunctionType type) {
		return type.parameters().stream().anyMatch(ValueType::isReference)
				|| type.results().stream().anyMatch(ValueType::isReference);
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
		if (functionalInterface == RawCall.class) {
			return makeRaw(func.type(), function);
		}
		try {
			MethodType target = FunctionalBinding.handleType(functionalInterface);
			CanonicalType type = func.canonicalType();
			MethodHandle call = HOST_CALL.adapt(type.wide() ? WideArguments.oneByOne(function, type) : function,
					func.type(), target.changeParameterType(target.parameterCount() - 1, TypedCalls.class));
			return FunctionalBinding.bind(functionalInterface, call.asType(target));
		}
		catch (IllegalArgumentException mismatch) {
			throw new SignatureMismatchException(
					"%s as %s: %s".formatted(func, functionalInterface.getName(), mismatch.getMessage()));
		}
	}

	private static MethodHandle makeRaw(FunctionType type, MethodHandle function) {
		if (hasReferences(type)) {
			throw new SignatureMismatchException(type + " has references, which have no bits");
		}
		int places = Math.max(GeneratedSignatures.places(type.parameters()),
				GeneratedSignatures.places(type.results()));
		MethodHandle call = MethodHandles.foldArguments(HOST_CALL.adaptRaw(function, type),
				MethodHandles.insertArguments(CHECK_ROOM, 0, places));
		return FunctionalBinding.bind(RawCall.class, call.asType(FunctionalBinding.handleType(RawCall.class)));
	}

	static void checkRoom(int places, long[] values) {
		if (values.length < places) {
			throw new SignatureMismatchException(
					"the function needs room for %d values, found %d".formatted(places, values.length));
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
