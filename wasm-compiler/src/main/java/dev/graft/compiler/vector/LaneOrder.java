package dev.graft.compiler.vector;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Effects;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Variable;

/// Writes a long straight line of which the lanes have nothing to do with each other lane
/// by lane. Hash functions compute four blocks at a time like that, with all rounds written
/// out: sixteen vectors of state and sixteen of the message are 128 numbers, which no
/// processor has registers for and no piece of a function that is cut can pass on.
///
/// ```
///   v1 = load a              v1 = load a
///   v2 = load b              v3 = v1 + s
///   v3 = v1 + s      ─▶      v5 = v3 ^ t
///   v4 = v2 + s              v2 = load b
///   v5 = v3 ^ t              v4 = v2 + s
///   v6 = v4 ^ t              v6 = v4 ^ t
/// ```
///
/// What each lane comes to shows which statements belong together: those that lead to the
/// same ends of the line. What all lanes of a vector are computed from, what leads to more
/// than half of the ends, and all that may trap comes first, in the order that it has.
final class LaneOrder {

	/// Shorter lines are left to the order that HotSpot gives them.
	private static final int FEWEST_STATEMENTS = 256;

	private static final int MOST_STATEMENTS = 20_000;

	private static final int MOST_ENDS = 256;

	/// How many numbers are at hand: twice as many as there are registers.
	private static final int NEAR = 32;

	private static final int FEWEST_FAR_READS = 200;

	private static final int SHARED = -1;

	private static final int MOVABLE = Effects.READS_MEMORY | Effects.READS_GLOBAL | Effects.READS_TABLE
			| Effects.READS_SIZE | Effects.TRAPS;

	private final List<Assign> line;

	private final Set<Variable> common;

	/// For each statement those that have to come before it.
	private final int[][] earlier;

	/// Which ends of the line each statement leads to.
	private final BitSet[] ends;

	private LaneOrder(List<Assign> line, Set<Variable> common) {
		this.line = line;
		this.common = common;
		this.earlier = new int[line.size()][];
		this.ends = new BitSet[line.size()];
	}

	/// Reorders the lines of a body that has no vectors any more.
	/// @param common numbers that all lanes of a vector are computed from
	/// @return whether there was such a line
	static boolean apply(Body body, Set<Variable> common) {
		List<Statement> ordered = new ArrayList<>(body.statements().size());
		boolean changed = false;
		int[] reads = reads(body);
		List<Assign> line = new ArrayList<>();
		for (Statement statement : body.statements()) {
			if (statement instanceof Assign assign && (assign.effects() & ~MOVABLE) == 0) {
				line.add(assign);
				continue;
			}
			changed |= addLine(line, body.variables(), reads, common, ordered);
			line.clear();
			ordered.add(statement);
		}
		changed |= addLine(line, body.variables(), reads, common, ordered);
		if (changed) {
			body.statements().clear();
			body.statements().addAll(ordered);
		}
		return changed;
	}

	private static int[] reads(Body body) {
		int[] reads = new int[body.variables().size()];
		for (Statement statement : body.statements()) {
			statement.forEachRead((variable) -> reads[variable.index()]++);
		}
		return reads;
	}

	private static boolean addLine(List<Assign> line, Body.Variables variables, int[] reads, Set<Variable> common,
			List<Statement> ordered) {
		List<Assign> better = (line.size() >= FEWEST_STATEMENTS && line.size() <= MOST_STATEMENTS)
				? better(line, variables, lasting(line, reads), common) : line;
		ordered.addAll(better);
		return !better.equals(line);
	}

	private static List<Assign> better(List<Assign> line, Body.Variables variables, Set<Variable> lasting,
			Set<Variable> common) {
		List<Assign> renamed = renamed(line, variables, lasting);
		int far = farReads(renamed);
		if (far < FEWEST_FAR_READS) {
			return line;
		}
		LaneOrder order = new LaneOrder(renamed, common);
		order.findEarlier();
		List<Assign> ordered = order.findEnds() ? order.ordered() : renamed;
		return (2 * farReads(ordered) <= far) ? ordered : line;
	}

	// Variables that are read elsewhere, or before they are assigned, as the line may be
	// a loop's.
	private static Set<Variable> lasting(List<Assign> line, int[] reads) {
		Map<Variable, Integer> own = new HashMap<>();
		Set<Variable> assigned = new HashSet<>();
		Set<Variable> lasting = new HashSet<>();
		for (Assign assign : line) {
			assign.forEachRead((variable) -> {
				own.merge(variable, 1, Integer::sum);
				if (!assigned.contains(variable)) {
					lasting.add(variable);
				}
			});
			assigned.add(assign.variable());
		}
		assigned.removeIf((variable) -> own.getOrDefault(variable, 0) == reads[variable.index()]);
		lasting.addAll(assigned);
		return lasting;
	}

	// How often a number is read that is not among those that have been used last, of
	// those that are still to be read.
	private static int farReads(List<Assign> line) {
		Map<Variable, Integer> left = new HashMap<>();
		line.forEach((assign) -> assign.forEachRead((variable) -> left.merge(variable, 1, Integer::sum)));
		LinkedHashSet<Variable> near = new LinkedHashSet<>();
		int[] far = new int[1];
		for (Assign assign : line) {
			assign.forEachRead((variable) -> {
				if (!near.remove(variable)) {
					far[0]++;
				}
				if (left.merge(variable, -1, Integer::sum) > 0) {
					near.addLast(variable);
				}
			});
			if (left.containsKey(assign.variable())) {
				near.addLast(assign.variable());
			}
			while (near.size() > NEAR) {
				near.removeFirst();
			}
		}
		return far[0];
	}

	// All values of a variable but the last one get variables of their own, so that a
	// local which holds lane after lane does not tie them together.
	private static List<Assign> renamed(List<Assign> line, Body.Variables variables, Set<Variable> lasting) {
		Map<Variable, Integer> last = new HashMap<>();
		for (int number = 0; number < line.size(); number++) {
			last.put(line.get(number).variable(), number);
		}
		Map<Variable, Read> current = new HashMap<>();
		List<Assign> renamed = new ArrayList<>(line.size());
		for (int number = 0; number < line.size(); number++) {
			Variable target = line.get(number).variable();
			Expression value = renamed(line.get(number).value(), current);
			if (last.getOrDefault(target, 0) == number) {
				current.remove(target);
				renamed.add(new Assign(target, value));
			}
			else {
				Variable own = variables.temporary(target.kind());
				current.put(target, Read.of(own));
				renamed.add(new Assign(own, value));
			}
		}
		return withoutUnused(renamed, lasting);
	}

	private static Expression renamed(Expression tree, Map<Variable, Read> current) {
		if (tree instanceof Read read) {
			return current.getOrDefault(read.variable(), read);
		}
		return tree.map((operand) -> renamed(operand, current));
	}

	private static List<Assign> withoutUnused(List<Assign> line, Set<Variable> lasting) {
		Set<Variable> read = new HashSet<>(lasting);
		List<Assign> used = new ArrayList<>(line.size());
		for (Assign assign : line.reversed()) {
			if (read.contains(assign.variable()) || !Effects.isRemovable(assign.effects())) {
				assign.forEachRead(read::add);
				used.add(assign);
			}
		}
		return used.reversed();
	}

	// A statement comes behind what assigns the variables that it reads, and behind what
	// reads or assigns the one that it assigns.
	private void findEarlier() {
		Map<Variable, Integer> assigned = new HashMap<>();
		Map<Variable, List<Integer>> readers = new HashMap<>();
		int trapping = -1;
		for (int number = 0; number < this.line.size(); number++) {
			Assign assign = this.line.get(number);
			Set<Integer> before = new HashSet<>();
			int reader = number;
			assign.forEachRead((variable) -> {
				Integer definition = assigned.get(variable);
				if (definition != null) {
					before.add(definition);
				}
				readers.computeIfAbsent(variable, (each) -> new ArrayList<>()).add(reader);
			});
			List<Integer> others = readers.remove(assign.variable());
			if (others != null) {
				before.addAll(others);
			}
			Integer last = assigned.put(assign.variable(), number);
			if (last != null) {
				before.add(last);
			}
			if ((assign.effects() & Effects.TRAPS) != 0) {
				if (trapping >= 0) {
					before.add(trapping);
				}
				trapping = number;
			}
			before.remove(number);
			this.earlier[number] = before.stream().mapToInt(Integer::intValue).sorted().toArray();
		}
	}

	// From the last statement on.
	private boolean findEnds() {
		int count = 0;
		for (int number = this.line.size() - 1; number >= 0; number--) {
			BitSet own = this.ends[number];
			if (own == null) {
				if (count == MOST_ENDS) {
					return false;
				}
				own = new BitSet();
				own.set(count++);
			}
			this.ends[number] = own;
			for (int before : this.earlier[number]) {
				if (this.ends[before] == null) {
					this.ends[before] = new BitSet();
				}
				this.ends[before].or(own);
			}
		}
		return true;
	}

	private List<Assign> ordered() {
		int[] groups = groups();
		Map<Integer, List<Assign>> ordered = new LinkedHashMap<>();
		ordered.put(SHARED, new ArrayList<>());
		for (int number = 0; number < groups.length; number++) {
			ordered.computeIfAbsent(groups[number], (group) -> new ArrayList<>()).add(this.line.get(number));
		}
		return ordered.values().stream().flatMap(List::stream).toList();
	}

	// What a shared statement comes behind is shared, too, as it leads to the same ends.
	private int[] groups() {
		int[] groups = new int[this.line.size()];
		BitSet all = new BitSet();
		for (BitSet each : this.ends) {
			all.or(each);
		}
		boolean[] shared = new boolean[groups.length];
		for (int number = groups.length - 1; number >= 0; number--) {
			groups[number] = number;
			shared[number] |= this.ends[number].cardinality() * 2 > all.cardinality()
					|| (this.line.get(number).effects() & Effects.TRAPS) != 0
					|| this.common.contains(this.line.get(number).variable());
			for (int before : this.earlier[number]) {
				shared[before] |= shared[number];
			}
		}
		for (int number = 0; number < groups.length; number++) {
			for (int before : this.earlier[number]) {
				if (!shared[number] && !shared[before]) {
					groups[find(groups, number)] = find(groups, before);
				}
			}
		}
		for (int number = 0; number < groups.length; number++) {
			groups[number] = shared[number] ? SHARED : find(groups, number);
		}
		return groups;
	}

	private static int find(int[] groups, int number) {
		int group = number;
		while (groups[group] >= 0 && groups[group] != group) {
			groups[group] = groups[groups[group]];
			group = groups[group];
		}
		return group;
	}

}
