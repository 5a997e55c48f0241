package dev.graft.compiler.split;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Variable;

/// Which of the instance's transfer fields each result of a piece uses.
///
/// A piece may be cut out of another one, with statements in it that fill transfer fields
/// for those who called that one. So the layout of a piece begins behind the fields of
/// the piece that it is cut out of. Between a call and the statements that fetch what it
/// has left, and among those that leave something, nobody cuts: see
/// [BodyFacts#isCuttable].
final class TransferLayout {

	private final Map<Variable, Integer> indices = new HashMap<>();

	/// For each kind: the first field behind those of the results.
	private final Map<Kind, Integer> ends;

	/// @param results the variables that a piece leaves
	/// @param taken for each kind: how many fields are in use around the piece
	TransferLayout(List<Variable> results, Map<Kind, Integer> taken) {
		this.ends = new EnumMap<>(Kind.class);
		this.ends.putAll(taken);
		for (Variable result : results) {
			this.indices.put(result, this.ends.merge(result.kind(), 1, Integer::sum) - 1);
		}
	}

	/// The field of a result, counted within its kind.
	int index(Variable result) {
		Integer index = this.indices.get(result);
		if (index == null) {
			throw new IllegalArgumentException(result + " is not a result");
		}
		return index;
	}

	/// The field of what the function returns, behind the results.
	int returned(Kind kind) {
		return this.ends.getOrDefault(kind, 0);
	}

	/// For each kind: how many fields there must be.
	/// @param functionResult what the function returns
	Map<Kind, Integer> counts(Kind functionResult) {
		Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
		counts.putAll(this.ends);
		if (functionResult != Kind.VOID) {
			counts.put(functionResult, returned(functionResult) + 1);
		}
		return counts;
	}

}
