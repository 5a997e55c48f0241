package dev.graft.compiler.pass;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.graft.compiler.ir.Constant;
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

/// Which variables are a constant, or the sum of another variable and a constant, at a
/// place in a straight line.
public final class KnownSums {

	/// How far back one looks.
	private static final int MOST_STATEMENTS = 50;

	private final Map<Variable, Sum> sums = new HashMap<>();

	/// The variables that have been sums of a variable.
	private final Map<Variable, List<Variable>> users = new HashMap<>();

	/// A sum.
	///
	/// @param variable null if it is a constant
	/// @param constant modulo 2^32 or 2^64
	public record Sum(@Nullable Variable variable, long constant) {

		Expression tree(Kind kind) {
			Constant constant = Constant.of(kind, (kind == Kind.INT) ? (int) this.constant : this.constant);
			if (this.variable == null) {
				return constant;
			}
			Read read = Read.of(this.variable);
			NumericOp op = (kind == Kind.INT) ? NumericOp.I32_ADD : NumericOp.I64_ADD;
			return (constant.bits() != 0) ? new Numeric(op, 0, read, constant) : read;
		}

	}

	/// Nothing is known yet.
	public KnownSums() {
	}

	/// What the last statements of a straight line tell.
	static KnownSums behind(List<Statement> statements) {
		int first = statements.size();
		while (first > 0 && statements.size() - first < MOST_STATEMENTS && !begins(statements.get(first - 1))) {
			first--;
		}
		KnownSums known = new KnownSums();
		statements.subList(first, statements.size()).forEach(known::pass);
		return known;
	}

	private static boolean begins(Statement statement) {
		return statement instanceof Mark || statement.endsLine();
	}

	/// Goes on behind a statement that is no label.
	public void pass(Statement statement) {
		if (statement instanceof Assign(Variable variable, Expression value)) {
			Sum sum = sum(value);
			this.sums.remove(variable);
			forgetSumsOf(variable);
			if (sum != null && !variable.equals(sum.variable)) {
				this.sums.put(variable, sum);
				if (sum.variable != null) {
					this.users.computeIfAbsent(sum.variable, (any) -> new ArrayList<>()).add(variable);
				}
			}
		}
	}

	private void forgetSumsOf(Variable variable) {
		List<Variable> users = this.users.remove(variable);
		if (users != null) {
			for (Variable user : users) {
				this.sums.computeIfPresent(user, (any, sum) -> variable.equals(sum.variable) ? null : sum);
			}
		}
	}

	/// The number that a variable is, null if it is not known.
	@Nullable Long constant(Variable variable) {
		Sum sum = this.sums.get(variable);
		return (sum != null && sum.variable == null) ? sum.constant : null;
	}

	/// A tree with what is known of its variables in their places.
	Expression put(Expression tree) {
		if (tree instanceof Read read) {
			Sum sum = this.sums.get(read.variable());
			return (sum != null) ? sum.tree(tree.kind()) : tree;
		}
		Expression mapped = tree.map(this::put);
		Sum sum = (mapped != tree) ? sum(mapped) : null;
		return (sum != null) ? sum.tree(tree.kind()) : mapped;
	}

	/// What a tree is, null if that is no such sum.
	public @Nullable Sum sum(Expression tree) {
		if (tree.kind() != Kind.INT && tree.kind() != Kind.LONG) {
			return null;
		}
		return switch (tree) {
			case Read read -> this.sums.getOrDefault(read.variable(), new Sum(read.variable(), 0));
			case Constant constant -> new Sum(null, constant.bits());
			case Numeric numeric -> switch (numeric.op()) {
				case I32_ADD, I64_ADD -> sum(numeric, 1);
				case I32_SUB, I64_SUB -> sum(numeric, -1);
				default -> null;
			};
			default -> null;
		};
	}

	private @Nullable Sum sum(Numeric numeric, int sign) {
		Sum one = sum(numeric.operand(0));
		Sum other = sum(numeric.operand(1));
		if (one == null || other == null) {
			return null;
		}
		long constant = one.constant + sign * other.constant;
		if (other.variable == null) {
			return new Sum(one.variable, constant);
		}
		return (one.variable == null && sign > 0) ? new Sum(other.variable, constant) : null;
	}

}
