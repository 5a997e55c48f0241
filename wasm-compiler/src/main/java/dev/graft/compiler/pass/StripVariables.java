package dev.graft.compiler.pass;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Variable;

/// The variables that hold what belongs to strips.
///
/// Nobody reads them behind the loop that a strip is made of, so strips might all share
/// them. The first ones of a body have their own, as a variable occupies its slot from
/// where it is assigned first to where it is read last. Many thousand variables that take
/// their values from one line to another would make the data flow of a function of
/// megabytes as large as it is long.
final class StripVariables {

	private static final int STRIPS_WITH_THEIR_OWN = 16;

	private final Body.Variables variables;

	private final Map<Kind, List<Variable>> shared = new EnumMap<>(Kind.class);

	private final Map<Kind, Integer> taken = new EnumMap<>(Kind.class);

	private int strips;

	StripVariables(Body.Variables variables) {
		this.variables = variables;
	}

	/// Begins with another strip.
	void begin() {
		this.strips++;
		this.taken.clear();
	}

	/// A variable that the strip does not have yet.
	Variable next(Kind kind) {
		if (this.strips <= STRIPS_WITH_THEIR_OWN) {
			return this.variables.variable(kind);
		}
		List<Variable> all = this.shared.computeIfAbsent(kind, (any) -> new ArrayList<>());
		int number = this.taken.merge(kind, 1, Integer::sum);
		if (number > all.size()) {
			all.add(this.variables.variable(kind));
		}
		return all.get(number - 1);
	}

}
