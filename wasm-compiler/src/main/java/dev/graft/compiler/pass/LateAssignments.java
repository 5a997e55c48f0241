package dev.graft.compiler.pass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Effects;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Enter;
import dev.graft.compiler.ir.Statement.Jump;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Switch;
import dev.graft.compiler.ir.Variable;
import org.jspecify.annotations.Nullable;

/// Lets an interpreter's cases assign for themselves what is assigned before its switch.
///
/// ```
///   L0:                                       L0:
///     v1 = v2                                   v4 = (i32.load8_u v3)
///     v5 = 7                                    switch v4 (L1, L2, …)
///     v4 = (i32.load8_u v3)                   L1:
///     switch v4 (L1, L2, …)           ─▶        v2 = (i32.add v2 8)
///   L1:                                         goto L0
///     v2 = (i32.add v1 8)                     L2:
///     goto L0                                   …
///   L2:                                         v5 = 7
///     …                                         goto L9
///     goto L9
/// ```
///
/// LLVM moves out of the cases what many of them begin with, copies and constants above
/// all. For a variable that is kept in a register that costs next to nothing. But where
/// cases are pieces and variables live in an object, each is a store for each
/// instruction that is interpreted, and a load in the case.
///
/// The value is put in place of the variable as far as all ways come from the switch and
/// nothing it is made of changes; where they end, the assignment stands, if anybody needs
/// it there.
public final class LateAssignments {

	/// So many assignments are moved in a body.
	private static final int MOST_MOVED = 16;

	private final Body body;

	private final Analysis analysis;

	private final FlowGraph graph;

	private final List<Statement> rewritten = new ArrayList<>();

	/// The line of the switch, the place of the assignment in it, and what it assigns.
	private final int switchLine;

	private final int place;

	private final Variable variable;

	private final Expression value;

	/// For each line: whether the assignment is still to come on all ways that lead
	/// there.
	private final boolean[] pending;

	private LateAssignments(Analysis analysis, int line, int place, Assign assign) {
		this.analysis = analysis;
		this.body = analysis.body();
		this.graph = analysis.graph();
		this.switchLine = line;
		this.place = place;
		this.variable = assign.variable();
		this.value = assign.value();
		this.pending = new boolean[this.graph.size()];
	}

	/// Moves what can be moved, unless a body handles exceptions or is too large to know
	/// what is alive where.
	/// @param body the body
	/// @param targets a switch with so many targets is an interpreter's
	public static void apply(Body body, int targets) {
		if (body.statements().stream().anyMatch((statement) -> statement instanceof Enter)) {
			return;
		}
		for (int moved = 0; moved < MOST_MOVED; moved++) {
			LateAssignments next = next(Analysis.of(body), targets);
			if (next == null) {
				return;
			}
			next.solve();
			next.rewrite();
		}
	}

	private static @Nullable LateAssignments next(Analysis analysis, int targets) {
		if (analysis.liveness().isEverythingLive()) {
			return null;
		}
		List<Statement> statements = analysis.body().statements();
		for (int line = 0; line < analysis.graph().size(); line++) {
			int last = analysis.graph().end(line) - 1;
			if (statements.get(last) instanceof Switch table && analysis.loops().depth(last) > 0
					&& table.places() >= targets) {
				for (int position = last - 1; position >= analysis.graph().start(line); position--) {
					if (statements.get(position) instanceof Assign assign) {
						LateAssignments found = new LateAssignments(analysis, line, position, assign);
						if (found.isMovable()) {
							return found;
						}
					}
				}
			}
		}
		return null;
	}

	// What is computed stays there if somebody needs it before the switch, or it would be
	// computed more than once.
	private boolean isMovable() {
		if (this.variable.isTemporary() || this.analysis.liveness().isWithinLine(this.variable)
				|| this.value.reads(this.variable) || !isCheap()) {
			return false;
		}
		for (int position = this.place + 1; position < this.graph.end(this.switchLine); position++) {
			Statement statement = this.body.statements().get(position);
			if (isEnd(statement) || this.value instanceof Numeric && reads(statement, this.variable)) {
				return false;
			}
		}
		return true;
	}

	private boolean isCheap() {
		return switch (this.value) {
			case Constant _, Read _ -> true;
			case Numeric sum -> sum.effects() == Effects.NONE && sum.operandCount() == 2
					&& sum.operand(0) instanceof Read && sum.operand(1) instanceof Constant;
			default -> false;
		};
	}

	private static boolean assigns(Statement statement, Variable variable) {
		return statement instanceof Assign assign && assign.variable() == variable;
	}

	private boolean changesValue(Statement statement) {
		return statement instanceof Assign assign && this.value.reads(assign.variable());
	}

	private static boolean reads(Statement statement, Variable variable) {
		boolean[] found = new boolean[1];
		statement.forEachRead((read) -> found[0] |= read == variable);
		return found[0];
	}

	// Whether a statement reads the variable other than by a tree, so that nothing can be
	// put in its place.
	private boolean readsOtherwise(Statement statement) {
		int[] reads = new int[1];
		statement.forEachRead((read) -> reads[0] += (read == this.variable) ? 1 : 0);
		if (reads[0] > 0) {
			for (int number = 0; number < statement.operandCount(); number++) {
				reads[0] -= countReads(statement.operand(number));
			}
		}
		return reads[0] > 0;
	}

	private int countReads(Expression tree) {
		int count = (tree instanceof Read read && read.variable() == this.variable) ? 1 : 0;
		for (int number = 0; number < tree.operandCount(); number++) {
			count += countReads(tree.operand(number));
		}
		return count;
	}

	// Whether a statement copies back what the variable is a copy of.
	private boolean copiesBack(Statement statement) {
		return statement instanceof Assign(Variable assigned, Read copied) && copied.variable() == this.variable
				&& this.value instanceof Read original && original.variable() == assigned;
	}

	// Whether the assignment cannot be put off beyond a statement.
	private boolean isEnd(Statement statement) {
		return !copiesBack(statement)
				&& (assigns(statement, this.variable) || changesValue(statement) || readsOtherwise(statement));
	}

	private void solve() {
		boolean[] ends = new boolean[this.pending.length];
		int[] done = new int[this.pending.length];
		int size = 0;
		Arrays.fill(this.pending, true);
		this.pending[0] = false;
		for (int line = 0; line < ends.length; line++) {
			ends[line] = line != this.switchLine && (line == 0 || hasEnd(line));
			if (ends[line]) {
				done[size++] = line;
			}
		}
		while (size > 0) {
			int line = done[--size];
			for (int number = this.graph.successorStart(line); number < this.graph.successorEnd(line); number++) {
				int successor = this.graph.successor(number);
				if (this.pending[successor] && !ends[successor] && successor != this.switchLine) {
					done[size++] = successor;
				}
				this.pending[successor] = false;
			}
		}
	}

	private boolean hasEnd(int line) {
		return this.body.statements()
			.subList(this.graph.start(line), this.graph.end(line))
			.stream()
			.anyMatch(this::isEnd);
	}

	private void rewrite() {
		for (int line = 0; line < this.pending.length; line++) {
			boolean isPending = this.pending[line];
			for (int position = this.graph.start(line); position < this.graph.end(line); position++) {
				Statement statement = this.body.statements().get(position);
				if (line == this.switchLine && position == this.place) {
					isPending = true;
				}
				else if (!isPending) {
					this.rewritten.add(statement);
				}
				else if (isEnd(statement)) {
					addEnd(statement, line, position);
					isPending = false;
				}
				else {
					addPending(statement, line, position == this.graph.end(line) - 1);
				}
			}
		}
		this.body.statements().clear();
		this.body.statements().addAll(this.rewritten);
	}

	// What the value is made of changes, or somebody wants the variable itself.
	private void addEnd(Statement statement, int line, int position) {
		if (readsOtherwise(statement)) {
			assign();
			this.rewritten.add(statement);
			return;
		}
		if (changesValue(statement) && isLiveAfter(line, position)) {
			assign();
		}
		add(statement);
	}

	private void add(Statement statement) {
		this.rewritten.add(statement.map(this::inPlace));
	}

	private void assign() {
		this.rewritten.add(new Assign(this.variable, this.value));
	}

	private Expression inPlace(Expression tree) {
		if (!tree.reads(this.variable)) {
			return tree;
		}
		return (tree instanceof Read) ? this.value : tree.map(this::inPlace);
	}

	private boolean isLiveAfter(int line, int position) {
		for (int later = position + 1; later < this.graph.end(line); later++) {
			Statement statement = this.body.statements().get(later);
			if (reads(statement, this.variable)) {
				return true;
			}
			if (assigns(statement, this.variable)) {
				return false;
			}
		}
		for (int number = this.graph.successorStart(line); number < this.graph.successorEnd(line); number++) {
			if (this.analysis.liveness().isLiveIn(this.graph.successor(number), this.variable)) {
				return true;
			}
		}
		return false;
	}

	private boolean isNeededAt(int line) {
		return !this.pending[line] && this.analysis.liveness().isLiveIn(line, this.variable);
	}

	private boolean isNeededAt(Label target) {
		return isNeededAt(this.graph.line(target));
	}

	// The assignment goes between a line and those that others lead to, too.
	private void addPending(Statement statement, int line, boolean isLast) {
		switch (statement) {
			case Jump jump when isNeededAt(jump.target()) -> {
				assign();
				add(jump);
			}
			case JumpIf jump when isNeededAt(jump.target()) -> {
				Label next = this.body.variables().label(false);
				add(new JumpIf(jump.condition(), !jump.whenTrue(), next));
				assign();
				add(new Jump(jump.target()));
				add(new Mark(next));
			}
			case Switch table -> addSwitch(table);
			default -> {
				if (!copiesBack(statement)) {
					add(statement);
				}
			}
		}
		if (isLast && !statement.endsLine() && line + 1 < this.pending.length && isNeededAt(line + 1)) {
			assign();
		}
	}

	private void addSwitch(Switch table) {
		Map<Label, Label> before = new LinkedHashMap<>();
		table.forEachTarget((target) -> {
			if (isNeededAt(target)) {
				before.computeIfAbsent(target, (_) -> this.body.variables().label(false));
			}
		});
		add(new Switch(table.index(),
				Arrays.stream(table.targets())
					.map((target) -> before.getOrDefault(target, target))
					.toArray(Label[]::new),
				before.getOrDefault(table.otherwise(), table.otherwise())));
		before.forEach((target, label) -> {
			add(new Mark(label));
			assign();
			add(new Jump(target));
		});
	}

}
