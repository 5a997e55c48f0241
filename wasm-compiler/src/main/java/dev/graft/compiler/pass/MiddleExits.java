package dev.graft.compiler.pass;

import java.util.BitSet;
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

	/// C2 gives up at 80,000 nodes. The copies of a few operators more are many times as
	/// many, so it hardly matters where below that the limit is.
	private static final long MOST_COPIES = 5_000;

	/// The copies of so few nodes before an exit C2 can hold, however they use each
	/// other.
	private static final int FEW_NODES = 40;

	/// After looking at so many statements and nodes for exits of loops, the rest stays
	/// as it is.
	private static final int MOST_EFFORT = 20_000_000;

	private final List<Statement> statements;

	private final Loops loops;

	/// Where labels are, by number.
	private final int[] marks;

	/// The statements of loops that all their rounds come past.
	private final BitSet always = new BitSet();

	// Of the body as it was: only conditions change.
	private final AnalysisOnDemand analysis;

	private long effort;

	private MiddleExits(Body body) {
		this.analysis = new AnalysisOnDemand(body);
		this.statements = body.statements();
		this.loops = Loops.of(body);
		this.marks = new int[body.variables().labels()];
		for (int position = 0; position < this.statements.size(); position++) {
			if (this.statements.get(position) instanceof Mark mark) {
				this.marks[mark.label().number()] = position;
			}
		}
	}

	/// Rewrites the statements of a body.
	public static void apply(Body body) {
		if (Loops.areIn(body)) {
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
		int nodes = 0;
		int[] furthest = { header };
		for (int position = header; position < end; position++) {
			Statement statement = this.statements.get(position);
			if (furthest[0] <= position) {
				this.always.set(position);
				if (nodes > FEW_NODES && this.effort < MOST_EFFORT && statement instanceof JumpIf jump
						&& !isWithin(jump.target(), header, end)) {
					this.effort += end - header + nodes;
					new Exit(header, position, end).hide(jump);
				}
			}
			for (int number = 0; number < statement.operandCount(); number++) {
				nodes += statement.operand(number).nodes();
			}
			statement.forEachTarget((target) -> {
				if (isWithin(target, header, end)) {
					furthest[0] = Math.max(furthest[0], this.marks[target.number()]);
				}
			});
		}
	}

	private boolean isWithin(Label target, int header, int end) {
		int place = this.marks[target.number()];
		return header <= place && place < end;
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

	/// A jump out of a loop that all rounds come past.
	private final class Exit {

		private final int header;

		private final int position;

		private final int end;

		/// @param header where the loop begins
		/// @param position where the jump is
		/// @param end where the loop ends
		Exit(int header, int position, int end) {
			this.header = header;
			this.position = position;
			this.end = end;
		}

		void hide(JumpIf jump) {
			Expression hidden = hidden(jump.condition());
			if (hidden != null && goesOnWithJumps() && copies() > MOST_COPIES) {
				MiddleExits.this.statements.set(this.position, new JumpIf(hidden, jump.whenTrue(), jump.target()));
			}
		}

		/// The same condition in a form in which C2 sees no counter.
		/// @return null if it does not see one now
		private @Nullable Expression hidden(Expression condition) {
			if (isCounter(condition)) {
				return rotated(condition);
			}
			if (!(condition instanceof Numeric comparison)) {
				return null;
			}
			Expression first = comparison.operand(0);
			if (comparison.op() == NumericOp.I32_EQZ) {
				Expression hidden = hidden(first);
				return (hidden != null) ? new Numeric(NumericOp.I32_EQZ, 0, hidden) : null;
			}
			if (comparison.operandCount() < 2) {
				return null;
			}
			Expression second = comparison.operand(1);
			boolean counts = isCounter(first) && isFixed(second) || isCounter(second) && isFixed(first);
			return counts ? MiddleExits.hidden(comparison.op(), first, second) : null;
		}

		private boolean isCounter(Expression tree) {
			if (!(tree instanceof Read read) || read.variable().kind() != Kind.INT) {
				return false;
			}
			List<Assign> assignments = assignments(read.variable());
			return assignments.size() == 1 && CountedLoop.stride(assignments.getFirst()) != 0;
		}

		private boolean isFixed(Expression tree) {
			return tree instanceof Constant || tree instanceof Read read && assignments(read.variable()).isEmpty();
		}

		private List<Assign> assignments(Variable variable) {
			return MiddleExits.this.statements.subList(this.header, this.end)
				.stream()
				.filter((statement) -> statement instanceof Assign assign && assign.variable() == variable)
				.map(Assign.class::cast)
				.toList();
		}

		// A loop that only adds behind the jump ends with it, as far as C2 sees.
		private boolean goesOnWithJumps() {
			return MiddleExits.this.statements.subList(this.position + 1, this.end - 1)
				.stream()
				.anyMatch((statement) -> !(statement instanceof Assign)
						|| (statement.effects() & (Effects.TRAPS | Effects.CALL)) != 0);
		}

		/// How many nodes C2 would make behind the loop if it let the loop begin behind
		/// the jump.
		private long copies() {
			Uses uses = new Uses(this.header, this.position);
			long copies = 0;
			for (int place = this.position; place > this.header && copies <= MOST_COPIES; place--) {
				Statement statement = MiddleExits.this.statements.get(place);
				if (!(statement instanceof Assign assign)) {
					statement.forEachRead(uses::stay);
				}
				else if (!MiddleExits.this.always.get(place)) {
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

	}

	/// Who uses what variables hold at a statement before the jump, from the jump
	/// upwards.
	private final class Uses {

		private final Map<Variable, Long> behind = new HashMap<>();

		private final Set<Variable> staying = new HashSet<>();

		// What the rest of the round still needs the interpreter would go on with where a
		// check fails there, which is behind the loop as well.
		Uses(int header, int exit) {
			int rest = MiddleExits.this.analysis.get().graph().lineAt(exit + 1);
			for (Statement statement : MiddleExits.this.statements.subList(header, exit)) {
				if (statement instanceof Assign assign
						&& MiddleExits.this.analysis.get().liveness().isLiveIn(rest, assign.variable())) {
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
