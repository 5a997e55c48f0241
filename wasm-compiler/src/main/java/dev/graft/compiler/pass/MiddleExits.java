package dev.graft.compiler.pass;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Effects;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.NumericOp;
import org.jspecify.annotations.Nullable;

/// Keeps HotSpot from turning loops around that are left in their middle, where it could
/// not hold what it would copy for that.
///
/// ```
///   L0:                                L0:
///     v1 = (… v1 … v2 …)                 v1 = (… v1 … v2 …)
///     v2 = (… v1 … v1 …)                 v2 = (… v1 … v1 …)
///     …                                  …
///     if (v0 == 24) goto L1     ─▶       if (rotl(v0 xor 24, 1) == 0) goto L1
///     … (load …)                         … (load …)
///     v0 = v0 + 8                        v0 = v0 + 8
///     goto L0                            goto L0
///   L1:                                L1:
///     … v1 … v2 …                        … v1 … v2 …
/// ```
///
/// If such a jump compares what changes evenly with what does not change, C2 lets the loop
/// begin behind it (`PhaseIdealLoop::partial_peel`). Operators before it whose results are
/// used behind it only move there, from the last to the first. Uses behind the loop, where
/// it is left or where the interpreter goes on because a check in the rest has failed, get
/// a copy each, which then counts as a use of the operands. So a result that is used twice
/// in what is used twice is copied four times, the rounds of a cipher more often than C2
/// has nodes, and it gives the method up (`docs/RATIONALE.md`, "Which loops does C2 not
/// turn around?").
public final class MiddleExits {

	/// C2 ends at 80,000 nodes, and a loop may add to them what it likes at most once.
	private static final long MOST_COPIES = 5_000;

	/// So few operators are copied less often, however they use each other, or are cheap
	/// to ask.
	private static final int FEW_NODES = 40;

	/// After looking at so many statements and nodes for exits of loops, the rest stays
	/// as it is.
	private static final int MOST_EFFORT = 20_000_000;

	private final Body body;

	private final List<Statement> statements;

	private final Loops loops;

	private @Nullable Analysis analysis;

	private long effort;

	private MiddleExits(Body body) {
		this.body = body;
		this.statements = body.statements();
		this.loops = Loops.of(body);
	}

	/// Rewrites the statements of a body.
	public static void apply(Body body) {
		if (body.statements()
			.stream()
			.anyMatch((statement) -> statement instanceof Mark mark && mark.label().isLoop())) {
			new MiddleExits(body).rewrite();
		}
	}

	private void rewrite() {
		int innermost = this.statements.size();
		for (int header = this.statements.size() - 1; header >= 0; header--) {
			if (this.loops.isHeader(header)) {
				if (this.loops.end(header) <= innermost) {
					hideExits(header, this.loops.end(header));
				}
				innermost = header;
			}
		}
	}

	private void hideExits(int header, int end) {
		Map<Label, Integer> places = places(header, end);
		Set<Variable> changing = changing(header, end);
		int nodes = 0;
		int furthest = header;
		for (int position = header; position < end; position++) {
			Statement statement = this.statements.get(position);
			if (furthest <= position && nodes > FEW_NODES && this.effort < MOST_EFFORT
					&& statement instanceof JumpIf exit && !places.containsKey(exit.target())) {
				this.effort += end - header + nodes;
				hideExit(exit, position, header, end, changing, places);
			}
			for (int number = 0; number < statement.operandCount(); number++) {
				nodes += statement.operand(number).nodes();
			}
			furthest = Math.max(furthest, furthest(statement, places));
		}
	}

	private void hideExit(JumpIf exit, int position, int header, int end, Set<Variable> changing,
			Map<Label, Integer> places) {
		Expression hidden = hidden(exit.condition(), header, end, changing);
		if (hidden != null && goesOnWithJumps(position, end) && copies(header, position, places) > MOST_COPIES) {
			this.statements.set(position, new JumpIf(hidden, exit.whenTrue(), exit.target()));
		}
	}

	private Map<Label, Integer> places(int header, int end) {
		Map<Label, Integer> places = new HashMap<>();
		for (int position = header; position < end; position++) {
			if (this.statements.get(position) instanceof Mark mark) {
				places.put(mark.label(), position);
			}
		}
		return places;
	}

	private static int furthest(Statement statement, Map<Label, Integer> places) {
		int[] furthest = { -1 };
		statement.forEachTarget((target) -> furthest[0] = Math.max(furthest[0], places.getOrDefault(target, -1)));
		return furthest[0];
	}

	private Set<Variable> changing(int header, int end) {
		Set<Variable> changing = new HashSet<>();
		for (Statement statement : this.statements.subList(header, end)) {
			if (statement instanceof Assign assign) {
				changing.add(assign.variable());
			}
		}
		return changing;
	}

	// A loop that only adds behind the jump ends with it, as far as C2 sees.
	private boolean goesOnWithJumps(int exit, int end) {
		for (int position = exit + 1; position < end - 1; position++) {
			Statement statement = this.statements.get(position);
			if (!(statement instanceof Assign) || (statement.effects() & (Effects.TRAPS | Effects.CALL)) != 0) {
				return true;
			}
		}
		return false;
	}

	/// The same condition in a form in which C2 sees no counter.
	/// @return null if it does not see one now
	private @Nullable Expression hidden(Expression condition, int header, int end, Set<Variable> changing) {
		if (isCounter(condition, header, end)) {
			return rotated(condition);
		}
		if (!(condition instanceof Numeric comparison)) {
			return null;
		}
		Expression first = comparison.operand(0);
		if (comparison.op() == NumericOp.I32_EQZ) {
			Expression hidden = hidden(first, header, end, changing);
			return (hidden != null) ? new Numeric(NumericOp.I32_EQZ, 0, hidden) : null;
		}
		if (comparison.operandCount() < 2) {
			return null;
		}
		Expression second = comparison.operand(1);
		boolean counts = isCounter(first, header, end) && isFixed(second, changing)
				|| isCounter(second, header, end) && isFixed(first, changing);
		return counts ? hidden(comparison.op(), first, second) : null;
	}

	private static @Nullable Expression hidden(NumericOp relation, Expression first, Expression second) {
		Numeric bits = new Numeric(NumericOp.I32_XOR, 0, first, second);
		return switch (relation) {
			case I32_EQ -> new Numeric(NumericOp.I32_EQZ, 0, rotated(bits));
			case I32_NE -> rotated(bits);
			case I32_LT_S -> difference(NumericOp.I64_LT_S, NumericOp.I64_EXTEND_I32_S, first, second);
			case I32_LE_S -> difference(NumericOp.I64_LE_S, NumericOp.I64_EXTEND_I32_S, first, second);
			case I32_GT_S -> difference(NumericOp.I64_GT_S, NumericOp.I64_EXTEND_I32_S, first, second);
			case I32_GE_S -> difference(NumericOp.I64_GE_S, NumericOp.I64_EXTEND_I32_S, first, second);
			case I32_LT_U -> difference(NumericOp.I64_LT_S, NumericOp.I64_EXTEND_I32_U, first, second);
			case I32_LE_U -> difference(NumericOp.I64_LE_S, NumericOp.I64_EXTEND_I32_U, first, second);
			case I32_GT_U -> difference(NumericOp.I64_GT_S, NumericOp.I64_EXTEND_I32_U, first, second);
			case I32_GE_U -> difference(NumericOp.I64_GE_S, NumericOp.I64_EXTEND_I32_U, first, second);
			default -> null;
		};
	}

	// Zero in the same cases. C2 compares operands instead of differences with zero.
	private static Expression rotated(Expression value) {
		return new Numeric(NumericOp.I32_ROTL, 0, value, Constant.ofInt(1));
	}

	private static Expression difference(NumericOp relation, NumericOp extension, Expression first, Expression second) {
		return new Numeric(relation, 0,
				new Numeric(NumericOp.I64_SUB, 0, new Numeric(extension, 0, first), new Numeric(extension, 0, second)),
				Constant.of(Kind.LONG, 0));
	}

	private boolean isCounter(Expression tree, int header, int end) {
		if (!(tree instanceof Read read) || read.variable().kind() != Kind.INT) {
			return false;
		}
		int steps = 0;
		for (Statement statement : this.statements.subList(header, end)) {
			if (statement instanceof Assign assign && assign.variable() == read.variable()) {
				if (CountedLoop.stride(assign) == 0) {
					return false;
				}
				steps++;
			}
		}
		return steps == 1;
	}

	private static boolean isFixed(Expression tree, Set<Variable> changing) {
		return tree instanceof Constant || tree instanceof Read read && !changing.contains(read.variable());
	}

	/// How many nodes C2 would make behind the loop if it let the loop begin behind a
	/// jump.
	private long copies(int header, int exit, Map<Label, Integer> places) {
		boolean[] always = always(header, exit, places);
		Uses uses = new Uses(header, exit);
		long copies = 0;
		for (int position = exit; position > header && copies <= MOST_COPIES; position--) {
			Statement statement = this.statements.get(position);
			if (!(statement instanceof Assign assign)) {
				statement.forEachRead(uses::stay);
			}
			else if (!always[position - header]) {
				uses.stay(assign.variable());
				assign.forEachRead(uses::stay);
			}
			else {
				long behind = uses.take(assign.variable());
				copies += behind * assign.value().nodes();
				uses.ofOperands(assign.value(), behind);
			}
		}
		return copies;
	}

	// Which statements before the exit all rounds come past.
	private boolean[] always(int header, int exit, Map<Label, Integer> places) {
		boolean[] always = new boolean[exit - header + 1];
		int furthest = header;
		for (int position = header; position <= exit; position++) {
			always[position - header] = furthest <= position;
			furthest = Math.max(furthest, furthest(this.statements.get(position), places));
		}
		return always;
	}

	private Analysis analysis() {
		Analysis known = this.analysis;
		if (known == null) {
			known = Analysis.of(this.body);
			this.analysis = known;
		}
		return known;
	}

	/// Who uses what variables hold at a statement before the jump, from the jump
	/// upwards.
	private final class Uses {

		private final Map<Variable, Long> behind = new HashMap<>();

		private final Set<Variable> staying = new HashSet<>();

		// What the rest of the round still needs the interpreter would go on with where a
		// check fails there, which is behind the loop as well.
		Uses(int header, int exit) {
			int rest = analysis().graph().lineAt(exit + 1);
			for (Statement statement : MiddleExits.this.statements.subList(header, exit)) {
				if (statement instanceof Assign assign && analysis().liveness().isLiveIn(rest, assign.variable())) {
					this.behind.put(assign.variable(), 1L);
				}
			}
		}

		/// Something that stays before the jump reads a variable.
		void stay(Variable variable) {
			this.staying.add(variable);
		}

		/// A variable is assigned.
		/// @return how many uses what it is assigned has behind the loop, if it moves; 0
		/// if it stays
		long take(Variable variable) {
			Long behind = this.behind.remove(variable);
			boolean stays = this.staying.remove(variable);
			return (behind != null && !stays) ? behind : 0;
		}

		/// What is assigned reads its operands, in so many copies.
		void ofOperands(Expression tree, long copies) {
			if (copies > 0 && tree instanceof Read read) {
				this.behind.merge(read.variable(), copies, Long::sum);
			}
			else if (copies > 0 && tree instanceof Numeric operator && !Numeric.canTrap(operator.op())) {
				for (int number = 0; number < tree.operandCount(); number++) {
					ofOperands(tree.operand(number), copies);
				}
			}
			else {
				tree.forEachRead(this::stay);
			}
		}

	}

}
