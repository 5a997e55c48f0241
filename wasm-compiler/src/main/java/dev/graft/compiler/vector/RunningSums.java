package dev.graft.compiler.vector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Effects;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.NumericOp;
import org.jspecify.annotations.Nullable;

/// Lets a sum go on where another one ends.
///
/// Programs add up the lanes of a vector in steps: neighbours first, then pairs of them,
/// then what came before the vector. Taken apart that is one addition for each lane and
/// step, most of which are in another lane's sum as well.
///
/// ```
///   v5 = v1 + v0               v9 = v0 + v1
///   v6 = v3 + v2               v10 = v9 + v2
///   v9 = v5                    v11 = v10 + v3
///   v10 = v2 + v5
///   v11 = v6 + v5
/// ```
///
/// A sum that has the same terms as an earlier one of the same straight line and one more
/// is computed from it, if fewer additions are left then. Only whole numbers: the order
/// in which floats are added matters.
final class RunningSums {

	/// A sum of more terms is a term itself where it is added to something.
	private static final int MOST_TERMS = 32;

	private final List<Statement> statements;

	private final int[] reads;

	/// What each variable that is no sum, or too long a one, is at the moment.
	private final Map<Variable, Term> terms = new HashMap<>();

	/// What temporaries are sums of.
	private final Map<Variable, List<Term>> sums = new HashMap<>();

	private int numbered;

	private RunningSums(Body body) {
		this.statements = body.statements();
		this.reads = new int[body.variables().size()];
		this.statements.forEach((statement) -> statement.forEachRead((variable) -> this.reads[variable.index()]++));
	}

	/// Rewrites a body.
	static void apply(Body body) {
		new RunningSums(body).rewrite();
	}

	private void rewrite() {
		int begin = 0;
		for (int position = 0; position < this.statements.size(); position++) {
			if (this.statements.get(position) instanceof Mark) {
				rewriteLine(begin, position);
				begin = position + 1;
			}
		}
		rewriteLine(begin, this.statements.size());
	}

	private void rewriteLine(int begin, int end) {
		List<Statement> line = this.statements.subList(begin, end);
		if (line.stream().filter(RunningSums::isSum).limit(2).count() < 2) {
			return;
		}
		Set<Variable> results = results(line);
		Map<List<Term>, Variable> known = new HashMap<>();
		List<Statement> rewritten = new ArrayList<>(line.size());
		boolean changed = false;
		for (Statement statement : line) {
			Statement result = (statement instanceof Assign assign) ? rewritten(assign, results, known) : statement;
			changed |= !result.equals(statement);
			rewritten.add(result);
		}
		this.terms.clear();
		this.sums.clear();
		if (changed && additions(rewritten, line) < additions(line, line)) {
			for (int number = 0; number < rewritten.size(); number++) {
				line.set(number, rewritten.get(number));
			}
		}
	}

	// The sums that are not only added to something.
	private static Set<Variable> results(List<Statement> line) {
		Set<Variable> sums = new HashSet<>();
		Map<Variable, Integer> added = new HashMap<>();
		Map<Variable, Integer> read = new HashMap<>();
		for (Statement statement : line) {
			statement.forEachRead((variable) -> read.merge(variable, 1, Integer::sum));
			if (isSum(statement)) {
				sums.add(((Assign) statement).variable());
				statement.forEachRead((variable) -> added.merge(variable, 1, Integer::sum));
			}
		}
		sums.removeIf((sum) -> added.containsKey(sum) && added.get(sum).equals(read.get(sum)));
		return sums;
	}

	private Assign rewritten(Assign assign, Set<Variable> results, Map<List<Term>, Variable> known) {
		Variable target = assign.variable();
		List<Term> sum = isSum(assign) || assign.value() instanceof Read ? sum(assign.value()) : null;
		Expression value = (sum != null && isSum(assign)) ? continued(sum, known, assign.value()) : assign.value();
		if (!target.isTemporary()) {
			this.terms.remove(target);
		}
		else if (sum != null) {
			this.sums.put(target, sum);
			if (!sum.isEmpty() && results.contains(target)) {
				known.putIfAbsent(sum, target);
			}
		}
		return (value == assign.value()) ? assign : new Assign(target, value);
	}

	private Expression continued(List<Term> sum, Map<List<Term>, Variable> known, Expression value) {
		if (sum.size() == 1 && isAtHand(sum.getFirst())) {
			return Read.of(sum.getFirst().variable());
		}
		for (int number = 0; number < sum.size(); number++) {
			Term term = sum.get(number);
			Variable begun = isAtHand(term) ? known.get(without(sum, number)) : null;
			if (begun != null) {
				NumericOp add = (value.kind() == Kind.INT) ? NumericOp.I32_ADD : NumericOp.I64_ADD;
				return Trees.numeric(add, Read.of(begun), Read.of(term.variable()));
			}
		}
		return value;
	}

	private static List<Term> without(List<Term> sum, int number) {
		List<Term> rest = new ArrayList<>(sum);
		rest.remove(number);
		return rest;
	}

	// Whether its variable has not been assigned since.
	private boolean isAtHand(Term term) {
		return term.equals(this.terms.get(term.variable()));
	}

	private static boolean isSum(Statement statement) {
		return statement instanceof Assign assign && isAddition(assign.value());
	}

	private static boolean isAddition(Expression tree) {
		return tree instanceof Numeric numeric
				&& (numeric.op() == NumericOp.I32_ADD || numeric.op() == NumericOp.I64_ADD);
	}

	// What a tree adds up, in an order of its own; null if that is too much, or a number
	// is among it: addresses are left as they are, as others tell which are near by them.
	private @Nullable List<Term> sum(Expression tree) {
		if (tree instanceof Read read) {
			List<Term> sum = this.sums.get(read.variable());
			return (sum != null) ? sum : List.of(term(read.variable()));
		}
		if (Trees.isConstant(tree, 0)) {
			return List.of();
		}
		List<Term> one = isAddition(tree) ? sum(tree.operand(0)) : null;
		List<Term> other = (one != null) ? sum(tree.operand(1)) : null;
		if (one == null || other == null || one.size() + other.size() > MOST_TERMS) {
			return null;
		}
		return Stream.concat(one.stream(), other.stream()).sorted(Comparator.comparingInt(Term::number)).toList();
	}

	private Term term(Variable variable) {
		return this.terms.computeIfAbsent(variable, (each) -> new Term(each, this.numbered++));
	}

	// How many additions are of use.
	private int additions(List<Statement> line, List<Statement> before) {
		Map<Variable, Integer> outside = new HashMap<>();
		for (Statement statement : before) {
			statement.forEachRead((variable) -> outside.merge(variable, -1, Integer::sum));
		}
		outside.replaceAll((variable, inside) -> this.reads[variable.index()] + inside);
		Set<Variable> used = new HashSet<>();
		int additions = 0;
		for (Statement statement : line.reversed()) {
			boolean unused = statement instanceof Assign assign && assign.variable().isTemporary()
					&& !used.contains(assign.variable()) && outside.getOrDefault(assign.variable(), 0) == 0
					&& Effects.isRemovable(assign.value().effects());
			if (!unused) {
				statement.forEachRead(used::add);
				additions += isSum(statement) ? additions(((Assign) statement).value()) : 0;
			}
		}
		return additions;
	}

	private static int additions(Expression tree) {
		if (!isAddition(tree)) {
			return 0;
		}
		boolean nothing = Trees.isConstant(tree.operand(0), 0) || Trees.isConstant(tree.operand(1), 0);
		return additions(tree.operand(0)) + additions(tree.operand(1)) + (nothing ? 0 : 1);
	}

	/// What a variable holds between two assignments to it.
	///
	/// @param number says which comes first in a sum
	private record Term(Variable variable, int number) {
	}

}
