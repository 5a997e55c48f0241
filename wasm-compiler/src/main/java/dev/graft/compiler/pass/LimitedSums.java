package dev.graft.compiler.pass;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.NumericOp;
import org.jspecify.annotations.Nullable;

/// What is computed in a round of a loop, as a sum of variables that the loop does not
/// assign, each of them times a constant, of a constant, and of something that is never
/// greater than another constant.
///
/// ```
///     L0:                              v1, v2: not assigned; v3: something
///       v4 = v1 + (load8_u v3) * 4     v1 + 0 .. 1020
///       … (load v4 + 8)                v1 + 8 + 0 .. 1020
///       … (load v2 + (v3 & 7))         v2 + 0 .. 7
/// ```
///
/// All of it is computed modulo 2^32, as the loop does.
final class LimitedSums {

	/// Sums of more variables are left alone.
	private static final int MOST_VARIABLES = 3;

	/// What may be greater may be anything.
	private static final long FURTHEST = 1L << 20;

	/// What may be anything.
	private static final Sum UNKNOWN = new Sum(Sum.noVariables(), 0, UnsignedLimits.UNSIGNED_INT);

	private final Map<Label, Integer> firstJumps = new HashMap<>();

	/// For each variable that is assigned what it holds, until it is assigned again.
	private final Map<Variable, Sum> held = new HashMap<>();

	private final UnsignedLimits limits = new UnsignedLimits(this::most);

	/// @param loop the statements of a loop without others in it, which is entered at its
	/// header alone
	LimitedSums(List<Statement> loop) {
		for (Statement statement : loop) {
			if (statement instanceof Assign assign && assign.variable().kind() == Kind.INT) {
				this.held.put(assign.variable(), UNKNOWN);
			}
		}
	}

	/// Goes on behind a statement of the loop.
	/// @param loop the statements of the loop
	/// @param position which of them
	void pass(List<Statement> loop, int position) {
		Statement statement = loop.get(position);
		statement.forEachTarget((target) -> this.firstJumps.putIfAbsent(target, position));
		switch (statement) {
			case Assign assign when assign.variable().kind() == Kind.INT -> {
				Sum sum = of(assign.value());
				this.held.put(assign.variable(), (sum != null) ? sum : UNKNOWN);
			}
			case Mark mark -> forget(loop.subList(this.firstJumps.getOrDefault(mark.label(), position), position));
			default -> {
			}
		}
	}

	// What has been assigned in between depends on the way to the label.
	private void forget(List<Statement> between) {
		for (Statement statement : between) {
			if (statement instanceof Assign assign && assign.variable().kind() == Kind.INT) {
				this.held.put(assign.variable(), UNKNOWN);
			}
		}
	}

	/// What a tree of 32 bits computes here, null if it is no such sum.
	@Nullable Sum of(Expression tree) {
		Sum sum = switch (tree) {
			case Constant constant -> new Sum(Sum.noVariables(), (int) constant.bits(), 0);
			case Read read -> this.held.getOrDefault(read.variable(), Sum.of(read.variable()));
			case Numeric numeric -> of(numeric);
			default -> UNKNOWN;
		};
		if (sum.most > FURTHEST) {
			sum = new Sum(Sum.noVariables(), 0, this.limits.most(tree));
		}
		return (sum.most <= FURTHEST && sum.factors.size() <= MOST_VARIABLES) ? sum : null;
	}

	private Sum of(Numeric numeric) {
		return switch (numeric.op()) {
			case I32_ADD -> sum(numeric, 1);
			case I32_SUB -> sum(numeric, -1);
			case I32_SHL -> product(numeric, 1L << (constant(numeric) & 31));
			case I32_MUL -> product(numeric, constant(numeric));
			default -> UNKNOWN;
		};
	}

	private static long constant(Numeric numeric) {
		return (numeric.operand(1) instanceof Constant constant) ? constant.bits() : 0;
	}

	private Sum sum(Numeric numeric, long factor) {
		Sum one = of(numeric.operand(0));
		Sum other = (one != null) ? of(numeric.operand(1)) : null;
		return (one != null && other != null) ? one.plus(other, factor) : UNKNOWN;
	}

	private Sum product(Numeric numeric, long factor) {
		Sum one = (numeric.operand(1) instanceof Constant) ? of(numeric.operand(0)) : null;
		return (one != null) ? new Sum(Sum.noVariables(), 0, 0).plus(one, factor) : UNKNOWN;
	}

	private long most(Variable variable) {
		Sum sum = this.held.getOrDefault(variable, UNKNOWN);
		boolean isLimited = sum.factors.isEmpty() && sum.constant >= 0;
		return isLimited ? Math.min(sum.constant + sum.most, UnsignedLimits.UNSIGNED_INT) : UnsignedLimits.UNSIGNED_INT;
	}

	/// A sum.
	///
	/// @param factors the variables and how often each is added, those with lower indices
	/// first; signed numbers of 32 bits other than 0
	/// @param constant what is added to them, a signed number of 32 bits
	/// @param most what else is added to them is from 0 to that
	record Sum(NavigableMap<Variable, Integer> factors, int constant, long most) {

		private static NavigableMap<Variable, Integer> noVariables() {
			return new TreeMap<>(Comparator.comparingInt(Variable::index));
		}

		private static Sum of(Variable variable) {
			NavigableMap<Variable, Integer> factors = noVariables();
			factors.put(variable, 1);
			return new Sum(factors, 0, 0);
		}

		// What is never greater than something may be anything when it is taken away.
		private Sum plus(Sum other, long factor) {
			if (other.most > 0 && (factor < 0 || factor > FURTHEST)) {
				return UNKNOWN;
			}
			NavigableMap<Variable, Integer> factors = noVariables();
			factors.putAll(this.factors);
			other.factors.forEach((variable, times) -> factors.merge(variable, (int) (times * factor), Integer::sum));
			factors.values().removeIf((times) -> times == 0);
			return new Sum(factors, (int) (this.constant + other.constant * factor), this.most + other.most * factor);
		}

		/// What computes it but for what it may be greater.
		Expression least() {
			Expression sum = null;
			for (Map.Entry<Variable, Integer> term : this.factors.entrySet()) {
				Expression read = Read.of(term.getKey());
				Expression product = (term.getValue() == 1) ? read
						: new Numeric(NumericOp.I32_MUL, 0, read, Constant.ofInt(term.getValue()));
				sum = (sum != null) ? new Numeric(NumericOp.I32_ADD, 0, sum, product) : product;
			}
			if (sum == null) {
				return Constant.ofInt(this.constant);
			}
			return (this.constant == 0) ? sum : new Numeric(NumericOp.I32_ADD, 0, sum, Constant.ofInt(this.constant));
		}

	}

}
