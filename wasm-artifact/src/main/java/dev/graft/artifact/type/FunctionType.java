package dev.graft.artifact.type;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A function type: parameters to results. Immutable.
///
/// @param parameters the parameters' types, in order
/// @param results the results' types, in order
/// @see <a
/// href="https://webassembly.github.io/spec/core/syntax/types.html#function-types">Structure,
/// "Function Types"</a>
public record FunctionType(List<ValueType> parameters, List<ValueType> results) implements CompositeType {

	/// Copies both lists.
	public FunctionType {
		parameters = List.copyOf(parameters);
		results = List.copyOf(results);
	}

	/// `[i32 i32] -> [i64]` is `of(List.of(I32, I32), I64)`.
	public static FunctionType of(List<? extends ValueType> parameters, ValueType... results) {
		return new FunctionType(List.copyOf(parameters), List.of(results));
	}

	@Override
	public List<ValueType> mentions() {
		List<ValueType> mentioned = new ArrayList<>(this.parameters);
		mentioned.addAll(this.results);
		return mentioned;
	}

	/// As the specification writes it: `[i32 i32] -> [i64]`.
	@Override
	public String toString() {
		return list(this.parameters) + " -> " + list(this.results);
	}

	private static String list(List<ValueType> types) {
		return types.stream().map(Object::toString).collect(Collectors.joining(" ", "[", "]"));
	}

}
