package dev.graft.compiler.pass;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Call;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Effects;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Home;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Evaluate;
import dev.graft.compiler.ir.Statement.SetHome;
import dev.graft.compiler.ir.Target;
import dev.graft.compiler.ir.Variable;

/// Keeps numbers of a body that is to be cut in fields of the instance, where many more
/// are alive at once than a processor has registers for.
///
/// A long straight line of arithmetic may keep a hundred numbers alive wherever it is cut.
/// At each border all of them would be passed on, most of them only to be passed on again.
/// What has its home in a field is not passed on: who needs it reads it there.
///
/// A number can live there if nobody is called in its life who may need the same field, if
/// only in another call of this function. What loops use stays a variable, which HotSpot
/// keeps in a register.
public final class Homes {

	/// How many numbers of each kind there is room for.
	public static final Map<Kind, Integer> ROOM = Map.of(Kind.INT, 96, Kind.LONG, 48, Kind.FLOAT, 96, Kind.DOUBLE, 32);

	/// With fewer slots taken at once, passing everything on costs little.
	private static final int MANY_SLOTS = 40;

	/// How many slots the other variables may take then: about as many as there are
	/// registers.
	private static final int MOST_SLOTS = 16;

	/// With fewer homes little would change.
	private static final int LEAST_HOMES = 8;

	private static final int MOST_SLOTS_IN_TESTS = 2;

	private final Body body;

	private final Analysis analysis;

	private final SpilledVariables spilled;

	private final IntPredicate leaves;

	private Homes(Analysis analysis, IntPredicate leaves) {
		this.analysis = analysis;
		this.leaves = leaves;
		this.body = analysis.body();
		this.spilled = new SpilledVariables(analysis);
	}

	/// Whether so much is alive at once in a body that it may be worthwhile.
	/// @param contrary whether it is done in any case, to test it
	public static boolean mayPay(Analysis analysis, boolean contrary) {
		return analysis.slots().count() > (contrary ? MOST_SLOTS_IN_TESTS : MANY_SLOTS);
	}

	/// Rewrites a body, if that is worthwhile.
	/// @param analysis the body as it is, memory accesses planned
	/// @param leaves functions of the module that use no homes and call nobody
	/// @param contrary whether it is done in any case, to test it
	/// @return for each kind: how many fields are used
	public static Map<Kind, Integer> apply(Analysis analysis, IntPredicate leaves, boolean contrary) {
		Homes homes = new Homes(analysis, leaves);
		boolean[] possible = homes.possible();
		homes.spilled.choose(contrary ? MOST_SLOTS_IN_TESTS : MOST_SLOTS, (variable) -> possible[variable]);
		Map<Kind, Integer> counts = homes.place();
		if (counts.values().stream().mapToInt(Integer::intValue).sum() < (contrary ? 1 : LEAST_HOMES)) {
			return Map.of();
		}
		homes.rewrite();
		return counts;
	}

	private boolean[] possible() {
		boolean[] possible = new boolean[this.body.variables().size()];
		int[] calls = calls();
		LiveIntervals intervals = this.spilled.intervals();
		for (int variable = 0; variable < possible.length; variable++) {
			if (intervals.read()[variable] && ROOM.containsKey(this.body.variables().get(variable).kind())) {
				int first = (intervals.start(variable) + 1) / 2;
				int last = Math.min(intervals.end(variable) / 2, calls.length - 2);
				possible[variable] = first > last || calls[last + 1] == calls[first];
			}
		}
		excludeLoops(possible);
		return possible;
	}

	// For each position how many statements before it may use the fields for something
	// else.
	private int[] calls() {
		int[] calls = new int[this.body.statements().size() + 1];
		for (int position = 0; position < calls.length - 1; position++) {
			calls[position + 1] = calls[position] + (disturbs(this.body.statements().get(position)) ? 1 : 0);
		}
		return calls;
	}

	private boolean disturbs(Statement statement) {
		if ((statement.effects() & Effects.WRITES_TRANSFER) == 0) {
			return false;
		}
		return switch (statement) {
			case Assign assign -> disturbs(assign.value());
			case Evaluate evaluate -> disturbs(evaluate.value());
			default -> true;
		};
	}

	private boolean disturbs(Expression tree) {
		if ((tree.effects() & Effects.WRITES_TRANSFER) == 0) {
			return false;
		}
		if (!(tree instanceof Call call && call.target() instanceof Target.Function function
				&& this.leaves.test(function.functionIndex()))) {
			return true;
		}
		for (int number = 0; number < tree.operandCount(); number++) {
			if (disturbs(tree.operand(number))) {
				return true;
			}
		}
		return false;
	}

	private void excludeLoops(boolean[] possible) {
		Loops loops = this.analysis.loops();
		Reads reads = this.analysis.reads();
		for (int position = 0; position < this.body.statements().size(); position++) {
			if (loops.depth(position) > 0) {
				for (int number = reads.start(position); number < reads.end(position); number++) {
					possible[reads.variable(number)] = false;
				}
				if (this.body.statements().get(position) instanceof Assign assign) {
					possible[assign.variable().index()] = false;
				}
			}
		}
	}

	private Map<Kind, Integer> place() {
		Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
		ROOM.forEach((kind, most) -> {
			int count = this.spilled.place((each) -> each == kind, most);
			if (count > 0) {
				counts.put(kind, count);
			}
		});
		return counts;
	}

	private void rewrite() {
		List<Statement> statements = this.body.statements();
		List<Statement> rewritten = new ArrayList<>(statements.size());
		for (Variable parameter : this.body.parameters()) {
			if (this.spilled.contains(parameter)) {
				rewritten.add(assign(parameter, new Read(parameter)));
			}
		}
		// What is read before it is assigned is zero.
		for (Variable variable : this.analysis.slots().zeroed()) {
			if (this.spilled.contains(variable)) {
				rewritten.add(assign(variable, Constant.zero(variable.kind())));
			}
		}
		for (int position = 0; position < statements.size(); position++) {
			rewritten.add(rewritten(position));
		}
		statements.clear();
		statements.addAll(rewritten);
	}

	private Statement rewritten(int position) {
		Statement read = this.spilled.reading(position,
				(variable) -> new Home(variable.kind(), this.spilled.place(variable)));
		return (read instanceof Assign assign && this.spilled.contains(assign.variable()))
				? assign(assign.variable(), assign.value()) : read;
	}

	private SetHome assign(Variable variable, Expression value) {
		return new SetHome(this.spilled.place(variable), value);
	}

}
