package dev.graft.compiler.split;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Variable;

/// Which of the instance's transfer fields each result of a piece uses, and each
/// parameter that is no argument.
///
/// A piece may be cut out of another one, with statements in it that fill transfer fields
/// for those who called that one. So the layout of a piece begins behind the fields of
/// the piece that it is cut out of. Between a call and the statements that fetch what it
/// has left, and among those that leave something, nobody cuts: see
/// [BodyFacts#isCuttable]. Parameters and results use the same fields, since a piece
/// begins with fetching the ones and ends with leaving the others.
final class TransferLayout {

	private final Map<Variable, Integer> parameters = new HashMap<>();

	private final Map<Variable, Integer> results = new HashMap<>();

	/// For each kind: the first field behind those of the parameters.
	private final Map<Kind, Integer> parameterEnds;

	/// For each kind: the first field behind those of the results.
	private final Map<Kind, Integer> resultEnds;

	/// @param parameters the variables that a piece fetches
	/// @param results the variables that a piece leaves
	/// @param taken for each kind: how many fields are in use around the piece
	TransferLayout(List<Variable> parameters, List<Variable> results, Map<Kind, Integer> taken) {
		this.parameterEnds = place(parameters, taken, this.parameters);
		this.resultEnds = place(results, taken, this.results);
	}

	private static Map<Kind, Integer> place(List<Variable> variables, Map<Kind, Integer> taken,
			Map<Variable, Integer> indices) {
		Map<Kind, Integer> ends = new EnumMap<>(Kind.class);
		ends.putAll(taken);
		for (Variable variable : variables) {
			indices.put(variable, ends.merge(variable.kind(), 1, Integer::sum) - 1);
		}
		return ends;
	}

	/// The field of a parameter, counted within its kind.
	int parameter(Variable parameter) {
		return index(this.parameters, parameter);
	}

	/// The field of a result, counted within its kind.
	int result(Variable result) {
		return index(this.results, result);
	}

	private static int index(Map<Variable, Integer> indices, Variable variable) {
		Integer index = indices.get(variable);
		if (index == null) {
			throw new IllegalArgumentException(variable + " is not transferred");
		}
		return index;
	}

	/// The field of what the function returns, behind the results.
	int returned(Kind kind) {
		return this.resultEnds.getOrDefault(kind, 0);
	}

	/// For each kind: how many fields there must be.
	/// @param functionResult what the function returns
	Map<Kind, Integer> counts(Kind functionResult) {
		Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
		counts.putAll(this.resultEnds);
		this.parameterEnds.forEach((kind, end) -> counts.merge(kind, end, Math::max));
		if (functionResult != Kind.VOID) {
			counts.merge(functionResult, returned(functionResult) + 1, Math::max);
		}
		return counts;
	}

}
