package dev.graft.spring.canonical;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ValueType;
import org.jspecify.annotations.Nullable;

/// The parameters and the result of a Java method that crosses the boundary.
///
/// @param parameters the parameters
/// @param result the result, or null for `void`
public record CanonicalSignature(List<CanonicalType> parameters, @Nullable CanonicalType result) {

	/// More flat parameters than this travel as a tuple in memory.
	public static final int MAX_FLAT_PARAMETERS = 16;

	/// Copies the list.
	public CanonicalSignature {
		parameters = List.copyOf(parameters);
	}

	/// The signature of Java types.
	/// @throws UnsupportedTypeException if one of them cannot cross
	public static CanonicalSignature of(List<Class<?>> parameters, Class<?> result) {
		List<CanonicalType> types = new ArrayList<>();
		for (int i = 0; i < parameters.size(); i++) {
			Class<?> parameter = parameters.get(i);
			String what = "parameter " + (i + 1);
			types.add(CanonicalType.of(parameter).orElseThrow(() -> new UnsupportedTypeException(what, parameter)));
		}
		return new CanonicalSignature(types, resultType(result));
	}

	private static @Nullable CanonicalType resultType(Class<?> result) {
		if (result == void.class) {
			return null;
		}
		return CanonicalType.of(result).orElseThrow(() -> new UnsupportedTypeException("the result", result));
	}

	/// What to call the parameters of a function in messages.
	List<String> parameterNames(String what) {
		return IntStream.rangeClosed(1, this.parameters.size())
			.mapToObj((number) -> what + ", parameter " + number)
			.toList();
	}

	/// Whether the parameters travel as a tuple in memory.
	boolean parametersInMemory() {
		return this.parameters.stream().mapToInt((type) -> type.flat().size()).sum() > MAX_FLAT_PARAMETERS;
	}

	/// Whether the result travels as the address of where it lies in memory.
	boolean resultInMemory() {
		return this.result != null && this.result.isPair();
	}

	/// Whether calling needs the guest's memory, and its `cabi_realloc` for parameters.
	public boolean passesMemory() {
		return parametersInMemory() || this.parameters.stream().anyMatch(CanonicalType::isPair);
	}

	/// Whether the result is read from the guest's memory.
	public boolean returnsMemory() {
		return resultInMemory();
	}

	/// Whether nothing but numbers cross, and none of them by way of memory.
	public boolean isNumeric() {
		return !passesMemory() && !returnsMemory();
	}

	/// The type of the core function that a guest exports for it: a result in memory is
	/// returned as its address.
	public FunctionType exportType() {
		return new FunctionType(flatParameters(), flatResult(resultInMemory() ? List.of(NumberType.I32) : List.of()));
	}

	/// The type of the core function that a guest imports for it: where a result in
	/// memory goes is a last parameter.
	public FunctionType importType() {
		List<ValueType> parameters = new ArrayList<>(flatParameters());
		if (resultInMemory()) {
			parameters.add(NumberType.I32);
		}
		return new FunctionType(parameters, flatResult(List.of()));
	}

	private List<ValueType> flatParameters() {
		return parametersInMemory() ? List.of(NumberType.I32)
				: this.parameters.stream().flatMap((type) -> type.flat().stream()).toList();
	}

	private List<ValueType> flatResult(List<ValueType> inMemory) {
		return (this.result == null || resultInMemory()) ? inMemory : this.result.flat();
	}

	/// As WIT writes it: `func(string, s32) -> string`.
	@Override
	public String toString() {
		String list = this.parameters.stream().map(CanonicalType::witName).collect(Collectors.joining(", "));
		return "func(" + list + ")" + ((this.result != null) ? " -> " + this.result.witName() : "");
	}

}
