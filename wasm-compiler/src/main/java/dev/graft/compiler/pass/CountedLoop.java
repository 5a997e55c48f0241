package dev.graft.compiler.pass;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import dev.graft.compiler.ir.Atomic;
import dev.graft.compiler.ir.Call;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.EngineCall;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.HeapOperation;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.OfException;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Select;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Enter;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Leave;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Poll;
import dev.graft.compiler.ir.Statement.Return;
import dev.graft.compiler.ir.Statement.Throw;
import dev.graft.compiler.ir.Statement.Trap;
import dev.graft.compiler.ir.TailStep;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.NumericOp;
import org.jspecify.annotations.Nullable;

/// An innermost loop without calls whose end compares a variable that each round changes
/// by the same amount with one that does not change.
///
/// ```
///     L0:
///       poll
///       …
///       v1 = v1 + 4
///       …
///       if (v1 != v2) goto L0
/// ```
public final class CountedLoop {

	private final List<Statement> statements;

	private final int end;

	private final int nodes;

	private final Map<Variable, Integer> strides;

	private final Condition condition;

	private CountedLoop(List<Statement> statements, int end, int nodes, Map<Variable, Integer> strides,
			Condition condition) {
		this.statements = statements;
		this.end = end;
		this.nodes = nodes;
		this.strides = strides;
		this.condition = condition;
	}

	/// The loop whose header is at a position, null if it is no such loop.
	/// @param mostNodes how many nodes its trees may have
	public static @Nullable CountedLoop at(List<Statement> body, Loops loops, int header, int mostNodes) {
		return at(body, loops, header, mostNodes, Set.of(Kind.INT));
	}

	/// The loop whose header is at a position, null if it is no such loop.
	/// @param mostNodes how many nodes its trees may have
	/// @param counting of which kinds what changes evenly may be
	static @Nullable CountedLoop at(List<Statement> body, Loops loops, int header, int mostNodes, Set<Kind> counting) {
		int end = loops.end(header);
		if (!(body.get(end - 1) instanceof JumpIf last) || last.target() != ((Mark) body.get(header)).label()) {
			return null;
		}
		List<Statement> loop = body.subList(header, end);
		int nodes = nodes(loop, mostNodes);
		if (nodes < 0) {
			return null;
		}
		// Of loops in each other only the innermost is copied.
		List<Statement> statements = List.copyOf(loop);
		Map<Variable, Integer> strides = strides(statements, counting);
		Condition condition = Condition.of(last, strides, assigned(statements));
		return (condition != null) ? new CountedLoop(statements, end, nodes, strides, condition) : null;
	}

	// How much there is to compute in a round; negative if that is too much, or something
	// that may take long, or another way back.
	private static int nodes(List<Statement> statements, int most) {
		Label header = ((Mark) statements.getFirst()).label();
		int nodes = 1;
		int first = (statements.get(1) instanceof Poll) ? 2 : 1;
		for (int position = first; position < statements.size(); position++) {
			Statement statement = statements.get(position);
			boolean last = position == statements.size() - 1;
			boolean unsuitable = switch (statement) {
				case Mark mark -> mark.label().isLoop();
				case Poll _, Enter _, Leave _ -> true;
				default -> !last && jumpsTo(statement, header);
			};
			if (unsuitable) {
				return -1;
			}
			for (int number = 0; number < statement.operandCount(); number++) {
				nodes += statement.operand(number).nodes();
				if (nodes > most || calls(statement.operand(number))) {
					return -1;
				}
			}
		}
		return nodes;
	}

	static boolean jumpsTo(Statement statement, Label label) {
		boolean[] found = new boolean[1];
		statement.forEachTarget((target) -> found[0] |= target == label);
		return found[0];
	}

	private static boolean calls(Expression tree) {
		boolean calls = switch (tree) {
			case Call _, EngineCall _, HeapOperation _, TailStep _, OfException _, Atomic _ -> true;
			default -> false;
		};
		for (int number = 0; number < tree.operandCount(); number++) {
			calls |= calls(tree.operand(number));
		}
		return calls;
	}

	private static Set<Variable> assigned(List<Statement> statements) {
		Set<Variable> assigned = new HashSet<>();
		for (Statement statement : statements) {
			if (statement instanceof Assign assign) {
				assigned.add(assign.variable());
			}
		}
		return assigned;
	}

	// The variables to which every round adds the same, once, whatever way it takes: no
	// jump leads past the place.
	private static Map<Variable, Integer> strides(List<Statement> statements, Set<Kind> counting) {
		Map<Label, Integer> places = new HashMap<>();
		for (int position = 0; position < statements.size(); position++) {
			if (statements.get(position) instanceof Mark mark) {
				places.put(mark.label(), position);
			}
		}
		Map<Variable, Integer> strides = new HashMap<>();
		Set<Variable> seen = new HashSet<>();
		int[] furthest = new int[1];
		for (int position = 0; position < statements.size(); position++) {
			Statement statement = statements.get(position);
			if (statement instanceof Assign assign) {
				boolean counts = position >= furthest[0] && counting.contains(assign.variable().kind());
				int stride = counts ? stride(assign) : 0;
				strides.put(assign.variable(), seen.add(assign.variable()) ? stride : 0);
			}
			statement.forEachTarget((target) -> furthest[0] = Math.max(furthest[0], places.getOrDefault(target, 0)));
		}
		return strides;
	}

	/// What an assignment adds to the variable that it assigns; 0 if it does something
	/// else.
	static int stride(Assign assign) {
		if (!(assign.value() instanceof Numeric sum)) {
			return 0;
		}
		int sign = switch (sum.op()) {
			case I32_ADD, I64_ADD -> 1;
			case I32_SUB, I64_SUB -> -1;
			default -> 0;
		};
		boolean adds = sign != 0 && sum.operand(0) instanceof Read read && read.variable() == assign.variable()
				&& sum.operand(1) instanceof Constant;
		long by = adds ? ((Constant) sum.operand(1)).bits() : 0;
		// Strips are short, but no stride may take an address around within one.
		return (by >= -Short.MAX_VALUE && by <= Short.MAX_VALUE) ? sign * (int) by : 0;
	}

	/// The variable that the jump back of a loop compares with what does not change.
	/// @param last the jump
	/// @param strides what each round adds to variables
	/// @param loop the statements of the loop
	/// @return null if there is none, or if it does not come to what it is compared with
	static @Nullable Variable compared(JumpIf last, Map<Variable, Integer> strides, List<Statement> loop) {
		Condition condition = Condition.of(last, strides, assigned(loop));
		return (condition != null) ? condition.variable : null;
	}

	/// Where it begins.
	public Mark header() {
		return (Mark) this.statements.getFirst();
	}

	/// The look at its beginning, if there is one.
	public List<Statement> poll() {
		return this.statements.subList(1, first());
	}

	/// A statement.
	/// @param position among the statements of the loop
	public Statement statement(int position) {
		return this.statements.get(position);
	}

	/// The position of the first statement behind header and poll.
	public int first() {
		return (this.statements.get(1) instanceof Poll) ? 2 : 1;
	}

	/// The jump back.
	public Statement last() {
		return this.statements.getLast();
	}

	/// The position of the jump back.
	public int lastPosition() {
		return this.statements.size() - 1;
	}

	/// The position behind the jump back.
	public int end() {
		return this.end;
	}

	/// Whether anything but its end leaves it, other than by a trap of what it computes.
	boolean isLeft() {
		Set<Label> inside = new HashSet<>();
		for (Statement statement : this.statements) {
			if (statement instanceof Mark mark) {
				inside.add(mark.label());
			}
		}
		boolean[] left = new boolean[1];
		for (Statement statement : this.statements) {
			left[0] |= statement instanceof Return || statement instanceof Trap || statement instanceof Throw;
			statement.forEachTarget((target) -> left[0] |= !inside.contains(target));
		}
		return left[0];
	}

	/// About how much there is to compute in a round.
	int nodes() {
		return this.nodes;
	}

	/// Whether a round is one straight line.
	boolean isStraight() {
		boolean[] jumps = new boolean[1];
		this.statements.subList(1, lastPosition()).forEach((statement) -> {
			jumps[0] |= statement instanceof Mark || statement.endsLine();
			statement.forEachTarget((_) -> jumps[0] = true);
		});
		return !jumps[0];
	}

	/// How many rounds there are, 0 if that is not known or if there are more.
	/// @param constants the numbers that variables are before the first of them
	/// @param most how many there may be
	int rounds(Function<Variable, @Nullable Long> constants, int most) {
		Long from = constants.apply(this.condition.variable);
		return (from != null) ? this.condition.rounds(from, stride(this.condition.variable), most) : 0;
	}

	/// What each round adds to a variable; 0 if that is not always the same.
	public int stride(Variable variable) {
		return this.strides.getOrDefault(variable, 0);
	}

	/// Whether a round assigns a variable.
	boolean assigns(Variable variable) {
		return this.strides.containsKey(variable);
	}

	/// The variables to which each round adds the same.
	public List<Variable> evenVariables() {
		return this.strides.keySet()
			.stream()
			.filter((variable) -> stride(variable) != 0)
			.sorted(Comparator.comparingInt(Variable::index))
			.toList();
	}

	/// How much a variable has changed at a position since the beginning of the round.
	/// @param position among the statements of the loop
	int change(Variable variable, int position) {
		for (Statement statement : this.statements.subList(0, position)) {
			if (statement instanceof Assign assign && assign.variable() == variable) {
				return stride(variable);
			}
		}
		return 0;
	}

	/// The position of the assignment that whoever is at a position has come past last,
	/// whatever way was taken; -1 if a label lies between, or if the round has no earlier
	/// one.
	/// @param position among the statements of the loop
	int assignmentBefore(Variable variable, int position) {
		for (int earlier = position - 1; earlier >= first(); earlier--) {
			Statement statement = this.statements.get(earlier);
			if (statement instanceof Mark) {
				return -1;
			}
			if (statement instanceof Assign assign && assign.variable() == variable) {
				return earlier;
			}
		}
		return -1;
	}

	/// How many rounds there are if nothing else ends the loop: a `long` that is never
	/// too large, from the values before the first of them.
	Expression rounds() {
		return this.condition.isBelow() ? roundsFromNext()
				: this.condition.rounds(Read.of(this.condition.variable), stride(this.condition.variable));
	}

	/// The same, also where the variable has to be changed once before it can be compared
	/// with the limit.
	public Expression roundsFromNext() {
		return this.condition.roundsFromNext(stride(this.condition.variable));
	}

	/// On what the loop goes on.
	///
	/// @param relation how the variable is to the limit while it does, as of 32 bits
	/// @param variable what changes evenly
	/// @param limit what does not change
	private record Condition(NumericOp relation, Variable variable, Expression limit) {

		static @Nullable Condition of(JumpIf last, Map<Variable, Integer> strides, Set<Variable> assigned) {
			Expression tree = last.condition();
			boolean whenTrue = last.whenTrue();
			// LLVM's way to ask whether 64 bits are not zero.
			while (tree instanceof Numeric not && not.op() == NumericOp.I32_EQZ && not.operand(0) instanceof Numeric) {
				tree = not.operand(0);
				whenTrue = !whenTrue;
			}
			Condition found = of(tree, strides);
			if (found == null) {
				return null;
			}
			NumericOp relation = whenTrue ? found.relation : negated(found.relation);
			boolean fixed = !(found.limit instanceof Read read) || !assigned.contains(read.variable());
			int stride = strides.getOrDefault(found.variable, 0);
			return (fixed && comes(relation, stride)) ? new Condition(relation, found.variable, found.limit) : null;
		}

		private static @Nullable Condition of(Expression tree, Map<Variable, Integer> strides) {
			if (tree instanceof Read read && tree.kind() == Kind.INT) {
				return new Condition(NumericOp.I32_NE, read.variable(), Constant.ofInt(0));
			}
			if (!(tree instanceof Numeric comparison)) {
				return null;
			}
			return switch (comparison.op()) {
				case I32_EQZ, I64_EQZ -> (comparison.operand(0) instanceof Read read)
						? new Condition(NumericOp.I32_EQ, read.variable(), Constant.of(read.variable().kind(), 0))
						: null;
				case I32_EQ, I64_EQ -> of(comparison, NumericOp.I32_EQ, strides);
				case I32_NE, I64_NE -> of(comparison, NumericOp.I32_NE, strides);
				case I32_LT_S, I64_LT_S -> of(comparison, NumericOp.I32_LT_S, strides);
				case I32_LT_U, I64_LT_U -> of(comparison, NumericOp.I32_LT_U, strides);
				case I32_LE_S, I64_LE_S -> of(comparison, NumericOp.I32_LE_S, strides);
				case I32_LE_U, I64_LE_U -> of(comparison, NumericOp.I32_LE_U, strides);
				case I32_GT_S, I64_GT_S -> of(comparison, NumericOp.I32_GT_S, strides);
				case I32_GT_U, I64_GT_U -> of(comparison, NumericOp.I32_GT_U, strides);
				case I32_GE_S, I64_GE_S -> of(comparison, NumericOp.I32_GE_S, strides);
				case I32_GE_U, I64_GE_U -> of(comparison, NumericOp.I32_GE_U, strides);
				default -> null;
			};
		}

		private static @Nullable Condition of(Numeric comparison, NumericOp relation, Map<Variable, Integer> strides) {
			Expression one = comparison.operand(0);
			Expression other = comparison.operand(1);
			if (changes(one, strides)) {
				return of(relation, one, other);
			}
			return changes(other, strides) ? of(mirrored(relation), other, one) : null;
		}

		private static boolean changes(Expression tree, Map<Variable, Integer> strides) {
			return tree instanceof Read read && strides.getOrDefault(read.variable(), 0) != 0;
		}

		private static @Nullable Condition of(NumericOp relation, Expression variable, Expression limit) {
			boolean plain = limit instanceof Constant || limit instanceof Read;
			return plain ? new Condition(relation, ((Read) variable).variable(), limit) : null;
		}

		private static NumericOp mirrored(NumericOp relation) {
			return switch (relation) {
				case I32_LT_S -> NumericOp.I32_GT_S;
				case I32_GT_S -> NumericOp.I32_LT_S;
				case I32_LE_S -> NumericOp.I32_GE_S;
				case I32_GE_S -> NumericOp.I32_LE_S;
				case I32_LT_U -> NumericOp.I32_GT_U;
				case I32_GT_U -> NumericOp.I32_LT_U;
				case I32_LE_U -> NumericOp.I32_GE_U;
				case I32_GE_U -> NumericOp.I32_LE_U;
				default -> relation;
			};
		}

		private static NumericOp negated(NumericOp relation) {
			return switch (relation) {
				case I32_EQ -> NumericOp.I32_NE;
				case I32_NE -> NumericOp.I32_EQ;
				case I32_LT_S -> NumericOp.I32_GE_S;
				case I32_GE_S -> NumericOp.I32_LT_S;
				case I32_LT_U -> NumericOp.I32_GE_U;
				case I32_GE_U -> NumericOp.I32_LT_U;
				case I32_GT_S -> NumericOp.I32_LE_S;
				case I32_LE_S -> NumericOp.I32_GT_S;
				case I32_GT_U -> NumericOp.I32_LE_U;
				default -> NumericOp.I32_GT_U;
			};
		}

		// Whether the variable comes to the limit.
		private static boolean comes(NumericOp relation, int stride) {
			return switch (relation) {
				case I32_NE -> stride != 0;
				case I32_LT_S, I32_LT_U, I32_LE_S, I32_LE_U -> stride > 0;
				case I32_GT_S, I32_GT_U, I32_GE_S, I32_GE_U -> stride < 0;
				default -> false;
			};
		}

		/// After how many rounds it no longer holds.
		/// @return 0 if these are more than `most`, or if it depends
		int rounds(long from, int stride, int most) {
			if (this.limit instanceof Constant constant) {
				for (int rounds = 1; rounds <= most; rounds++) {
					if (!holds(from + (long) rounds * stride, constant.bits())) {
						return rounds;
					}
				}
			}
			return 0;
		}

		private boolean holds(long value, long limit) {
			long own = (this.variable.kind() == Kind.INT) ? (int) value : value;
			return switch (this.relation) {
				case I32_EQ -> own == limit;
				case I32_NE -> own != limit;
				case I32_LT_S -> own < limit;
				case I32_LE_S -> own <= limit;
				case I32_GT_S -> own > limit;
				case I32_GE_S -> own >= limit;
				case I32_LT_U -> Long.compareUnsigned(own, limit) < 0;
				case I32_LE_U -> Long.compareUnsigned(own, limit) <= 0;
				case I32_GT_U -> Long.compareUnsigned(own, limit) > 0;
				default -> Long.compareUnsigned(own, limit) >= 0;
			};
		}

		// C compilers let an unsigned variable begin a stride before zero, so that it is
		// below the limit only after the first round.
		boolean isBelow() {
			return this.relation == NumericOp.I32_LT_U || this.relation == NumericOp.I32_LE_U;
		}

		// Including the one after which it is asked first.
		Expression roundsFromNext(int stride) {
			Kind kind = this.variable.kind();
			NumericOp sum = (kind == Kind.LONG) ? NumericOp.I64_ADD : NumericOp.I32_ADD;
			Expression next = new Numeric(sum, 0, Read.of(this.variable), Constant.of(kind, stride));
			return new Numeric(NumericOp.I64_ADD, 0, rounds(next, stride), Constant.of(Kind.LONG, 1));
		}

		// The distance over the stride. Where the end is one of several numbers, the
		// rounds up to the first of them; where it is one number, those up to it or just
		// before it.
		Expression rounds(Expression from, int stride) {
			int step = Math.abs(stride);
			Expression low = (stride > 0) ? from : this.limit;
			Expression high = (stride > 0) ? this.limit : from;
			int more = switch (this.relation) {
				case I32_NE -> 0;
				case I32_LT_S, I32_GT_S, I32_LT_U, I32_GT_U -> step - 1;
				default -> step;
			};
			boolean wide = this.variable.kind() == Kind.LONG;
			return over(plus(wide ? distanceOfLongs(low, high) : distanceOfInts(low, high), more), step);
		}

		private Expression distanceOfInts(Expression low, Expression high) {
			return switch (this.relation) {
				case I32_NE -> extended(NumericOp.I64_EXTEND_I32_U, new Numeric(NumericOp.I32_SUB, 0, high, low));
				case I32_LT_S, I32_GT_S, I32_LE_S, I32_GE_S ->
					minus(extended(NumericOp.I64_EXTEND_I32_S, high), extended(NumericOp.I64_EXTEND_I32_S, low));
				default -> minus(extended(NumericOp.I64_EXTEND_I32_U, high), extended(NumericOp.I64_EXTEND_I32_U, low));
			};
		}

		// A distance of 2^63 and more is negative, and hence taken for too small. So is
		// one that is negative, unless it is so far that it would come out positive.
		private Expression distanceOfLongs(Expression low, Expression high) {
			Expression distance = minus(high, low);
			return switch (this.relation) {
				case I32_NE -> distance;
				case I32_LT_S, I32_GT_S, I32_LE_S, I32_GE_S ->
					new Select(distance, Constant.of(Kind.LONG, -1), new Numeric(NumericOp.I64_LE_S, 0, low, high));
				default ->
					new Select(distance, Constant.of(Kind.LONG, -1), new Numeric(NumericOp.I64_LE_U, 0, low, high));
			};
		}

		private static Expression extended(NumericOp extension, Expression value) {
			return new Numeric(extension, 0, value);
		}

		private static Expression minus(Expression high, Expression low) {
			return new Numeric(NumericOp.I64_SUB, 0, high, low);
		}

		private static Expression plus(Expression distance, int more) {
			return (more == 0) ? distance : new Numeric(NumericOp.I64_ADD, 0, distance, Constant.of(Kind.LONG, more));
		}

		// A distance below zero stays there.
		private static Expression over(Expression distance, int step) {
			if (step == 1) {
				return distance;
			}
			if (Integer.bitCount(step) == 1) {
				return new Numeric(NumericOp.I64_SHR_S, 0, distance,
						Constant.of(Kind.LONG, Integer.numberOfTrailingZeros(step)));
			}
			return new Numeric(NumericOp.I64_DIV_S, 0, distance, Constant.of(Kind.LONG, step));
		}

	}

}
