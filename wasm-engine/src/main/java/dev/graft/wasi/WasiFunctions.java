package dev.graft.wasi;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Locale;

import dev.graft.engine.Caller;
import dev.graft.engine.Linker;

/// A group of functions: each method whose first parameter is a [Caller] is the function
/// of the same name, `fdWrite` being `fd_write`. Pointers, sizes and descriptors are
/// unsigned 32-bit numbers in an `int`.
abstract class WasiFunctions {

	private final WasiConfig defaults;

	/// @param defaults for stores that have not been configured otherwise
	WasiFunctions(WasiConfig defaults) {
		this.defaults = defaults;
	}

	/// Gives all functions of this group their names.
	final void addTo(Linker linker, MethodHandles.Lookup lookup) {
		for (Method method : getClass().getDeclaredMethods()) {
			if (isFunction(method)) {
				linker.function(WasiPreview1.MODULE, name(method), bound(lookup, method));
			}
		}
	}

	private static boolean isFunction(Method method) {
		return !Modifier.isPrivate(method.getModifiers()) && method.getParameterCount() > 0
				&& method.getParameterTypes()[0] == Caller.class;
	}

	private static String name(Method method) {
		return method.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
	}

	private java.lang.invoke.MethodHandle bound(MethodHandles.Lookup lookup, Method method) {
		try {
			return lookup.unreflect(method).bindTo(this);
		}
		catch (IllegalAccessException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	/// What the program that calls sees of the world.
	final WasiContext context(Caller caller) {
		return caller.data(WasiContext.class).orElseGet(() -> {
			WasiContext context = new WasiContext(this.defaults);
			caller.store().setData(WasiContext.class, context);
			return context;
		});
	}

}
