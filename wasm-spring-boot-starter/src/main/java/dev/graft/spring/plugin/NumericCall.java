package dev.graft.spring.plugin;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;

import org.jspecify.annotations.Nullable;

/// A method of an interface whose values are numbers, on its way to whichever version
/// serves. A call leaves no garbage: its values pass through the instance that it gets.
///
/// ```
///     instance = begin()                  enters the version that serves, takes an instance of it
///     instance.values()[…] = …            each argument by its bits
///     try   { return run(instance) }
///     finally { end(thrown, instance) }   gives the instance back, leaves the version
/// ```
///
/// All of that is one method handle, a constant of the proxy's class.
final class NumericCall {

	private static final MethodHandle BEGIN = find("begin",
			MethodType.methodType(PluginInstance.class, NumericCall.class));

	private static final MethodHandle PUT = find("put",
			MethodType.methodType(void.class, int.class, PluginInstance.class, long.class));

	private static final MethodHandle RUN = find("run",
			MethodType.methodType(long.class, NumericCall.class, PluginInstance.class));

	private static final MethodHandle END = find("end",
			MethodType.methodType(void.class, NumericCall.class, Throwable.class, PluginInstance.class));

	private final PluginSlot slot;

	private final Method method;

	private @Nullable Bound bound;

	private NumericCall(PluginSlot slot, Method method) {
		this.slot = slot;
		this.method = method;
	}

	/// What calls a method, of the method's own type.
	static MethodHandle handle(PluginSlot slot, Method method) {
		NumericCall call = new NumericCall(slot, method);
		Class<?> result = method.getReturnType();
		MethodHandle run = NumberBits.returning(RUN.bindTo(call), result);
		Class<?>[] parameters = method.getParameterTypes();
		MethodHandle body = MethodHandles.dropArguments(run, 1, parameters);
		for (int place = 0; place < parameters.length; place++) {
			MethodHandle put = MethodHandles.filterArguments(MethodHandles.insertArguments(PUT, 0, place), 1,
					NumberBits.of(parameters[place]));
			body = MethodHandles.foldArguments(body,
					MethodHandles.dropArguments(put, 1, body.type().parameterList().subList(1, 1 + place)));
		}
		return MethodHandles.foldArguments(MethodHandles.tryFinally(body, cleanup(END.bindTo(call), result)),
				BEGIN.bindTo(call));
	}

	/// From `(Throwable, PluginInstance)void` to `(Throwable, result,
	/// PluginInstance)result`.
	private static MethodHandle cleanup(MethodHandle end, Class<?> result) {
		if (result == void.class) {
			return end;
		}
		MethodHandle identity = MethodHandles.dropArguments(
				MethodHandles.dropArguments(MethodHandles.identity(result), 0, Throwable.class), 2,
				PluginInstance.class);
		return MethodHandles.foldArguments(identity, MethodHandles.dropArguments(end, 1, result));
	}

	static PluginInstance begin(NumericCall call) {
		long begin = call.slot.listeners().isEmpty() ? 0 : System.nanoTime();
		PluginGeneration generation = call.slot.enter();
		try {
			PluginInstance instance = generation.acquire();
			instance.begin(generation, begin);
			return instance;
		}
		catch (Throwable ex) {
			generation.leave();
			call.tell(generation, begin, ex);
			throw ex;
		}
	}

	static void put(int place, PluginInstance instance, long bits) {
		instance.values()[place] = bits;
	}

	static long run(NumericCall call, PluginInstance instance) {
		instance.callRaw(call.bound(instance.generation()));
		return instance.values()[0];
	}

	static void end(NumericCall call, @Nullable Throwable thrown, PluginInstance instance) {
		// The next one to use it may set these.
		PluginGeneration generation = instance.generation();
		long begin = instance.begunAt();
		try {
			generation.release(instance, thrown == null);
		}
		finally {
			generation.leave();
		}
		call.tell(generation, begin, thrown);
	}

	private void tell(PluginGeneration generation, long begin, @Nullable Throwable thrown) {
		if (!this.slot.listeners().isEmpty()) {
			this.slot.listeners().tell(this.slot.name(), bound(generation).export(), begin, thrown);
		}
	}

	// Threads that come here together arrive at the same. Does not keep what has been
	// replaced alive.
	@SuppressWarnings("ReferenceEquality") // each generation has a version of its own
	private BoundMethod bound(PluginGeneration generation) {
		Bound known = this.bound;
		if (known == null || known.version != generation.version()) {
			known = new Bound(generation.version(), generation.method(this.method));
			this.bound = known;
		}
		return known.method;
	}

	private static MethodHandle find(String name, MethodType type) {
		try {
			return MethodHandles.lookup().findStatic(NumericCall.class, name, type);
		}
		catch (ReflectiveOperationException impossible) {
			throw new ExceptionInInitializerError(impossible);
		}
	}

	private record Bound(PluginVersion version, BoundMethod method) {
	}

}
