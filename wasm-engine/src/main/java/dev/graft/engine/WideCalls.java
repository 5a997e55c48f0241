package dev.graft.engine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;

import dev.graft.artifact.abi.GeneratedSignatures;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import dev.graft.artifact.type.VectorType;
import dev.graft.engine.abi.ModuleInstance;
import dev.graft.engine.link.CanonicalType;
import dev.graft.engine.link.WideArguments;
import org.jspecify.annotations.Nullable;

/// Functions with more parameters than HotSpot compiles calls for: bits and references
/// travel in two arrays.
///
/// @see dev.graft.artifact.abi.GeneratedSignatures
final class WideCalls {

	private static final MethodHandle HOST;

	static {
		try {
			HOST = MethodHandles.lookup()
				.findStatic(WideCalls.class, "callHost", MethodType.methodType(Object.class, HostFunction.class,
						List.class, long[].class, Object[].class, ModuleInstance.class));
		}
		catch (ReflectiveOperationException impossible) {
			throw new ExceptionInInitializerError(impossible);
		}
	}

	private WideCalls() {
	}

	/// Calls a WebAssembly function.
	/// @param handle of type `(long[], Object[], ModuleInstance)result`
	static @Nullable Object call(CanonicalType type, MethodHandle handle, @Nullable Object[] carriers,
			ModuleInstance caller) throws Throwable {
		List<ValueType> parameters = type.functionType().parameters();
		return handle.invoke(WideArguments.bits(parameters, carriers), WideArguments.references(parameters, carriers),
				caller);
	}

	/// What calls a host function: `(long[], Object[], ModuleInstance)Object`.
	static MethodHandle host(HostFunction function, List<ValueType> parameters) {
		return MethodHandles.insertArguments(HOST, 0, function, parameters);
	}

	static @Nullable Object callHost(HostFunction function, List<ValueType> parameters, long[] bits,
			@Nullable Object[] references, ModuleInstance instance) throws Throwable {
		Caller caller = Caller.of(instance);
		@Nullable Object[] arguments = new @Nullable Object[parameters.size()];
		int place = 0;
		for (int index = 0; index < arguments.length; index++) {
			ValueType parameter = parameters.get(index);
			arguments[index] = switch (parameter) {
				case NumberType number -> WideArguments.number(number, bits[place]);
				case VectorType vector -> new V128(bits[place], bits[place + 1]);
				case ReferenceType reference -> Values.toHost(parameter, references[place], caller.store());
			};
			place += GeneratedSignatures.isVector(parameter) ? 2 : 1;
		}
		return function.call(caller, arguments);
	}

}
