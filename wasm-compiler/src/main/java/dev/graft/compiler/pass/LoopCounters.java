package dev.graft.compiler.pass;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Enter;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.NumericOp;
import org.jspecify.annotations.Nullable;

/// Lets what is counted down to zero, one by one, be counted down to one.
///
/// ```
///                                  v1 = v1 + 1
///     L0:                        L0:
///       …                          …
///       v1 = v1 + -1      ─▶       v1 = v1 + -1
///       if v1 goto L0              if (v1 != 1) goto L0
///                                  v1 = 0                        if anybody reads it
/// ```
///
/// Of `v1 - 1 != 0` HotSpot's C2 makes `v1 != 1`. When it then finds the counted loop, it
/// checks in front of it that the number to begin with is beyond that 1, as if the loop
/// asked before its first round: a loop of a single round leaves the code, which is
/// compiled once more, and no loop of the method that needs such a check counts as
/// counted. C2 leaves comparisons with anything but zero alone.
public final class LoopCounters {

	private final Body body;

	private final Analysis analysis;

	private final Map<Integer, List<Statement>> before = new HashMap<>();

	private final Map<Integer, Statement> instead = new HashMap<>();

	private LoopCounters(Body body) {
		this.body = body;
		this.analysis = Analysis.of(body);
	}

	/// Changes the loops of a body, unless it handles exceptions.
	public static void apply(Body body) {
		boolean counts = false;
		for (Statement statement : body.statements()) {
			if (statement instanceof Enter) {
				return;
			}
			counts |= statement instanceof JumpIf jump && jump.target().isLoop() && counter(jump) != null;
		}
		if (counts) {
			new LoopCounters(body).rewrite();
		}
	}

	// What a jump asks for being other than zero.
	private static @Nullable Variable counter(JumpIf jump) {
		Expression tree = jump.condition();
		boolean whenTrue = jump.whenTrue();
		while (tree instanceof Numeric not && not.op() == NumericOp.I32_EQZ) {
			tree = not.operand(0);
			whenTrue = !whenTrue;
		}
		if (tree instanceof Numeric comparison && comparison.operandCount() == 2
				&& comparison.operand(1) instanceof Constant constant && constant.bits() == 0) {
			whenTrue = switch (comparison.op()) {
				case I32_NE -> whenTrue;
				case I32_EQ -> !whenTrue;
				default -> false;
			};
			tree = comparison.operand(0);
		}
		return (whenTrue && tree instanceof Read read && read.kind() == Kind.INT) ? read.variable() : null;
	}

	private void rewrite() {
		List<Statement> statements = this.body.statements();
		Loops loops = this.analysis.loops();
		for (int position = 0; position < statements.size(); position++) {
			if (loops.isHeader(position) && loops.isEnteredFromAbove(position)
					&& (position == 0 || !statements.get(position - 1).endsLine())
					&& statements.get(loops.end(position) - 1) instanceof JumpIf last
					&& statements.get(position) instanceof Mark mark && last.target() == mark.label()) {
				Variable counter = counter(last);
				if (counter != null && counts(counter, position, loops.end(position))) {
					shift(counter, position, loops.end(position));
				}
			}
		}
		if (!this.instead.isEmpty()) {
			replace();
		}
	}

	// Whether nothing but that is done with a variable in a loop, whose end is the only
	// way back.
	private boolean counts(Variable counter, int header, int end) {
		int changes = 0;
		for (int position = header; position < end - 1; position++) {
			Statement statement = this.body.statements().get(position);
			if (statement instanceof Assign assign && assign.variable() == counter) {
				changes += (Math.abs(CountedLoop.stride(assign)) == 1) ? 1 : 2;
			}
			else if (reads(position, counter) || leavesWith(statement, counter, header, end)) {
				return false;
			}
		}
		return changes == 1;
	}

	private boolean reads(int position, Variable variable) {
		Reads reads = this.analysis.reads();
		for (int number = reads.start(position); number < reads.end(position); number++) {
			if (reads.variable(number) == variable.index()) {
				return true;
			}
		}
		return false;
	}

	// Whether a jump leads to the header, or elsewhere with the variable alive.
	private boolean leavesWith(Statement statement, Variable variable, int header, int end) {
		boolean[] found = new boolean[1];
		statement.forEachTarget((target) -> found[0] |= isWayOut(target, variable, header, end));
		return found[0];
	}

	private boolean isWayOut(Label target, Variable variable, int header, int end) {
		int line = this.analysis.graph().line(target);
		int position = this.analysis.graph().start(line);
		boolean outside = position < header || position >= end;
		return position == header || outside && this.analysis.liveness().isLiveIn(line, variable);
	}

	private void shift(Variable counter, int header, int end) {
		Expression next = new Numeric(NumericOp.I32_ADD, 0, new Read(counter), Constant.ofInt(1));
		add(header, new Assign(counter, next));
		Expression more = new Numeric(NumericOp.I32_NE, 0, new Read(counter), Constant.ofInt(1));
		JumpIf last = (JumpIf) this.body.statements().get(end - 1);
		this.instead.put(end - 1, new JumpIf(more, true, last.target()));
		if (end < this.body.statements().size()
				&& this.analysis.liveness().isLiveIn(this.analysis.graph().lineAt(end), counter)) {
			add(end, new Assign(counter, Constant.ofInt(0)));
		}
	}

	// What comes behind one loop comes before what precedes the next: loops that end are
	// found after those that began before them, and so are headers behind them.
	private void add(int position, Statement statement) {
		this.before.computeIfAbsent(position, (_) -> new ArrayList<>()).add(statement);
	}

	private void replace() {
		List<Statement> rewritten = new ArrayList<>(this.body.statements().size() + 3 * this.instead.size());
		for (int position = 0; position < this.body.statements().size(); position++) {
			rewritten.addAll(this.before.getOrDefault(position, List.of()));
			Statement statement = this.body.statements().get(position);
			rewritten.add(this.instead.getOrDefault(position, statement));
		}
		this.body.statements().clear();
		this.body.statements().addAll(rewritten);
	}

}
