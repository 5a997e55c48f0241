package dev.graft.compiler.reroll;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Select;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.op.NumericOp;
import org.jspecify.annotations.Nullable;

/// Whether behind a loop nobody looks at what a vector has collected in a single lane, but
/// only at all of it: C compilers move the upper lanes over the lower ones and add, until
/// the total is in the first.
final class TotalUses {

	private static final int MOST_STATEMENTS = 100;

	private final List<Statement> statements;

	private final LaterReads later;

	private final List<Total> totals;

	/// The vectors that hold parts of totals.
	private final Set<Variable> parts = new HashSet<>();

	private final Round round;

	TotalUses(List<Statement> statements, LaterReads later, Terms terms, List<Total> totals,
			ToIntFunction<Variable> uniform) {
		this.statements = statements;
		this.later = later;
		this.totals = totals;
		totals.forEach((total) -> this.parts.add(total.vector()));
		this.round = new Round(terms, Set.copyOf(this.parts), uniform);
	}

	/// Whether that is so from a position on.
	boolean areTotalsOnly(int from) {
		if (this.totals.isEmpty()) {
			return true;
		}
		for (int position = from; position < Math.min(from + MOST_STATEMENTS, this.statements.size()); position++) {
			Statement statement = this.statements.get(position);
			if (!next(statement)) {
				return false;
			}
			if (statement.endsLine() || isJump(statement)) {
				return isOver(statement, position + 1);
			}
		}
		return false;
	}

	private static boolean isJump(Statement statement) {
		boolean[] found = new boolean[1];
		statement.forEachTarget((target) -> found[0] = true);
		return found[0];
	}

	private boolean isOver(Statement jump, int next) {
		boolean[] read = new boolean[1];
		for (Variable part : this.parts) {
			jump.forEachTarget((target) -> read[0] |= this.later.mayRead(part, this.later.position(target)));
			read[0] |= !jump.endsLine() && this.later.mayRead(part, next);
		}
		return !read[0];
	}

	private boolean next(Statement statement) {
		if (statement instanceof Mark) {
			return true;
		}
		if (!(statement instanceof Assign assign)
				|| assign.variable().kind() != Kind.VECTOR && assign.variable().kind() != Kind.INT) {
			return areWhole(statement);
		}
		boolean part = isPart(assign);
		this.parts.remove(assign.variable());
		try {
			this.round.next(assign);
		}
		catch (UnevenException unknown) {
			this.round.forget(assign.variable());
			return !part;
		}
		if (part) {
			this.parts.add(assign.variable());
		}
		return true;
	}

	// Whether it has lanes in it, and not all of them.
	private boolean isPart(Assign assign) {
		boolean reads = this.parts.stream().anyMatch((each) -> LaterReads.reads(assign, each));
		return reads && !areWhole(assign);
	}

	private boolean areWhole(Statement statement) {
		for (int number = 0; number < statement.operandCount(); number++) {
			if (!isWhole(statement.operand(number))) {
				return false;
			}
		}
		return true;
	}

	private boolean isWhole(Expression tree) {
		if (tree instanceof Read read) {
			return !this.parts.contains(read.variable());
		}
		boolean lanes = tree instanceof Vector || tree instanceof Select || tree instanceof Numeric;
		if (lanes && tree.kind() == Kind.INT && hasAll(tree)) {
			return true;
		}
		if (tree instanceof Numeric numeric && Total.isAssociative(numeric.op()) && addsLanes(numeric)) {
			return true;
		}
		for (int number = 0; number < tree.operandCount(); number++) {
			if (!isWhole(tree.operand(number))) {
				return false;
			}
		}
		return true;
	}

	// Lanes are also added one by one, to something else.
	private boolean addsLanes(Numeric sum) {
		List<Expression> addends = new ArrayList<>();
		flatten(sum.op(), sum, addends);
		Term lanes = null;
		try {
			for (Expression addend : addends) {
				if (addend instanceof Vector lane && lane.kind() == Kind.INT) {
					Term number = this.round.number(lane);
					lanes = (lanes == null) ? number : this.round.combined(sum.op(), lanes, number);
				}
				else if (!isWhole(addend)) {
					return false;
				}
			}
		}
		catch (UnevenException unknown) {
			return false;
		}
		return lanes != null && isTotal(lanes);
	}

	private static void flatten(NumericOp op, Expression tree, List<Expression> into) {
		if (tree instanceof Numeric numeric && numeric.op() == op) {
			flatten(op, numeric.operand(0), into);
			flatten(op, numeric.operand(1), into);
		}
		else {
			into.add(tree);
		}
	}

	private boolean isTotal(Term number) {
		return this.totals.stream().anyMatch((total) -> total.isTotal(number)) || isSumOfTotals(number);
	}

	// Sums of sums are added as often as a round has elements.
	private boolean isSumOfTotals(Term number) {
		Map<Multiple, Set<Integer>> lanes = new HashMap<>();
		int count = 0;
		for (Term term : Total.addends(number)) {
			if (term.carried()) {
				Multiple multiple = Multiple.of(term);
				if (multiple == null || !Total.isSum(multiple.vector, this.totals)
						|| !lanes.computeIfAbsent(multiple, (_) -> new HashSet<>()).add(multiple.lane(term))) {
					return false;
				}
				count++;
			}
		}
		return count > 0 && count == lanes.size() * Total.LANES;
	}

	/// Lanes of a total, each times the same.
	private record Multiple(Variable vector, int factor) {

		static @Nullable Multiple of(Term term) {
			if (term.head() instanceof Term.Head.Carried carried && carried.bytes() == Integer.BYTES) {
				return new Multiple(carried.vector(), 1);
			}
			boolean times = term.is(NumericOp.I32_SHL) || term.is(NumericOp.I32_MUL);
			return (times && term.operand(1).isConstant() && term.operand(0).head() instanceof Term.Head.Carried carried
					&& carried.bytes() == Integer.BYTES) ? new Multiple(carried.vector(), factor(term)) : null;
		}

		private static int factor(Term term) {
			int number = term.operand(1).value();
			return term.is(NumericOp.I32_SHL) ? 1 << number : number;
		}

		int lane(Term term) {
			Term lane = term.operands().isEmpty() ? term : term.operand(0);
			return ((Term.Head.Carried) lane.head()).lane();
		}

	}

	private boolean hasAll(Expression tree) {
		try {
			return isTotal(this.round.number(tree));
		}
		catch (UnevenException unknown) {
			return false;
		}
	}

}
