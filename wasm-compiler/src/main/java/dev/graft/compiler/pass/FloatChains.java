package dev.graft.compiler.pass;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Variable;

/// How many floats a round of a loop has to compute one after the other before the next
/// round can go on with them, as in `sum = sum + a * b`. Nobody may compute them in
/// another order, so a processor waits for them, and does in that time whatever else
/// there is.
final class FloatChains {

	private final Map<Variable, Integer> lengths = new HashMap<>();

	private FloatChains() {
	}

	/// The length of the longest chain from one round to the next, 0 if there is none.
	/// Of ways through a round that differ it takes all one after the other.
	static int longest(CountedLoop loop) {
		int longest = 0;
		for (Variable variable : assigned(loop)) {
			longest = Math.max(longest, new FloatChains().length(loop, variable));
		}
		return longest;
	}

	private static Set<Variable> assigned(CountedLoop loop) {
		Set<Variable> assigned = new HashSet<>();
		for (int position = loop.first(); position < loop.lastPosition(); position++) {
			if (loop.statement(position) instanceof Assign assign && isFloat(assign.variable().kind())) {
				assigned.add(assign.variable());
			}
		}
		return assigned;
	}

	private static boolean isFloat(Kind kind) {
		return kind == Kind.FLOAT || kind == Kind.DOUBLE;
	}

	private int length(CountedLoop loop, Variable variable) {
		this.lengths.put(variable, 0);
		for (int position = loop.first(); position < loop.lastPosition(); position++) {
			if (loop.statement(position) instanceof Assign assign) {
				this.lengths.put(assign.variable(), length(assign.value()));
			}
		}
		return Math.max(0, this.lengths.getOrDefault(variable, 0));
	}

	// Negative if the tree has nothing to do with the chain.
	private int length(Expression tree) {
		if (tree instanceof Read read) {
			return this.lengths.getOrDefault(read.variable(), -1);
		}
		int longest = -1;
		for (int number = 0; number < tree.operandCount(); number++) {
			longest = Math.max(longest, length(tree.operand(number)));
		}
		return (longest >= 0 && tree instanceof Numeric && isFloat(tree.kind())) ? longest + 1 : longest;
	}

}
