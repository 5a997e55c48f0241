package dev.graft.compiler.pass;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Select;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.NumericOp;
import org.jspecify.annotations.Nullable;

/// Chooses by a mask where one variable decides more choices than HotSpot would make
/// without a jump.
///
/// ```
///                                             v4 = v3 ? -1 : 0
///     v0 = v3 ? v2 + 1 : v0        ─▶         v0 = v0 ^ (v2 + 1 ^ v0) & v4
///     v1 = v3 ? v1 : v2                       v1 = v2 ^ (v1 ^ v2) & v4
/// ```
///
/// This is a binary search, whose jump no processor predicts. HotSpot's C2 makes one jump
/// of all choices that the same variable decides, and moves of it only if fewer than three
/// things depend on it: each choice is one, and so is an operation that one side alone
/// needs. A mask is one thing, and remains a jump where the profile says that one way is
/// taken most of the time.
///
/// By a comparison of floats C2 moves one thing only, lest it compares twice. The outcome
/// is such a thing itself if it is used as a number: in the partition of a sort it is added
/// to how many were less, and decides where an element goes. The mask is then made of it.
public final class SharedConditions {

	/// `ConditionalMoveLimit` of the JVM.
	private static final int MOVE_LIMIT = 3;

	/// C2 does not compare floats twice.
	private static final int MOVE_LIMIT_BY_FLOATS = 2;

	private final Body body;

	/// The choices by each variable since it was assigned, in an order that is always the
	/// same.
	private final Map<Variable, Group> open = new LinkedHashMap<>();

	/// The masks of choices, and by the position of the first of them.
	private final IdentityHashMap<Select, Variable> masks = new IdentityHashMap<>();

	private final Map<Integer, List<Assign>> assigned = new HashMap<>();

	/// The variables that hold the outcome of a comparison of floats, since a label.
	private final Set<Variable> ofFloats = new HashSet<>();

	/// Those of them that something has been computed from.
	private final Set<Variable> numbers = new HashSet<>();

	private SharedConditions(Body body) {
		this.body = body;
	}

	/// Rewrites a body without vectors.
	public static void apply(Body body) {
		SharedConditions conditions = new SharedConditions(body);
		conditions.find();
		if (!conditions.masks.isEmpty()) {
			conditions.rewrite();
		}
	}

	private void find() {
		List<Statement> statements = this.body.statements();
		for (int position = 0; position < statements.size(); position++) {
			Statement statement = statements.get(position);
			for (int number = 0; number < statement.operandCount(); number++) {
				find(statement.operand(number), position);
			}
			if (statement instanceof Assign assign) {
				assign(assign);
			}
			else if (statement instanceof Mark) {
				closeAll();
			}
		}
		closeAll();
	}

	private void assign(Assign assign) {
		Variable variable = assign.variable();
		close(this.open.remove(variable));
		this.ofFloats.remove(variable);
		this.numbers.remove(variable);
		if (assign.value() instanceof Numeric outcome && comparesFloats(outcome.op())) {
			this.ofFloats.add(variable);
		}
	}

	private static boolean comparesFloats(NumericOp op) {
		return switch (op) {
			case F32_EQ, F32_NE, F32_LT, F32_GT, F32_LE, F32_GE, F64_EQ, F64_NE, F64_LT, F64_GT, F64_LE, F64_GE -> true;
			default -> false;
		};
	}

	private void find(Expression tree, int position) {
		boolean computes = tree instanceof Numeric numeric && numeric.op() != NumericOp.I32_EQZ;
		for (int number = 0; number < tree.operandCount(); number++) {
			Expression operand = tree.operand(number);
			find(operand, position);
			if (computes && operand instanceof Read read && this.ofFloats.contains(read.variable())) {
				this.numbers.add(read.variable());
			}
		}
		if (tree instanceof Select select && isNumber(select.kind()) && select.operand(2) instanceof Read condition) {
			this.open.computeIfAbsent(condition.variable(), (_) -> new Group(condition, position)).add(select);
		}
	}

	private static boolean isNumber(Kind kind) {
		return kind == Kind.INT || kind == Kind.LONG;
	}

	private void closeAll() {
		this.open.values().forEach(this::close);
		this.open.clear();
		this.ofFloats.clear();
		this.numbers.clear();
	}

	private void close(@Nullable Group group) {
		if (group == null) {
			return;
		}
		Variable condition = group.condition.variable();
		boolean isNumber = this.numbers.contains(condition);
		int outcome = isNumber ? 1 : 0;
		int limit = this.ofFloats.contains(condition) ? MOVE_LIMIT_BY_FLOATS : MOVE_LIMIT;
		if (group.choices.size() + outcome < 2 || group.cost + outcome < limit) {
			return;
		}
		Variable mask = this.body.variables().temporary(Kind.INT);
		group.choices.forEach((choice) -> this.masks.put(choice, mask));
		Expression value = isNumber ? node(NumericOp.I32_SUB, Constant.zero(Kind.INT), group.condition)
				: new Select(Constant.of(Kind.INT, -1), Constant.zero(Kind.INT), group.condition);
		this.assigned.computeIfAbsent(group.position, (_) -> new ArrayList<>()).add(new Assign(mask, value));
	}

	private void rewrite() {
		List<Statement> statements = this.body.statements();
		List<Statement> rewritten = new ArrayList<>(statements.size() + this.assigned.size());
		for (int position = 0; position < statements.size(); position++) {
			rewritten.addAll(this.assigned.getOrDefault(position, List.of()));
			rewritten.add(statements.get(position).map(this::rewrite));
		}
		statements.clear();
		statements.addAll(rewritten);
	}

	private Expression rewrite(Expression tree) {
		Expression mapped = tree.map(this::rewrite);
		Variable mask = (tree instanceof Select select) ? this.masks.get(select) : null;
		return (mask != null) ? masked(mapped, Read.of(mask)) : mapped;
	}

	private static Expression masked(Expression choice, Expression mask) {
		Expression one = choice.operand(0);
		Expression other = choice.operand(1);
		boolean isInt = choice.kind() == Kind.INT;
		NumericOp and = isInt ? NumericOp.I32_AND : NumericOp.I64_AND;
		NumericOp xor = isInt ? NumericOp.I32_XOR : NumericOp.I64_XOR;
		Expression chosen = isInt ? mask : new Numeric(NumericOp.I64_EXTEND_I32_S, 0, mask);
		if (isSimple(other)) {
			return node(xor, node(and, node(xor, one, other), chosen), other);
		}
		Expression left = node(xor, chosen, Constant.of(choice.kind(), -1));
		if (isSimple(one)) {
			return node(xor, one, node(and, node(xor, one, other), left));
		}
		return node(isInt ? NumericOp.I32_OR : NumericOp.I64_OR, node(and, one, chosen), node(and, other, left));
	}

	private static boolean isSimple(Expression value) {
		return value instanceof Read || value instanceof Constant;
	}

	private static Expression node(NumericOp op, Expression one, Expression other) {
		return new Numeric(op, 0, one, other);
	}

	/// What one value of a variable decides.
	private static final class Group {

		private final Read condition;

		private final int position;

		private final List<Select> choices = new ArrayList<>();

		/// As C2 counts.
		private int cost;

		Group(Read condition, int position) {
			this.condition = condition;
			this.position = position;
		}

		void add(Select choice) {
			this.choices.add(choice);
			this.cost += 1 + cost(choice.operand(0)) + cost(choice.operand(1));
		}

		private static int cost(Expression side) {
			return (side instanceof Numeric) ? 1 : 0;
		}

	}

}
