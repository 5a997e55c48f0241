package dev.graft.engine.load;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.graft.artifact.abi.CallTargets;
import dev.graft.engine.abi.CallTarget;

/// The functions that the code of a module has called without knowing them before, found
/// once for all instances. Thread-safe.
final class FunctionTargets {

	/// So many functions have a class of their own. Programs that we have seen call a few
	/// hundred through tables. What is above it is called by method handle.
	private static final int MOST_CLASSES = 4096;

	private final GeneratedClassLoader classes;

	private final Map<Integer, CallTarget> targets = new ConcurrentHashMap<>();

	FunctionTargets(GeneratedClassLoader classes) {
		this.classes = classes;
	}

	/// A function. Threads that come here together arrive at equivalent targets.
	/// @param module the module, whose function it is
	CallTarget get(int functionIndex, LoadedModule module) {
		CallTarget known = this.targets.get(functionIndex);
		if (known != null) {
			return known;
		}
		CallTarget made = (this.targets.size() < MOST_CLASSES) ? ofFunction(functionIndex, module)
				: of(module.handle(functionIndex));
		this.targets.put(functionIndex, made);
		return made;
	}

	private CallTarget ofFunction(int functionIndex, LoadedModule module) {
		Class<?> made = this.classes.functionTarget(functionIndex, module.className(functionIndex),
				module.methodName(functionIndex), module.descriptor(functionIndex));
		try {
			return (CallTarget) newTarget(made, MethodType.methodType(CallTarget.class)).invokeExact();
		}
		catch (Throwable failure) {
			throw failed(failure);
		}
	}

	/// What a method handle leads to.
	/// @param handle of type `(parameters…, ModuleInstance)result`
	CallTarget of(MethodHandle handle) {
		MethodType type = handle.type();
		Class<?> made = this.classes.handleTarget(CallTargets.ofDescriptor(type.toMethodDescriptorString()));
		try {
			return (CallTarget) newTarget(made, MethodType.methodType(CallTarget.class, MethodHandle.class))
				.invokeExact(handle);
		}
		catch (Throwable failure) {
			throw failed(failure);
		}
	}

	/// What makes targets of a class.
	static MethodHandle newTarget(Class<?> made, MethodType type) {
		try {
			return MethodHandles.publicLookup().findConstructor(made, type.changeReturnType(void.class)).asType(type);
		}
		catch (ReflectiveOperationException impossible) {
			throw new IllegalStateException(made + " has not the constructor that was written", impossible);
		}
	}

	private static RuntimeException failed(Throwable failure) {
		if (failure instanceof Error error) {
			throw error;
		}
		return (failure instanceof RuntimeException exception) ? exception
				: new IllegalStateException("a function's class cannot be used", failure);
	}

}
