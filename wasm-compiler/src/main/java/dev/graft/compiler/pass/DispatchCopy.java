package dev.graft.compiler.pass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Enter;
import dev.graft.compiler.ir.Statement.Jump;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Switch;
import org.jspecify.annotations.Nullable;

/// Gives an interpreter a second copy of what lies between the end of a case and the
/// beginning of the next one.
///
/// ```
///     L0:                                       L0:
///       poll                                      poll
///       v1 = (i32.load8_u v0)                     v1 = (i32.load8_u v0)
///       switch v1 (L1, L2, …)                     switch v1 (L1, L2, …)
///     L1:                                       L9:
///       …                          ─▶             poll
///       goto L0                                   v1 = (i32.load8_u v0)
///     L2:                                         switch v1 (L1, L2, …)
///       …                                       L1:
///       goto L0                                   …
///                                                 goto L0
///                                               L2:
///                                                 …
///                                                 goto L9
/// ```
///
/// With one switch all cases know `v1` and what else is alive at it by the same names. So
/// HotSpot takes what several cases compute of it for one value, computes it before the
/// switch for all of them, and keeps it on the stack. Where a case is come to from two
/// switches, it has names of its own for what differs between them.
public final class DispatchCopy {

	/// Not more steps than these are taken from a jump to the switch.
	private static final int MOST_STEPS = 32;

	/// So many jumps must go to the switch by the same way.
	private static final int FEWEST_JUMPS = 8;

	/// So many slots may be taken, in all cases together, by what a case has names of its
	/// own for. C1 gives each of them a register that it hands out but once, and most of
	/// these a place of their own on the stack, of which there are about 1,400.
	private static final int MOST_NAMES = 720;

	private final Analysis analysis;

	private final Body body;

	private final List<Statement> statements;

	private final int[] sizes;

	private final int table;

	private final int[] places;

	private DispatchCopy(MeasuredBody measured, int table) {
		this.analysis = measured.analysis();
		this.body = this.analysis.body();
		this.statements = List.copyOf(this.body.statements());
		this.sizes = measured.sizes();
		this.table = table;
		this.places = new int[this.body.variables().labels()];
		for (int position = 0; position < this.statements.size(); position++) {
			if (this.statements.get(position) instanceof Mark mark) {
				this.places[mark.label().number()] = position;
			}
		}
	}

	/// Adds the copy to a body, unless it handles exceptions.
	/// @param measured the body
	/// @param targets a switch with so many targets is an interpreter's
	/// @param most how large the body may become
	/// @return what has become of it
	public static Outcome add(MeasuredBody measured, int targets, int most) {
		List<Statement> statements = measured.analysis().body().statements();
		if (statements.stream().anyMatch((statement) -> statement instanceof Enter)) {
			return Outcome.NONE;
		}
		for (int position = 0; position < statements.size(); position++) {
			if (statements.get(position) instanceof Switch table && table.places() >= targets) {
				return new DispatchCopy(measured, position).add(most - measured.totalSize());
			}
		}
		return Outcome.NONE;
	}

	private Outcome add(int bytes) {
		Label start = start();
		if (start == null) {
			return Outcome.NONE;
		}
		List<Integer> way = way(start);
		if (way.stream().mapToInt((position) -> this.sizes[position]).sum() > bytes) {
			return Outcome.NONE;
		}
		if (names() > MOST_NAMES) {
			return Outcome.TOO_MANY_NAMES;
		}
		rewrite(start, way);
		return Outcome.ADDED;
	}

	// How many slots those variables take, in all cases together, of which a case has
	// names of its own behind two switches.
	private int names() {
		boolean[] changing = new boolean[this.body.variables().size()];
		for (int position = 0; position < this.statements.size(); position++) {
			if (this.statements.get(position) instanceof Assign assign && this.analysis.loops().depth(position) > 0) {
				changing[assign.variable().index()] = true;
			}
		}
		int[] names = new int[1];
		FlowGraph graph = this.analysis.graph();
		int line = graph.lineAt(this.table);
		IntStream.range(graph.successorStart(line), graph.successorEnd(line))
			.map(graph::successor)
			.distinct()
			.forEach((target) -> this.analysis.liveness().forEachLiveIn(target, (variable) -> {
				if (changing[variable.index()]) {
					names[0] += variable.kind().slots();
				}
			}));
		return names[0];
	}

	// The label whose way leads to the switch and that most jumps lead to.
	private @Nullable Label start() {
		int[] jumps = new int[this.places.length];
		List<Label> labels = new ArrayList<>();
		for (int position = 0; position < this.statements.size(); position++) {
			Statement statement = this.statements.get(position);
			if (statement instanceof Mark mark) {
				labels.add(mark.label());
			}
			else if (position != this.table) {
				statement.forEachTarget((target) -> jumps[target.number()]++);
			}
		}
		return labels.stream()
			.filter((label) -> jumps[label.number()] >= FEWEST_JUMPS && !way(label).isEmpty())
			.max(Comparator.comparingInt((label) -> jumps[label.number()]))
			.orElse(null);
	}

	// The positions of the statements from a label to the switch, none if there may be
	// something else behind the label.
	private List<Integer> way(Label start) {
		List<Integer> way = new ArrayList<>();
		int position = this.places[start.number()];
		for (int step = 0; step < MOST_STEPS; step++) {
			Statement statement = this.statements.get(position);
			if (statement instanceof Jump jump) {
				position = this.places[jump.target().number()];
				continue;
			}
			if (!(statement instanceof Mark)) {
				way.add(position);
			}
			if (position == this.table) {
				return way;
			}
			if (statement.endsLine() || statement instanceof JumpIf) {
				break;
			}
			position++;
		}
		return List.of();
	}

	// Every second jump to the start of the way goes to that of its copy.
	private void rewrite(Label start, List<Integer> way) {
		Label copy = this.body.variables().label(true);
		List<Statement> rewritten = new ArrayList<>(this.statements.size() + way.size() + 1);
		boolean other = false;
		for (int position = 0; position < this.statements.size(); position++) {
			Statement statement = this.statements.get(position);
			boolean jump = position != this.table && leadsTo(start, statement);
			rewritten.add((jump && other) ? to(statement, start, copy) : statement);
			other ^= jump;
			if (position == this.table) {
				rewritten.add(new Mark(copy));
				way.forEach((each) -> rewritten.add(this.statements.get(each)));
			}
		}
		this.body.statements().clear();
		this.body.statements().addAll(rewritten);
	}

	private static boolean leadsTo(Label label, Statement statement) {
		List<Label> targets = new ArrayList<>();
		statement.forEachTarget(targets::add);
		return targets.contains(label);
	}

	private static Statement to(Statement statement, Label from, Label to) {
		return switch (statement) {
			case Jump _ -> new Jump(to);
			case JumpIf jump -> new JumpIf(jump.condition(), jump.whenTrue(), to);
			case Switch table -> new Switch(table.index(),
					Arrays.stream(table.targets()).map((each) -> (each == from) ? to : each).toArray(Label[]::new),
					(table.otherwise() == from) ? to : table.otherwise());
			default -> throw new IllegalStateException("this does not jump: " + statement);
		};
	}

	/// What has become of a copy.
	public enum Outcome {

		/// There is one.
		ADDED,

		/// There is none, only because too much is alive at the cases.
		TOO_MANY_NAMES,

		/// There is none.
		NONE

	}

}
