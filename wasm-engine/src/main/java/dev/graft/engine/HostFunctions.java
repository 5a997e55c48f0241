package dev.graft.engine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Objects;

import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.HeapType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import dev.graft.engine.abi.ExecutionContext;
import dev.graft.engine.abi.FunctionReference;
import dev.graft.engine.abi.ModuleInstance;
import dev.graft.engine.link.CanonicalType;
import dev.graft.engine.link.CanonicalTypes;
import dev.graft.engine.link.HostAdapter;
import dev.graft.engine.link.HostClasses;
import dev.graft.engine.link.SingleMethod;
import org.jspecify.annotations.Nullable;

/// Makes function references from what the host defines.
final class HostFunctions {

	/// What signatures of host functions may mention.
	static final HostClasses CLASSES;

	private static final MethodHandle GENERIC;

	static {
		try {
			MethodHandles.Lookup lookup = MethodHandles.lookup();
			CLASSES = new HostClasses(
					lookup.findStatic(Caller.class, "of", MethodType.methodType(Caller.class, ModuleInstance.class)),
					lookup.findStatic(HostFunctions.class, "toHost",
							MethodType.methodType(Object.class, Object.class, ExecutionContext.class)),
					lookup.findStatic(HostFunctions.class, "fromHost",
							MethodType.methodType(Object.class, ReferenceType.class, Object.class,
									ExecutionContext.class)),
					Map.of(HeapType.Abstract.FUNC, Func.class, HeapType.Abstract.EXN, ExnRef.class,
							HeapType.Abstract.STRUCT, StructRef.class, HeapType.Abstract.ARRAY, ArrayRef.class,
							HeapType.Abstract.I31, I31Ref.class),
					lookup.findConstructor(V128.class, MethodType.methodType(void.class, long.class, long.class)),
					lookup.findVirtual(V128.class, "low", MethodType.methodType(long.class)),
					lookup.findVirtual(V128.class, "high", MethodType.methodType(long.class)),
					lookup.findStatic(HostFunctions.class, "toGuest",
							MethodType.methodType(Throwable.class, Throwable.class, ModuleInstance.class)));
			GENERIC = lookup.findVirtual(HostFunction.class, "call",
					MethodType.methodType(Object.class, Caller.class, Object[].class));
		}
		catch (ReflectiveOperationException impossible) {
			throw new ExceptionInInitializerError(impossible);
		}
	}

	private final CanonicalTypes types;

	private final HostAdapter adapter = new HostAdapter(CLASSES);

	HostFunctions(CanonicalTypes types) {
		this.types = types;
	}

	/// A host function with boxed values. The adapters of functions that fit by
	/// construction are made when the functions are first linked, as most modules use few
	/// of those that a linker knows.
	FunctionReference boxed(FunctionType type, HostFunction function) {
		return boxed(canonical(type), function);
	}

	/// A host function with boxed values.
	FunctionReference boxed(CanonicalType canonical, HostFunction function) {
		FunctionType type = canonical.functionType();
		if (canonical.wide()) {
			return new FunctionReference(canonical,
					() -> this.adapter.adaptWide(WideCalls.host(function, type.parameters()), canonical));
		}
		return new FunctionReference(canonical, () -> this.adapter
			.adapt(GENERIC.bindTo(function).asCollector(Object[].class, type.parameters().size()), canonical));
	}

	/// A host function from an object of a functional interface, whose type follows from
	/// the interface's method.
	FunctionReference inferred(String name, Class<?> functionalInterface, Object function) {
		return inferred(name, method(name, functionalInterface, function));
	}

	/// A host function whose type follows from the method's.
	FunctionReference inferred(String name, MethodHandle method) {
		try {
			CanonicalType type = this.types.of(this.adapter.infer(method.type()));
			return new FunctionReference(type, () -> this.adapter.adapt(method, type));
		}
		catch (IllegalArgumentException mismatch) {
			throw new SignatureMismatchException(name + ": " + mismatch.getMessage());
		}
	}

	/// A host function from an object of a functional interface.
	FunctionReference typed(String name, FunctionType type, Class<?> functionalInterface, Object function) {
		return typed(name, type, method(name, functionalInterface, function));
	}

	/// A host function from a method.
	FunctionReference typed(String name, FunctionType type, MethodHandle method) {
		return adapted(name, canonical(type), method);
	}

	/// Checks that a type which the host states means something in this engine.
	void requireKnown(ValueType type) {
		try {
			this.types.requireKnown(type);
		}
		catch (IllegalArgumentException unknown) {
			throw new SignatureMismatchException(Objects.requireNonNullElse(unknown.getMessage(), type.toString()));
		}
	}

	/// The canonical type of a function type.
	/// @throws SignatureMismatchException if it mentions types by index
	CanonicalType canonical(FunctionType type) {
		try {
			return this.types.of(type);
		}
		catch (IllegalArgumentException relative) {
			throw new SignatureMismatchException(Objects.requireNonNullElse(relative.getMessage(), type.toString()));
		}
	}

	private FunctionReference adapted(String name, CanonicalType type, MethodHandle method) {
		try {
			return new FunctionReference(type, this.adapter.adapt(method, type));
		}
		catch (IllegalArgumentException mismatch) {
			throw new SignatureMismatchException(name + ": " + mismatch.getMessage());
		}
	}

	private static MethodHandle method(String name, Class<?> functionalInterface, Object function) {
		try {
			return SingleMethod.handle(functionalInterface, function);
		}
		catch (IllegalArgumentException mismatch) {
			throw new SignatureMismatchException(name + ": " + mismatch.getMessage());
		}
	}

	static @Nullable Object toHost(@Nullable Object reference, ExecutionContext context) {
		return HostReferences.toHost(reference, Store.of(context));
	}

	static @Nullable Object fromHost(ReferenceType type, @Nullable Object reference, ExecutionContext context) {
		return HostReferences.carrier(type, reference, Store.of(context));
	}

	// What belongs to another store must not get into this one: there it passes through
	// like any other exception of the host.
	@SuppressWarnings("ReferenceEquality")
	static Throwable toGuest(Throwable thrown, ModuleInstance caller) {
		Store store = Store.of(caller.context);
		return (thrown instanceof ThrownException guest && guest.exception().store() == store)
				? guest.exception().exceptionIn(store) : thrown;
	}

}
