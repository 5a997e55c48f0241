package dev.graft.compiler.split;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Effects;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Enter;
import dev.graft.compiler.ir.Statement.Leave;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Return;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// What the statements of a body do, in arrays: ranges are looked at over and over, most
/// statements many times.
final class Steps {

	private static final int NONE = -1;

	private final int[] labels;

	private final int[] assigned;

	/// How many bytes, returns and statements that throw there are before each position.
	private final int[] bytes;

	private final int[] returns;

	private final int[] throwing;

	/// The last position before each, or the first of all, at which there is no border of
	/// a region; whether control does not go on behind the statement there.
	private final int[] lastSteps;

	private final boolean[] ending;

	private final int[] targetStarts;

	private final List<Label> targets = new ArrayList<>();

	private final int[] targetLabels;

	/// @param sizes how many bytes each statement takes
	Steps(Body body, int[] sizes) {
		List<Statement> statements = body.statements();
		this.labels = new int[statements.size()];
		this.assigned = new int[statements.size()];
		this.bytes = new int[statements.size() + 1];
		this.returns = new int[statements.size() + 1];
		this.throwing = new int[statements.size() + 1];
		this.lastSteps = new int[statements.size() + 1];
		this.ending = new boolean[statements.size()];
		this.targetStarts = new int[statements.size() + 1];
		Consumer<Label> onTarget = this.targets::add;
		for (int position = 0; position < statements.size(); position++) {
			Statement statement = statements.get(position);
			this.labels[position] = (statement instanceof Mark mark) ? mark.label().number() : NONE;
			this.assigned[position] = (statement instanceof Assign assign) ? assign.variable().index() : NONE;
			this.bytes[position + 1] = this.bytes[position] + sizes[position];
			this.returns[position + 1] = this.returns[position] + ((statement instanceof Return) ? 1 : 0);
			boolean isThrowing = (statement.effects() & Effects.THROWS) != 0;
			this.throwing[position + 1] = this.throwing[position] + (isThrowing ? 1 : 0);
			boolean border = statement instanceof Enter || statement instanceof Leave;
			this.lastSteps[position + 1] = border ? this.lastSteps[position] : position;
			this.ending[position] = statement.endsLine();
			statement.forEachTarget(onTarget);
			this.targetStarts[position + 1] = this.targets.size();
		}
		this.targetLabels = new int[this.targets.size()];
		Arrays.setAll(this.targetLabels, (number) -> this.targets.get(number).number());
	}

	/// The number of the label at a position, -1 if there is none.
	int label(int position) {
		return this.labels[position];
	}

	/// The index of the variable that is assigned at a position, -1 if none is.
	int assigned(int position) {
		return this.assigned[position];
	}

	/// How many bytes a range takes.
	int bytes(int from, int to) {
		return this.bytes[to] - this.bytes[from];
	}

	/// Whether the function returns in a range.
	boolean returns(int from, int to) {
		return this.returns[to] > this.returns[from];
	}

	/// Whether a statement of a range throws.
	boolean isThrowing(int from, int to) {
		return this.throwing[to] > this.throwing[from];
	}

	/// Whether control can go on behind a range. Borders of regions do nothing, so what
	/// counts is what comes before them.
	boolean fallsOut(int from, int to) {
		return !this.ending[Math.max(from, this.lastSteps[to])];
	}

	/// The number of the first jump from a position or behind it.
	int targetStart(int position) {
		return this.targetStarts[position];
	}

	/// Where a jump leads.
	Label target(int number) {
		return this.targets.get(number);
	}

	/// The number of the label that a jump leads to.
	int targetLabel(int number) {
		return this.targetLabels[number];
	}

}
