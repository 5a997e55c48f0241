package dev.graft.compiler.pass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
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
/// A number can live there if it is not alive while somebody is called who may need the
/// same field, if only in another call of this function. What small loops use stays a
/// variable, which HotSpot keeps in a register. Where still more is alive at once, loops
/// that use more numbers than there are registers count as straight lines; and what other
/// loops only read HotSpot reads before them.
public final class Homes {

	/// How many numbers of each kind there is room for.
	public static final Map<Kind, Integer> ROOM = Map.of(Kind.INT, 96, Kind.LONG, 48, Kind.FLOAT, 256, Kind.DOUBLE, 32);

	/// With fewer slots taken at once, passing everything on costs little.
	private static final int MANY_SLOTS = 40;

	/// With more slots taken at once, a body is crowded, and its loops that use many
	/// numbers count as straight lines.
	private static final int VERY_MANY_SLOTS = 96;

	/// A loop that uses more numbers from before does not find registers for them.
	private static final int MOST_IN_LOOP = 48;

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

	private final boolean crowded;

	private final int mostInLoop;

	private Homes(Analysis analysis, IntPredicate leaves, boolean crowded, boolean contrary) {
		this.analysis = analysis;
		this.leaves = leaves;
		this.crowded = crowded;
		this.mostInLoop = contrary ? MOST_SLOTS_IN_TESTS : MOST_IN_LOOP;
		this.body = analysis.body();
		this.spilled = new SpilledVariables(analysis);
	}

	/// Whether so much is alive at once in a body that it may be worthwhile. Not where
	/// everything counts as alive: it would be for all variables of a body beyond all
	/// measure, of which only some could have homes.
	/// @param contrary whether it is done in any case, to test it
	public static boolean mayPay(Analysis analysis, boolean contrary) {
		return !analysis.liveness().isEverythingLive()
				&& analysis.slots().count() > (contrary ? MOST_SLOTS_IN_TESTS : MANY_SLOTS);
	}

	/// Whether so much is alive at once in a body that what stays in its frame is mostly
	/// passed on.
	public static boolean isCrowded(Analysis analysis) {
		return analysis.slots().count() > VERY_MANY_SLOTS;
	}

	/// Rewrites a body, if that is worthwhile.
	/// @param analysis the body as it is, memory accesses planned
	/// @param leaves functions of the module that use no homes and call nobody
	/// @param contrary whether it is done in any case, to test it
	/// @param fields is told how many fields of each kind are used
	/// @return what is known of the body as it is then
	public static Analysis apply(Analysis analysis, IntPredicate leaves, boolean contrary,
			BiConsumer<Kind, Integer> fields) {
		Body body = analysis.body();
		List<Statement> before = List.copyOf(body.statements());
		boolean crowded = contrary || isCrowded(analysis);
		Homes homes = new Homes(crowded ? Webs.separate(analysis) : analysis, leaves, crowded, contrary);
		boolean[] possible = homes.possible();
		homes.spilled.choose(contrary ? MOST_SLOTS_IN_TESTS : MOST_SLOTS, (variable) -> possible[variable]);
		Map<Kind, Integer> counts = homes.place();
		if (counts.values().stream().mapToInt(Integer::intValue).sum() >= (contrary ? 1 : LEAST_HOMES)) {
			homes.rewrite();
			counts.forEach(fields);
			return Analysis.of(body);
		}
		if (homes.analysis == analysis) {
			return analysis;
		}
		body.statements().clear();
		body.statements().addAll(before);
		return Analysis.of(body);
	}

	private boolean[] possible() {
		boolean[] possible = new boolean[this.body.variables().size()];
		LiveIntervals intervals = this.spilled.intervals();
		for (int variable = 0; variable < possible.length; variable++) {
			possible[variable] = intervals.read()[variable]
					&& ROOM.containsKey(this.body.variables().get(variable).kind());
		}
		for (int line = 0; line < this.analysis.graph().size(); line++) {
			excludeAcrossCalls(line, possible);
		}
		excludeLoops(possible);
		return possible;
	}

	// What is alive while somebody may use the fields for something else.
	private void excludeAcrossCalls(int line, boolean[] possible) {
		FlowGraph graph = this.analysis.graph();
		int first = graph.start(line);
		while (first < graph.end(line) && !disturbs(statement(first))) {
			first++;
		}
		if (first == graph.end(line)) {
			return;
		}
		Liveness liveness = this.analysis.liveness();
		liveness.forEachLiveInHandler(line, (variable) -> possible[variable.index()] = false);
		BitSet live = new BitSet();
		for (int number = graph.successorStart(line); number < graph.successorEnd(line); number++) {
			liveness.forEachLiveIn(graph.successor(number), (variable) -> live.set(variable.index()));
		}
		for (int position = graph.end(line) - 1; position >= first; position--) {
			if (statement(position) instanceof Assign assign) {
				live.clear(assign.variable().index());
			}
			boolean readsFirst = !disturbs(statement(position)) || isCallAtLast(statement(position));
			if (!readsFirst) {
				addReads(position, live);
			}
			if (disturbs(statement(position))) {
				live.stream().forEach((variable) -> possible[variable] = false);
			}
			addReads(position, live);
		}
	}

	private Statement statement(int position) {
		return this.body.statements().get(position);
	}

	private void addReads(int position, BitSet live) {
		Reads reads = this.analysis.reads();
		for (int number = reads.start(position); number < reads.end(position); number++) {
			live.set(reads.variable(number));
		}
	}

	// Whether a statement calls somebody after it has read all that it reads.
	private boolean isCallAtLast(Statement statement) {
		return switch (statement) {
			case Assign assign -> isCallAtLast(assign.value());
			case Evaluate evaluate -> isCallAtLast(evaluate.value());
			default -> false;
		};
	}

	private boolean isCallAtLast(Expression tree) {
		return tree instanceof Call && !disturbsInOperands(tree);
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
		return disturbsInOperands(tree);
	}

	private boolean disturbsInOperands(Expression tree) {
		for (int number = 0; number < tree.operandCount(); number++) {
			if (disturbs(tree.operand(number))) {
				return true;
			}
		}
		return false;
	}

	private void excludeLoops(boolean[] possible) {
		Reads reads = this.analysis.reads();
		BitSet inLoops = inLoops();
		for (int position = inLoops.nextSetBit(0); position >= 0; position = inLoops.nextSetBit(position + 1)) {
			if (!this.crowded) {
				for (int number = reads.start(position); number < reads.end(position); number++) {
					possible[reads.variable(number)] = false;
				}
			}
			if (statement(position) instanceof Assign assign) {
				possible[assign.variable().index()] = false;
			}
		}
	}

	private BitSet inLoops() {
		Loops loops = this.analysis.loops();
		BitSet likeLines = this.crowded ? likeStraightLines() : new BitSet();
		BitSet inLoops = new BitSet();
		int end = 0;
		for (int position = 0; position < this.body.statements().size(); position++) {
			if (loops.isHeader(position) && !likeLines.get(position)) {
				end = Math.max(end, loops.end(position));
			}
			inLoops.set(position, position < end);
		}
		return inLoops;
	}

	// The headers of loops that use too many of the numbers that are alive there.
	private BitSet likeStraightLines() {
		Loops loops = this.analysis.loops();
		Reads reads = this.analysis.reads();
		BitSet headers = new BitSet();
		int[] nextUses = new int[this.body.variables().size()];
		Arrays.fill(nextUses, Integer.MAX_VALUE);
		for (int position = this.body.statements().size() - 1; position >= 0; position--) {
			for (int number = reads.start(position); number < reads.end(position); number++) {
				nextUses[reads.variable(number)] = position;
			}
			if (statement(position) instanceof Assign assign) {
				nextUses[assign.variable().index()] = position;
			}
			headers.set(position, loops.isHeader(position) && usedIn(position, nextUses) > this.mostInLoop);
		}
		return headers;
	}

	private int usedIn(int header, int[] nextUses) {
		int end = this.analysis.loops().end(header);
		int[] used = new int[1];
		this.analysis.liveness()
			.forEachLiveIn(this.analysis.graph().lineAt(header),
					(variable) -> used[0] += (nextUses[variable.index()] < end) ? 1 : 0);
		return used[0];
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
				rewritten.add(assign(parameter, Read.of(parameter)));
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
