package dev.graft.engine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;

import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ValueType;
import dev.graft.engine.abi.ModuleInstance;
import dev.graft.engine.link.CanonicalType;
import org.jspecify.annotations.Nullable;

/// Functions with more parameters than a Java method can have: bits and references travel
/// in two arrays.
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
		long[] bits = new long[carriers.length];
		@Nullable Object[] references = new @Nullable Object[carriers.length];
		for (int index = 0; index < carriers.length; index++) {
			if (type.functionType().parameters().get(index) instanceof NumberType) {
				bits[index] = bits(carriers[index]);
			}
			else {
				references[index] = carriers[index];
			}
		}
		return handle.invoke(bits, references, caller);
	}

	private static long bits(@Nullable Object number) {
		return switch (number) {
			case Integer i32 -> i32;
			case Long i64 -> i64;
			case Float f32 -> Float.floatToRawIntBits(f32);
			case Double f64 -> Double.doubleToRawLongBits(f64);
			case null, default -> throw new IllegalStateException("a number that has been checked is none");
		};
	}

	/// What calls a host function: `(long[], Object[], ModuleInstance)Object`.
	static MethodHandle host(HostFunction function, List<ValueType> parameters) {
		return MethodHandles.insertArguments(HOST, 0, function, parameters);
	}

	static @Nullable Object callHost(HostFunction function, List<ValueType> parameters, long[] bits,
			@Nullable Object[] references, ModuleInstance instance) throws Throwable {
		Caller caller = Caller.of(instance);
		@Nullable Object[] arguments = new @Nullable Object[parameters.size()];
		for (int index = 0; index < arguments.length; index++) {
			arguments[index] = (parameters.get(index) instanceof NumberType number) ? switch (number) {
				case I32 -> (Object) (int) bits[index];
				case I64 -> bits[index];
				case F32 -> Float.intBitsToFloat((int) bits[index]);
				case F64 -> Double.longBitsToDouble(bits[index]);
			} : Values.toHost(parameters.get(index), references[index], caller.store());
		}
		return function.call(caller, arguments);
	}

}
