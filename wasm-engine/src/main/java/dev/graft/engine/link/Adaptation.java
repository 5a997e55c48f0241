package dev.graft.engine.link;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/// A method handle on its way to another type, one parameter at a time. Its last
/// parameter leads to the execution context and stays last; converters may ask for that
/// context as a second parameter.
final class Adaptation {

	private final MethodHandle contextOf;

	private MethodHandle handle;

	/// @param handle the handle to begin with
	/// @param contextOf how to get from its last parameter to the context
	Adaptation(MethodHandle handle, MethodHandle contextOf) {
		this.handle = handle;
		this.contextOf = contextOf;
	}

	/// The handle as it is now.
	MethodHandle handle() {
		return this.handle;
	}

	/// Converts a parameter before it is passed on.
	void parameter(int index, MethodHandle converter) {
		if (!takesContext(converter)) {
			this.handle = MethodHandles.filterArguments(this.handle, index, converter);
			return;
		}
		MethodHandle collected = MethodHandles.collectArguments(this.handle, index, contextual(converter));
		this.handle = withoutParameter(collected, index + 1);
	}

	/// Makes two arguments of one, by a converter for each.
	void split(int index, MethodHandle first, MethodHandle second) {
		MethodHandle converted = MethodHandles.filterArguments(this.handle, index, first, second);
		MethodType type = converted.type().dropParameterTypes(index + 1, index + 2);
		int[] order = new int[converted.type().parameterCount()];
		for (int parameter = 0; parameter < order.length; parameter++) {
			order[parameter] = (parameter <= index) ? parameter : parameter - 1;
		}
		this.handle = MethodHandles.permuteArguments(converted, type, order);
	}

	/// Makes one argument of two.
	void join(int index, MethodHandle converter) {
		this.handle = MethodHandles.collectArguments(this.handle, index, converter);
	}

	/// Converts the result before it is returned.
	void result(MethodHandle converter) {
		if (!takesContext(converter)) {
			this.handle = MethodHandles.filterReturnValue(this.handle, converter);
			return;
		}
		int last = this.handle.type().parameterCount() - 1;
		this.handle = withoutParameter(MethodHandles.collectArguments(contextual(converter), 0, this.handle), last);
	}

	private static boolean takesContext(MethodHandle converter) {
		return converter.type().parameterCount() > 1;
	}

	private MethodHandle contextual(MethodHandle converter) {
		return MethodHandles.filterArguments(converter, converter.type().parameterCount() - 1, this.contextOf);
	}

	/// Passes the last argument for a parameter, too.
	private static MethodHandle withoutParameter(MethodHandle handle, int index) {
		MethodType type = handle.type().dropParameterTypes(index, index + 1);
		int[] order = new int[handle.type().parameterCount()];
		for (int parameter = 0; parameter < order.length; parameter++) {
			order[parameter] = (parameter < index) ? parameter
					: (parameter == index) ? type.parameterCount() - 1 : parameter - 1;
		}
		return MethodHandles.permuteArguments(handle, type, order);
	}

}
