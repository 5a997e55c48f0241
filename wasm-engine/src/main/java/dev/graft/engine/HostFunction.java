package dev.graft.engine;

import org.jspecify.annotations.Nullable;

/// A host function for any type, with boxed values. Where the types are known when the
/// host is compiled, a lambda of a functional interface with primitive types does without
/// the boxes: see [Linker#function(String, String, Class, Object)].
@FunctionalInterface
public interface HostFunction {

	/// Performs the function.
	/// @param caller the instance that calls
	/// @param arguments one per parameter, boxed as for [Func#call(Object...)]
	/// @return the result; null if there is none, an `Object[]` if there are several
	/// @throws Throwable whatever goes wrong: it surfaces, as it is, from the call into
	/// WebAssembly; a [ThrownException] can be caught there
	@Nullable Object call(Caller caller, @Nullable Object[] arguments) throws Throwable;

}
