package dev.graft.engine.link;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;

import dev.graft.artifact.abi.GeneratedSignatures;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ReferenceType;
import dev.graft.artifact.type.ValueType;
import dev.graft.artifact.type.VectorType;
import dev.graft.engine.abi.ModuleInstance;

/// Turns a Java method into what WebAssembly code calls: a handle of type `(parameters…,
/// ModuleInstance caller)result`.
///
/// Conversions are composed of method handles when the function is defined, so that a
/// call does only what its types need: for numbers nothing at all. Whatever the method
/// throws leaves wrapped in a [HostException].
public final class HostAdapter {

	private static final MethodHandle CONTEXT;

	private static final MethodHandle WRAP;

	static {
		try {
			MethodHandles.Lookup lookup = MethodHandles.lookup();
			CONTEXT = lookup.findGetter(ModuleInstance.class, "context", dev.graft.engine.abi.ExecutionContext.class);
			WRAP = lookup.findStatic(HostException.class, "wrap",
					MethodType.methodType(Throwable.class, Throwable.class));
		}
		catch (ReflectiveOperationException impossible) {
			throw new ExceptionInInitializerError(impossible);
		}
	}

	private final HostClasses host;

	private final Conversions conversions;

	private final Results results;

	/// An adapter for methods that mention these classes.
	public HostAdapter(HostClasses host) {
		this.host = host;
		this.conversions = new Conversions(host);
		this.results = new Results(host);
	}

	/// The function type that follows from a method's type.
	/// @throws IllegalArgumentException if a parameter or result has no counterpart
	public FunctionType infer(MethodType method) {
		List<ValueType> parameters = new ArrayList<>();
		for (int index = wantsCaller(method) ? 1 : 0; index < method.parameterCount(); index++) {
			parameters.add(valueType(method.parameterType(index)));
		}
		Class<?> result = method.returnType();
		List<ValueType> results = (result == void.class) ? List.of()
				: result.isRecord() && result != this.host.vectorClass()
						? Results.componentTypes(result).stream().map(this::valueType).toList()
						: List.of(valueType(result));
		return new FunctionType(parameters, results);
	}

	private ValueType valueType(Class<?> javaType) {
		Class<?> primitive = MethodType.methodType(javaType).unwrap().returnType();
		if (primitive == int.class || primitive == boolean.class || primitive == byte.class || primitive == short.class
				|| primitive == char.class) {
			return NumberType.I32;
		}
		if (primitive == long.class) {
			return NumberType.I64;
		}
		if (primitive == float.class) {
			return NumberType.F32;
		}
		if (primitive == double.class) {
			return NumberType.F64;
		}
		if (javaType == this.host.callerClass()) {
			throw new IllegalArgumentException("the caller can only be the first parameter");
		}
		if (javaType == this.host.vectorClass()) {
			return VectorType.V128;
		}
		ReferenceType reference = this.host.referenceType(javaType);
		return (reference != null) ? reference : ReferenceType.EXTERNREF;
	}

	/// The handle of a host function.
	/// @param function the method; if its first parameter is a caller, it is told who
	/// calls
	/// @param type the type of the function
	/// @throws IllegalArgumentException if the method does not fit the type
	public MethodHandle adapt(MethodHandle function, CanonicalType type) {
		FunctionType functionType = type.functionType();
		Adaptation adaptation = new Adaptation(withInstanceLast(function), CONTEXT);
		int parameters = adaptation.handle().type().parameterCount() - 1;
		if (!GeneratedSignatures.fitsMethod(functionType) || parameters != functionType.parameters().size()) {
			throw new IllegalArgumentException("%s has %d parameters, the method %s has %d".formatted(functionType,
					functionType.parameters().size(), function.type(), parameters));
		}
		// From the last to the first, as vectors take two places.
		for (int index = parameters - 1; index >= 0; index--) {
			convertParameter(adaptation, index, functionType.parameters().get(index));
		}
		convertResult(adaptation, functionType.results());
		MethodHandle adapted = adaptation.handle().asType(type.methodTypeOneByOne());
		return wrapping(type.wide() ? WideArguments.inArrays(adapted, type) : adapted);
	}

	private void convertParameter(Adaptation adaptation, int index, ValueType parameter) {
		Class<?> javaType = adaptation.handle().type().parameterType(index);
		if (GeneratedSignatures.isVector(parameter)) {
			adaptation.join(index, this.conversions.vectorToJava(javaType, "parameter " + index));
		}
		else if (!Conversions.isSame(parameter, javaType)) {
			adaptation.parameter(index, this.conversions.toJava(parameter, javaType, "parameter " + index));
		}
	}

	/// The handle of a host function that takes its parameters in arrays.
	/// @param function of type `(long[], Object[], ModuleInstance)Object`
	/// @param type the type of the function
	public MethodHandle adaptWide(MethodHandle function, CanonicalType type) {
		Adaptation adaptation = new Adaptation(function, CONTEXT);
		convertResult(adaptation, type.functionType().results());
		return wrapping(adaptation.handle().asType(type.methodType()));
	}

	private void convertResult(Adaptation adaptation, List<ValueType> results) {
		Class<?> javaType = adaptation.handle().type().returnType();
		if (results.isEmpty()) {
			return;
		}
		if (javaType == void.class) {
			throw new IllegalArgumentException("the results are " + results + ", but the method returns nothing");
		}
		if (results.size() == 1 && Conversions.isSame(results.getFirst(), javaType)) {
			return;
		}
		if (results.size() == 1 && GeneratedSignatures.isVector(results.getFirst())) {
			this.conversions.check(results.getFirst(), javaType, "the result");
			adaptation.result(this.results.vectorToCarrier(javaType));
			return;
		}
		adaptation.result((results.size() == 1) ? this.conversions.toCarrier(javaType, results.getFirst(), "the result")
				: this.results.toCarrier(javaType, results));
	}

	private boolean wantsCaller(MethodType method) {
		return method.parameterCount() > 0 && method.parameterType(0) == this.host.callerClass();
	}

	private MethodHandle withInstanceLast(MethodHandle function) {
		MethodHandle fixed = function.asFixedArity();
		int last = fixed.type().parameterCount();
		if (!wantsCaller(fixed.type())) {
			return MethodHandles.dropArguments(fixed, last, ModuleInstance.class);
		}
		MethodHandle instanceFirst = MethodHandles.filterArguments(fixed, 0, this.host.callerOf());
		MethodType type = instanceFirst.type().dropParameterTypes(0, 1).appendParameterTypes(ModuleInstance.class);
		int[] order = new int[last];
		order[0] = last - 1;
		for (int index = 1; index < last; index++) {
			order[index] = index - 1;
		}
		return MethodHandles.permuteArguments(instanceFirst, type, order);
	}

	/// The same function, whose exceptions leave wrapped, unless the guest can catch
	/// them.
	private MethodHandle wrapping(MethodHandle function) {
		MethodType type = function.type();
		MethodHandle toGuest = MethodHandles.filterReturnValue(this.host.toGuest(), WRAP);
		MethodHandle rethrow = MethodHandles.filterReturnValue(toGuest,
				MethodHandles.throwException(type.returnType(), Throwable.class));
		List<Class<?>> parameters = type.parameterList().subList(0, type.parameterCount() - 1);
		return MethodHandles.catchException(function, Throwable.class,
				MethodHandles.dropArguments(rethrow, 1, parameters));
	}

}
