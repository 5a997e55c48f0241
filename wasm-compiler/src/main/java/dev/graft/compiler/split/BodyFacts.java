package dev.graft.compiler.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Return;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.pass.FlowGraph;
import dev.graft.compiler.pass.Liveness;
import dev.graft.compiler.pass.Loops;

/// What has to be known of a body to cut it: sizes, where labels are jumped to from, what is live where.
final class BodyFacts {

	private final Body body;

	private final int[] sizes;

	private final FlowGraph graph;

	private final Liveness liveness;

	private final Loops loops;

	private final int[] marks;

	private final int[] firstJumps;

	private final int[] lastJumps;

	BodyFacts(Body body, int[] sizes) {
		this.body = body;
		this.sizes = sizes;
		this.graph = FlowGraph.of(body);
		this.liveness = Liveness.of(body, this.graph);
		this.loops = Loops.of(body);
		this.marks = new int[body.variables().labels()];
		this.firstJumps = new int[this.marks.length];
		this.lastJumps = new int[this.marks.length];
		Arrays.fill(this.marks, -1);
		Arrays.fill(this.firstJumps, Integer.MAX_VALUE);
		Arrays.fill(this.lastJumps, -1);
		for (int position = 0; position < sizes.length; position++) {
			Statement statement = statement(position);
			if (statement instanceof Mark mark) {
				this.marks[mark.label().number()] = position;
			}
			int from = position;
			statement.forEachTarget((target) -> {
				int label = target.number();
				this.firstJumps[label] = Math.min(this.firstJumps[label], from);
				this.lastJumps[label] = from;
			});
		}
	}

	Body body() {
		return this.body;
	}

	int length() {
		return this.sizes.length;
	}

	Statement statement(int position) {
		return this.body.statements().get(position);
	}

	int size(int position) {
		return this.sizes[position];
	}

	int totalSize() {
		int total = 0;
		for (int size : this.sizes) {
			total += size;
		}
		return total;
	}

	int loopDepth(int position) {
		return this.loops.depth(position);
	}

	/// The first position from which a label is jumped to.
	int firstJump(Label label) {
		return this.firstJumps[label.number()];
	}

	/// The last position from which a label is jumped to, -1 if nobody does.
	int lastJump(Label label) {
		return this.lastJumps[label.number()];
	}

	int position(Label label) {
		return this.marks[label.number()];
	}

	/// Whether control can reach a position from the one before it.
	boolean isFallenInto(int position) {
		return position == 0 || !statement(position - 1).endsLine();
	}

	/// Everything about a range.
	Range range(int from, int to) {
		int bytes = 0;
		boolean returns = false;
		Set<Label> entries = new LinkedHashSet<>();
		Set<Label> exits = new LinkedHashSet<>();
		BitSet touched = new BitSet();
		BitSet assigned = new BitSet();
		for (int position = from; position < to; position++) {
			Statement statement = statement(position);
			bytes += this.sizes[position];
			returns |= statement instanceof Return;
			if (statement instanceof Mark mark && isJumpedToFromOutside(mark.label(), from, to)) {
				entries.add(mark.label());
			}
			if (statement instanceof Assign assign) {
				touched.set(assign.variable().index());
				assigned.set(assign.variable().index());
			}
			statement.forEachRead((variable) -> touched.set(variable.index()));
			statement.forEachTarget((target) -> {
				int place = position(target);
				if (place < from || place >= to) {
					exits.add(target);
				}
			});
		}
		boolean fallsIn = isFallenInto(from);
		boolean fallsOut = !statement(to - 1).endsLine();
		List<Variable> parameters = parameters(from, fallsIn, entries, touched);
		List<Variable> results = results(to, fallsOut, exits, assigned);
		return new Range(from, to, bytes, fallsIn, fallsOut, returns, List.copyOf(entries), List.copyOf(exits),
				parameters, results);
	}

	private boolean isJumpedToFromOutside(Label label, int from, int to) {
		return lastJump(label) >= to || lastJump(label) >= 0 && firstJump(label) < from;
	}

	private List<Variable> parameters(int from, boolean fallsIn, Set<Label> entries, BitSet touched) {
		BitSet live = fallsIn ? liveAt(from) : new BitSet();
		entries.forEach((entry) -> addLiveAt(entry, live));
		live.and(touched);
		return variables(live);
	}

	private List<Variable> results(int to, boolean fallsOut, Set<Label> exits, BitSet assigned) {
		BitSet live = fallsOut ? liveAt(to) : new BitSet();
		exits.forEach((exit) -> addLiveAt(exit, live));
		live.and(assigned);
		return variables(live);
	}

	private List<Variable> variables(BitSet indices) {
		List<Variable> variables = new ArrayList<>(indices.cardinality());
		indices.stream().forEach((index) -> variables.add(this.body.variables().get(index)));
		return variables;
	}

	/// The variables that are live at a label.
	BitSet liveAt(Label label) {
		BitSet live = new BitSet();
		addLiveAt(label, live);
		return live;
	}

	private void addLiveAt(Label label, BitSet live) {
		this.liveness.forEachLiveIn(this.graph.line(label), (variable) -> live.set(variable.index()));
	}

	/// The variables that are live before a statement, those that live within its line
	/// included.
	BitSet liveAt(int position) {
		BitSet live = new BitSet();
		if (position == length()) {
			return live;
		}
		int line = this.graph.lineAt(position);
		this.graph.forEachSuccessor(line,
				(next) -> this.liveness.forEachLiveIn(next, (variable) -> live.set(variable.index())));
		for (int behind = this.graph.end(line) - 1; behind >= position; behind--) {
			Statement statement = statement(behind);
			if (statement instanceof Assign assign) {
				live.clear(assign.variable().index());
			}
			statement.forEachRead((variable) -> live.set(variable.index()));
		}
		return live;
	}

}
