package dev.graft.compiler.split;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Region;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Enter;
import dev.graft.compiler.ir.Statement.Leave;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Return;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.pass.Analysis;

/// Which variables may be alive where control goes from one section of a body to another:
/// those that more than one of them is about, and those that one may read before it
/// assigns them, as it may have done so when control was there before.
///
/// What is found out of a section is that of a body of its own, which is entered at its
/// top and returns where it is left.
final class SharedVariables {

	private static final int NOWHERE = -1;

	private final Body body;

	private final List<int[]> parts;

	/// The section that a variable has been seen in, behind the last one what is in none.
	private final int[] seenIn;

	private final BitSet shared = new BitSet();

	/// The regions that are open, the innermost last.
	private final Deque<Region> open = new ArrayDeque<>();

	/// @param parts where each section begins and ends
	SharedVariables(Body body, List<int[]> parts) {
		this.body = body;
		this.parts = parts;
		this.seenIn = new int[body.variables().size()];
		Arrays.fill(this.seenIn, NOWHERE);
	}

	/// Their indices.
	BitSet find() {
		List<Statement> statements = this.body.statements();
		int position = 0;
		for (int part = 0; part < this.parts.size(); part++) {
			int from = this.parts.get(part)[0];
			int to = this.parts.get(part)[1];
			addMentioned(statements.subList(position, from), this.parts.size());
			List<Statement> alone = new ArrayList<>();
			this.open.forEach((region) -> alone.add(new Enter(region)));
			alone.addAll(statements.subList(from, to));
			addMentioned(statements.subList(from, to), part);
			this.open.forEach((_) -> alone.add(new Leave()));
			addExposed(alone);
			position = to;
		}
		addMentioned(statements.subList(position, statements.size()), this.parts.size());
		return this.shared;
	}

	private void addMentioned(List<Statement> statements, int part) {
		Consumer<Variable> onMention = (variable) -> add(variable, part);
		for (Statement statement : statements) {
			statement.forEachRead(onMention);
			switch (statement) {
				case Assign assign -> add(assign.variable(), part);
				case Enter enter -> this.open.addLast(enter.region());
				case Leave _ -> this.open.removeLast();
				default -> {
				}
			}
		}
	}

	private void add(Variable variable, int part) {
		int seen = this.seenIn[variable.index()];
		if (seen != NOWHERE && seen != part) {
			this.shared.set(variable.index());
		}
		this.seenIn[variable.index()] = part;
	}

	private void addExposed(List<Statement> alone) {
		outside(alone).forEach((label) -> alone.add(new Mark(label)));
		alone.add(new Return(null));
		Analysis.of(new Body(this.body.variables(), List.of(), Kind.VOID, alone))
			.liveness()
			.forEachLiveIn(0, (variable) -> this.shared.set(variable.index()));
	}

	// Where jumps and exceptions lead.
	private static List<Label> outside(List<Statement> statements) {
		Set<Label> labels = new LinkedHashSet<>();
		Consumer<Label> onTarget = labels::add;
		for (Statement statement : statements) {
			statement.forEachTarget(onTarget);
			if (statement instanceof Enter enter && enter.region().isHandled()) {
				labels.add(enter.region().handler());
			}
		}
		for (Statement statement : statements) {
			if (statement instanceof Mark mark) {
				labels.remove(mark.label());
			}
		}
		return List.copyOf(labels);
	}

}
