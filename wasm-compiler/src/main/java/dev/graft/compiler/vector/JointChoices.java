package dev.graft.compiler.vector;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.op.VectorOp;
import org.jspecify.annotations.Nullable;

/// Comparisons by which several vectors choose: the greatest number and its place. Each is
/// moved to where the first vector chooses, and so are the others.
///
/// ```
///     v9 = (f32x4.gt v3 v4)
///     …                                          …
///     v5 = (v128.bitselect v1 v2 v9)     ─▶      v9 = (f32x4.gt v3 v4)
///     …                                          v5 = (v128.bitselect v1 v2 v9)
///     v6 = (v128.bitselect v3 v4 v9)             v6 = (v128.bitselect v3 v4 v9)
///                                                …
/// ```
///
/// So that each lane is compared once, and jumped over once: what is found is no number
/// then, and HotSpot makes one jump or one comparison of it, not one for each choice.
final class JointChoices {

	private static final int MASK = 2;

	private static final int FEWEST = 2;

	private final List<Statement> statements;

	private final Selectors selectors;

	private final BitSet registers;

	private final int[] reads;

	/// Where in this line variables have been assigned last.
	private final Map<Variable, Integer> assigned = new HashMap<>();

	private final Map<Variable, Group> open = new HashMap<>();

	/// By the position of the first choice.
	private final Map<Integer, Group> groups = new LinkedHashMap<>();

	/// A comparison and choices by it.
	private static final class Group {

		private final int comparison;

		private final List<Integer> choices = new ArrayList<>();

		Group(int comparison) {
			this.comparison = comparison;
		}

	}

	private JointChoices(Body body, BitSet registers) {
		this.statements = body.statements();
		this.selectors = Selectors.of(body);
		this.registers = registers;
		this.reads = new int[body.variables().size()];
		this.statements.forEach((statement) -> statement.forEachRead((variable) -> this.reads[variable.index()]++));
	}

	/// Moves what chooses by the same comparison.
	/// @param registers the vectors that are objects
	/// @return the vectors that such comparisons compute, each followed by its choices
	static Set<Variable> apply(Body body, BitSet registers) {
		JointChoices choices = new JointChoices(body, registers);
		choices.find();
		return choices.move();
	}

	private void find() {
		for (int position = 0; position < this.statements.size(); position++) {
			Statement statement = this.statements.get(position);
			if (statement instanceof Mark || statement.endsLine() || jumps(statement)) {
				this.open.clear();
				this.assigned.clear();
			}
			if (statement instanceof Assign assign) {
				look(assign, position);
				this.assigned.put(assign.variable(), position);
			}
		}
	}

	private static boolean jumps(Statement statement) {
		boolean[] found = new boolean[1];
		statement.forEachTarget((target) -> found[0] = true);
		return found[0];
	}

	private void look(Assign assign, int position) {
		if (!(assign.value() instanceof Vector vector) || this.registers.get(assign.variable().index())) {
			return;
		}
		if (VectorArithmetic.compares(vector.op()) && this.selectors.contains(assign.variable())) {
			this.open.put(assign.variable(), new Group(position));
		}
		Variable mask = mask(vector);
		Group group = (mask != null) ? this.open.get(mask) : null;
		if (mask != null && group != null) {
			add(group, assign, position);
			if (group.choices.size() >= FEWEST && group.choices.size() == this.reads[mask.index()]) {
				this.groups.put(group.choices.getFirst(), group);
			}
		}
	}

	private static @Nullable Variable mask(Vector vector) {
		return (vector.op() == VectorOp.V128_BITSELECT && vector.operand(MASK) instanceof Read read) ? read.variable()
				: null;
	}

	// Nothing that it reads may be assigned on the way.
	private void add(Group group, Assign choice, int position) {
		boolean first = group.choices.isEmpty();
		int from = first ? position : group.choices.getFirst();
		boolean stays = choice.variable().isTemporary() && isSince(choice.value(), from)
				&& (!first || isSince(this.statements.get(group.comparison).operand(0), group.comparison));
		if (stays) {
			group.choices.add(position);
		}
	}

	private boolean isSince(Expression tree, int position) {
		if (tree instanceof Read read && this.assigned.getOrDefault(read.variable(), -1) >= position) {
			return false;
		}
		for (int number = 0; number < tree.operandCount(); number++) {
			if (!isSince(tree.operand(number), position)) {
				return false;
			}
		}
		return true;
	}

	private Set<Variable> move() {
		Set<Variable> masks = new HashSet<>();
		BitSet moved = new BitSet();
		for (Group group : this.groups.values()) {
			moved.set(group.comparison);
			group.choices.forEach(moved::set);
		}
		List<Statement> rewritten = new ArrayList<>(this.statements.size());
		for (int position = 0; position < this.statements.size(); position++) {
			Group group = this.groups.get(position);
			if (group != null) {
				Assign comparison = (Assign) this.statements.get(group.comparison);
				masks.add(comparison.variable());
				rewritten.add(comparison);
				group.choices.forEach((choice) -> rewritten.add(this.statements.get(choice)));
			}
			else if (!moved.get(position)) {
				rewritten.add(this.statements.get(position));
			}
		}
		this.statements.clear();
		this.statements.addAll(rewritten);
		return masks;
	}

}
