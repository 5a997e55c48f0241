package dev.graft.compiler.pass;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Enter;
import dev.graft.compiler.ir.Statement.Evaluate;
import dev.graft.compiler.ir.Statement.Jump;
import dev.graft.compiler.ir.Statement.Mark;

/// Gives the [short rounds][ShortRounds] of a loop that call nobody a loop of their own,
/// within the loop.
///
/// ```
///                                      L9:
///                                        poll
///     L0:                              L0:
///       poll                             poll
///       v1 = (i32.load8_u v0)            v1 = (i32.load8_u v0)
///       unless (v1 > 13) goto L2         unless (v1 > 13) goto L3
///       …                                goto L1
///       call                  ─▶       L3:
///       …                                v0 = v0 + 1
///     L2:                                if (v0 <u v2) goto L0
///       v0 = v0 + 1                      goto L4
///       if (v0 <u v2) goto L0          L1:
///       …                                …
///                                        call
///                                        …
///                                        v0 = v0 + 1
///                                        if (v0 <u v2) goto L9
///                                      L4:
///                                        …
/// ```
///
/// For HotSpot a loop changes at its header whatever any of its rounds changes. What lies
/// on the stack because of a call is fetched from there and put back in each round, in
/// those that call nobody, too. See `docs/RATIONALE.md`, "Why do rounds that call nobody
/// have a loop of their own?".
public final class InnerLoops {

	private final Body body;

	private final FlowGraph graph;

	private final Map<Integer, ShortRounds.Found> found;

	/// Where those jumps to a header lead that are in no short round.
	private final Map<Label, Label> outer = new HashMap<>();

	/// The lines that are nowhere but in an inner loop.
	private final Set<Integer> moved = new HashSet<>();

	/// The labels of lines that had none.
	private final Map<Integer, Label> begins = new HashMap<>();

	private final List<Statement> rewritten = new ArrayList<>();

	private InnerLoops(Body body) {
		this.body = body;
		this.graph = FlowGraph.of(body);
		this.found = new ShortRounds(body, this.graph).find();
	}

	/// Rewrites the loops of a body, unless it handles exceptions.
	public static void apply(Body body) {
		List<Statement> statements = body.statements();
		boolean suits = statements.stream().anyMatch(ShortRounds::calls) && Loops.areIn(body)
				&& statements.stream().noneMatch(Enter.class::isInstance);
		if (suits) {
			new InnerLoops(body).rewrite();
		}
	}

	private void rewrite() {
		if (this.found.isEmpty()) {
			return;
		}
		for (ShortRounds.Found rounds : this.found.values()) {
			this.moved.addAll(rounds.lines());
			this.moved.removeAll(rounds.shared());
		}
		for (int line = 0; line < this.graph.size(); line++) {
			ShortRounds.Found rounds = this.found.get(line);
			if (rounds != null) {
				this.outer.put(rounds.mark().label(), this.body.variables().label(true));
			}
		}
		for (int line = 0; line < this.graph.size(); line++) {
			ShortRounds.Found rounds = this.found.get(line);
			if (rounds != null) {
				new Inner(rounds).emit();
			}
			else if (!this.moved.contains(line)) {
				emit(line);
			}
		}
		this.body.statements().clear();
		this.body.statements().addAll(this.rewritten);
	}

	private void emit(int line) {
		Label begin = this.begins.get(line);
		if (begin != null) {
			this.rewritten.add(new Mark(begin));
		}
		this.graph.statements(line).forEach((statement) -> this.rewritten.add(statement.retargeted(this::outer)));
	}

	private Label outer(Label label) {
		return this.outer.getOrDefault(label, label);
	}

	/// Writes an inner loop.
	private final class Inner {

		private final ShortRounds.Found rounds;

		/// The labels of lines that are in the outer loop, too.
		private final Map<Label, Label> copies = new HashMap<>();

		Inner(ShortRounds.Found rounds) {
			this.rounds = rounds;
			for (int line : rounds.shared()) {
				for (Statement statement : InnerLoops.this.graph.statements(line)) {
					if (statement instanceof Mark mark) {
						this.copies.put(mark.label(), InnerLoops.this.body.variables().label(false));
					}
				}
			}
		}

		// To HotSpot two labels are one if nothing is between them.
		void emit() {
			Mark header = this.rounds.mark();
			for (Statement statement : InnerLoops.this.graph.statements(this.rounds.header())) {
				if (statement instanceof Mark mark && !mark.equals(header)) {
					add(mark);
				}
			}
			add(new Mark(outer(header.label())));
			add(Objects.requireNonNullElse(this.rounds.poll(), new Evaluate(Constant.ofInt(0))));
			add(header);
			int next = this.rounds.header();
			for (int line : this.rounds.lines()) {
				if (line != next) {
					goTo(next);
				}
				next = emit(line);
			}
			if (next != following()) {
				goTo(next);
			}
		}

		// Returns the line that control goes on to, negative if it goes nowhere else.
		private int emit(int line) {
			List<Statement> statements = InnerLoops.this.graph.statements(line);
			for (Statement statement : statements) {
				if (!(statement instanceof Mark mark)) {
					add(statement.retargeted(this::of));
				}
				else if (line != this.rounds.header()) {
					add(new Mark(of(mark.label())));
				}
			}
			return statements.getLast().endsLine() ? -1 : line + 1;
		}

		// The line that comes behind the inner loop.
		private int following() {
			int line = this.rounds.header() + 1;
			while (InnerLoops.this.moved.contains(line)) {
				line++;
			}
			return line;
		}

		// Goes on to a line that is in the outer loop only.
		private void goTo(int line) {
			if (line < 0) {
				return;
			}
			if (InnerLoops.this.graph.statements(line).getFirst() instanceof Mark mark) {
				add(new Jump(outer(mark.label())));
			}
			else {
				add(new Jump(InnerLoops.this.begins.computeIfAbsent(line,
						(_) -> InnerLoops.this.body.variables().label(false))));
			}
		}

		private Label of(Label label) {
			return label.equals(this.rounds.mark().label()) ? label : this.copies.getOrDefault(label, outer(label));
		}

		private void add(Statement statement) {
			InnerLoops.this.rewritten.add(statement);
		}

	}

}
