package dev.graft.engine.link;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.List;

import dev.graft.artifact.abi.GeneratedSignatures;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.ValueType;

/// Turns a WebAssembly function into what Java calls with a functional interface: the
/// counterpart of [HostAdapter].
///
/// The handles here end with the state of the call, an object that leads to the instance
/// and the context, and that is entered before the call and left after it.
public final class HostCall {

	private static final Object NO_REFERENCES = new Object[0];

	private final MethodHandle instanceOf;

	private final MethodHandle contextOf;

	private final MethodHandle enter;

	private final MethodHandle leave;

	private final Conversions conversions;

	private final Results results;

	/// How calls are bracketed.
	/// @param host the classes of the embedding API
	/// @param instanceOf the instance to pass as caller: `(State)ModuleInstance`
	/// @param contextOf the context: `(State)ExecutionContext`
	/// @param enter what comes first: `(State)int`
	/// @param leave what comes last if `enter` came to its end, given what the call threw
	/// or null, and what `enter` returned: `(Throwable, int, State)void`; what it throws
	/// replaces what the call threw
	public HostCall(HostClasses host, MethodHandle instanceOf, MethodHandle contextOf, MethodHandle enter,
			MethodHandle leave) {
		this.instanceOf = instanceOf;
		this.contextOf = contextOf;
		this.enter = enter;
		this.leave = leave;
		this.conversions = new Conversions(host);
		this.results = new Results(host);
	}

	/// The handle to [bind][FunctionalBinding#bind] to an interface.
	/// @param function a handle of type `(parameters…, State)result`, or with a
	/// `ModuleInstance` in place of the state
	/// @param type the function's type
	/// @param target the type that the interface asks for
	/// @throws IllegalArgumentException if the interface does not fit the type
	public MethodHandle adapt(MethodHandle function, FunctionType type, MethodType target) {
		int parameters = target.parameterCount() - 1;
		if (parameters != type.parameters().size()) {
			throw new IllegalArgumentException(
					"the function is %s, the method has %d parameters".formatted(type, parameters));
		}
		Adaptation adaptation = new Adaptation(withState(function), this.contextOf);
		// From the last to the first, as vectors take two places.
		for (int index = parameters - 1; index >= 0; index--) {
			convertParameter(adaptation, type, index, target.parameterType(index));
		}
		convertResult(adaptation, type, target.returnType());
		MethodHandle bracketed = bracketed(adaptation.handle());
		return bracketed.asType(target);
	}

	private void convertParameter(Adaptation adaptation, FunctionType type, int index, Class<?> javaType) {
		ValueType parameter = type.parameters().get(index);
		int place = GeneratedSignatures.place(type.parameters(), index);
		String name = "parameter " + index;
		if (GeneratedSignatures.isVector(parameter)) {
			adaptation.split(place, this.conversions.halfOf(javaType, false, name),
					this.conversions.halfOf(javaType, true, name));
		}
		else if (!Conversions.isSame(parameter, javaType)) {
			adaptation.parameter(place, this.conversions.toCarrier(javaType, parameter, name));
		}
	}

	/// The handle that takes arguments from an array of bits and puts results into it:
	/// `(long[], State)void`.
	/// @param function a handle of type `(parameters…, State)result`, or with a
	/// `ModuleInstance` in place of the state; without references among them; if it is
	/// wide, `(long[], Object[], State)result`
	/// @param type the function's type
	public MethodHandle adaptRaw(MethodHandle function, FunctionType type) {
		MethodHandle withState = withState(function);
		MethodType parameters = withState.type();
		MethodHandle call = GeneratedSignatures.isWide(type)
				? MethodHandles.insertArguments(withState, 1, NO_REFERENCES) : oneByOne(withState);
		int count = call.type().parameterCount() - 1;
		int[] order = new int[count + 1];
		order[count] = 1;
		Class<?> result = parameters.returnType();
		MethodType raw = MethodType.methodType(void.class, long[].class, call.type().parameterType(count));
		if (result != void.class) {
			MethodHandle store = MethodHandles.filterArguments(
					RawValues.results(result, GeneratedSignatures.places(type.results())), 2, this.contextOf);
			call = MethodHandles.collectArguments(store, 0, call);
			order = Arrays.copyOf(order, count + 3);
			order[count + 2] = 1;
		}
		return bracketed(MethodHandles.permuteArguments(call, raw, order));
	}

	// Each number comes from its place in the array.
	private static MethodHandle oneByOne(MethodHandle function) {
		int count = function.type().parameterCount() - 1;
		MethodHandle[] arguments = new MethodHandle[count];
		for (int place = 0; place < count; place++) {
			arguments[place] = RawValues.argument(function.type().parameterType(place), place);
		}
		return MethodHandles.filterArguments(function, 0, arguments);
	}

	private MethodHandle withState(MethodHandle function) {
		int last = function.type().parameterCount() - 1;
		return (function.type().parameterType(last) == this.instanceOf.type().returnType())
				? MethodHandles.filterArguments(function, last, this.instanceOf) : function;
	}

	private void convertResult(Adaptation adaptation, FunctionType type, Class<?> javaType) {
		if (type.results().isEmpty() || javaType == void.class) {
			if (javaType != void.class) {
				throw new IllegalArgumentException(
						"the function is %s, the method returns %s".formatted(type, javaType.getTypeName()));
			}
			return;
		}
		if (type.results().size() == 1 && Conversions.isSame(type.results().getFirst(), javaType)) {
			return;
		}
		if (type.results().size() == 1 && GeneratedSignatures.isVector(type.results().getFirst())) {
			this.conversions.check(type.results().getFirst(), javaType, "the result");
			adaptation.result(this.results.vectorToJava(javaType));
			return;
		}
		adaptation.result((type.results().size() == 1)
				? this.conversions.toJava(type.results().getFirst(), javaType, "the result")
				: this.results.toJava(type.results(), javaType));
	}

	/// Around the call: `token = enter(state); try { call } finally { leave(thrown,
	/// token, state) }`.
	private MethodHandle bracketed(MethodHandle call) {
		MethodType type = call.type();
		int state = type.parameterCount() - 1;
		MethodHandle withToken = MethodHandles.dropArguments(call, 0, int.class);
		MethodHandle leaveLast = MethodHandles.dropArguments(this.leave, 2, type.parameterList().subList(0, state));
		MethodHandle guarded = MethodHandles.tryFinally(withToken, returning(type.returnType(), leaveLast));
		MethodHandle enterFirst = MethodHandles.dropArguments(this.enter, 0, type.parameterList().subList(0, state));
		return MethodHandles.foldArguments(guarded, enterFirst);
	}

	/// From `(Throwable, …)void` to `(Throwable, result, …)result`.
	private static MethodHandle returning(Class<?> result, MethodHandle leave) {
		if (result == void.class) {
			return leave;
		}
		MethodHandle left = MethodHandles.dropArguments(leave, 1, result);
		MethodHandle identity = MethodHandles.dropArguments(MethodHandles.identity(result), 0, Throwable.class);
		List<Class<?>> others = left.type().parameterList().subList(2, left.type().parameterCount());
		return MethodHandles.foldArguments(MethodHandles.dropArguments(identity, 2, others), left);
	}

}
