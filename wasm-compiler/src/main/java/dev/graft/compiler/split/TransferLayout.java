package dev.graft.compiler.split;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Variable;

/// Which of the instance's transfer fields each result of a piece uses.
final class TransferLayout {

	private final Map<Variable, Integer> indices = new HashMap<>();

	private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

	TransferLayout(List<Variable> results) {
		for (Variable result : results) {
			this.indices.put(result, this.counts.merge(result.kind(), 1, Integer::sum) - 1);
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
		return this.counts.getOrDefault(kind, 0);
	}

	/// Hands over how many fields of each kind there must be.
	void forEachCount(Kind functionResult, BiConsumer<Kind, Integer> action) {
		this.counts.forEach(action);
		if (functionResult != Kind.VOID) {
			action.accept(functionResult, returned(functionResult) + 1);
		}
	}

}
