package dev.graft.compiler.vector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Effects;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.pass.CountedLoop;
import dev.graft.compiler.pass.Loops;
import org.jspecify.annotations.Nullable;

/// Writes a loop of which the lanes have nothing to do with each other as a loop per lane,
/// if it hands on many more numbers than a processor has registers. Ciphers compute four blocks
/// at a time like that: sixteen vectors are 64 numbers.
///
/// ```
///     L0:                        saved = v9
///       v1 = v1 + v2           L0:
///       v3 = v3 + v4      ─▶     v1 = v1 + v2
///       …                        v9 = v9 - 1
///       v9 = v9 - 1              if (v9) goto L0
///       if (v9) goto L0        v9 = saved
///                              L1:
///                                v3 = v3 + v4
///                                …
/// ```
///
/// If what the loops begin with and what becomes of their results is done lane by lane,
/// too, it is all done by [WholeLanes].
final class LaneLoops {

	/// Of sixteen registers some hold addresses.
	private static final int REGISTERS = 16;

	private static final int MOST_NODES = 8_000;

	private final Body body;

	/// How often each variable is read.
	private final int[] reads;

	private LaneLoops(Body body) {
		this.body = body;
		this.reads = new int[body.variables().size()];
		for (Statement statement : body.statements()) {
			statement.forEachRead((variable) -> this.reads[variable.index()]++);
		}
	}

	/// Rewrites the loops of a body that has no vectors any more.
	static void apply(Body body) {
		new LaneLoops(body).rewrite();
	}

	private void rewrite() {
		List<Statement> statements = List.copyOf(this.body.statements());
		Loops loops = Loops.of(this.body);
		List<Statement> rewritten = new ArrayList<>(statements.size());
		int position = 0;
		while (position < statements.size()) {
			CountedLoop loop = loops.isHeader(position) && loops.isEnteredFromAbove(position)
					? CountedLoop.at(statements, loops, position, MOST_NODES) : null;
			Variable counter = (loop != null) ? counter(loop) : null;
			List<Set<Variable>> groups = (loop != null && counter != null) ? groups(loop, counter) : List.of();
			if (loop == null || counter == null || groups.size() < 2) {
				rewritten.add(statements.get(position++));
			}
			else {
				position = write(loop, counter, groups, rewritten);
			}
		}
		this.body.statements().clear();
		this.body.statements().addAll(rewritten);
	}

	// Variables of which some are computed from others, as many at a time as there are
	// registers.
	private static List<Set<Variable>> groups(CountedLoop loop, Variable counter) {
		Map<Variable, Set<Variable>> groups = new LinkedHashMap<>();
		Set<Variable> carried = new HashSet<>();
		Set<Variable> assigned = new HashSet<>(List.of(counter));
		for (Assign assign : assignments(loop)) {
			assign.forEachRead((variable) -> {
				if (!assigned.contains(variable)) {
					carried.add(variable);
				}
			});
			assigned.add(assign.variable());
		}
		assigned.remove(counter);
		assigned.forEach((variable) -> groups.put(variable, new HashSet<>(Set.of(variable))));
		carried.retainAll(assigned);
		if (carried.size() < 2 * REGISTERS) {
			return List.of();
		}
		for (Assign assign : assignments(loop)) {
			assign.forEachRead((variable) -> unite(groups, assign.variable(), variable));
		}
		return packed(assignments(loop), groups, carried);
	}

	private static void unite(Map<Variable, Set<Variable>> groups, Variable one, Variable other) {
		Set<Variable> first = groups.get(one);
		Set<Variable> second = groups.get(other);
		if (first != null && second != null && !first.contains(other)) {
			first.addAll(second);
			second.forEach((variable) -> groups.put(variable, first));
		}
	}

	// In the order in which they come, as nothing else tells which may share registers.
	private static List<Set<Variable>> packed(List<Assign> assignments, Map<Variable, Set<Variable>> groups,
			Set<Variable> carried) {
		List<Set<Variable>> packed = new ArrayList<>();
		Set<Variable> seen = new HashSet<>();
		for (Assign assign : assignments) {
			Set<Variable> group = groups.get(assign.variable());
			if (group == null || !seen.addAll(group)) {
				continue;
			}
			if (!packed.isEmpty() && count(packed.getLast(), carried) + count(group, carried) <= REGISTERS) {
				packed.getLast().addAll(group);
			}
			else {
				packed.add(new HashSet<>(group));
			}
		}
		return packed;
	}

	private static long count(Set<Variable> group, Set<Variable> carried) {
		return group.stream().filter(carried::contains).count();
	}

	/// What the end of the loop compares, if nothing else is done than to assign numbers.
	private static @Nullable Variable counter(CountedLoop loop) {
		Variable[] counter = new Variable[1];
		for (int position = loop.first(); position < loop.lastPosition(); position++) {
			boolean plain = loop.statement(position) instanceof Assign assign
					&& assign.value().effects() == Effects.NONE;
			if (!plain) {
				return null;
			}
		}
		loop.last().forEachRead((variable) -> counter[0] = (loop.stride(variable) != 0) ? variable : counter[0]);
		return counter[0];
	}

	private static List<Assign> assignments(CountedLoop loop) {
		List<Assign> assignments = new ArrayList<>();
		for (int position = loop.first(); position < loop.lastPosition(); position++) {
			assignments.add((Assign) loop.statement(position));
		}
		return assignments;
	}

	// Returns where to go on.
	private int write(CountedLoop loop, Variable counter, List<Set<Variable>> groups, List<Statement> rewritten) {
		List<Statement> statements = this.body.statements();
		List<Statement> front = rewritten.subList(WholeLanes.front(rewritten), rewritten.size());
		List<List<Statement>> lanes = lanes(loop, counter, begin(counter, front), groups);
		int behind = WholeLanes.behind(statements, loop.end());
		List<Statement> ordered = order(counter, front, lanes, statements.subList(loop.end(), behind));
		if (ordered == null) {
			lanes.getFirst().removeFirst();
			lanes.forEach(rewritten::addAll);
			return loop.end();
		}
		front.clear();
		rewritten.addAll(ordered);
		return behind;
	}

	// HotSpot should know how many rounds there are.
	private Expression begin(Variable counter, List<Statement> front) {
		for (Statement statement : front.reversed()) {
			if (statement instanceof Assign assign && assign.variable() == counter) {
				if (assign.value() instanceof Constant constant) {
					return constant;
				}
				break;
			}
		}
		Variable saved = this.body.variables().temporary(Kind.INT);
		front.add(new Assign(saved, Read.of(counter)));
		return Read.of(saved);
	}

	private @Nullable List<Statement> order(Variable counter, List<Statement> front, List<List<Statement>> lanes,
			List<Statement> behind) {
		Map<Variable, Integer> reads = new HashMap<>();
		Stream.of(front, behind).forEach((each) -> count(each, reads));
		lanes.forEach((lane) -> count(lane, reads));
		return WholeLanes.order(this.body.variables(), counter, front, lanes, behind,
				(variable) -> variable.index() >= this.reads.length
						|| reads.getOrDefault(variable, 0) < this.reads[variable.index()]);
	}

	private static void count(List<Statement> statements, Map<Variable, Integer> reads) {
		statements.forEach((statement) -> statement.forEachRead((variable) -> reads.merge(variable, 1, Integer::sum)));
	}

	private List<List<Statement>> lanes(CountedLoop loop, Variable counter, Expression begin,
			List<Set<Variable>> groups) {
		List<List<Statement>> lanes = new ArrayList<>();
		JumpIf last = (JumpIf) loop.last();
		for (Set<Variable> group : groups) {
			List<Statement> lane = new ArrayList<>();
			Label header = lanes.isEmpty() ? loop.header().label() : this.body.variables().label(true);
			lane.add(new Assign(counter, begin));
			lane.add(new Mark(header));
			lane.addAll(loop.poll());
			for (Assign assign : assignments(loop)) {
				if (assign.variable() == counter || group.contains(assign.variable())) {
					lane.add(assign);
				}
			}
			lane.add(new JumpIf(last.condition(), last.whenTrue(), header));
			lanes.add(lane);
		}
		return lanes;
	}

}
