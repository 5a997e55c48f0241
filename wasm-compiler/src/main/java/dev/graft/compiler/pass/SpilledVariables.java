package dev.graft.compiler.pass;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Enter;
import dev.graft.compiler.ir.Variable;

/// Which variables of a body leave its frame, and the places that they get elsewhere.
///
/// Of the variables that are alive together those go that are used least, for how long
/// they live; each goes for all of its life.
final class SpilledVariables {

	/// How deep loops are told apart, and how much more something counts in each.
	private static final int MOST_LOOPS = 4;

	private static final int BITS_PER_LOOP = 3;

	private final Body body;

	private final Reads reads;

	private final LiveIntervals intervals;

	private final Loops loops;

	private final boolean[] pinned;

	private final boolean[] spilled;

	private final int[] places;

	SpilledVariables(Analysis analysis) {
		this.body = analysis.body();
		this.reads = analysis.reads();
		this.intervals = analysis.intervals();
		this.loops = analysis.loops();
		this.pinned = new boolean[this.body.variables().size()];
		this.spilled = new boolean[this.pinned.length];
		this.places = new int[this.pinned.length];
		pin();
	}

	/// From where to where each variable is live.
	LiveIntervals intervals() {
		return this.intervals;
	}

	boolean contains(Variable variable) {
		return this.spilled[variable.index()];
	}

	/// The place of a variable.
	int place(Variable variable) {
		return this.places[variable.index()];
	}

	private Kind kind(int variable) {
		return this.body.variables().get(variable).kind();
	}

	// What is read other than by a tree has to be a variable.
	private void pin() {
		int[] otherReads = new int[this.pinned.length];
		for (int number = 0; number < this.reads.start(this.body.statements().size()); number++) {
			otherReads[this.reads.variable(number)]++;
		}
		for (Statement statement : this.body.statements()) {
			for (int number = 0; number < statement.operandCount(); number++) {
				countReads(statement.operand(number), otherReads);
			}
			if (statement instanceof Enter enter && enter.region().isHandled()) {
				this.pinned[enter.region().exception().index()] = true;
			}
		}
		for (int variable = 0; variable < this.pinned.length; variable++) {
			this.pinned[variable] |= otherReads[variable] > 0;
		}
	}

	private static void countReads(Expression tree, int[] otherReads) {
		if (tree instanceof Read read) {
			otherReads[read.variable().index()]--;
		}
		for (int number = 0; number < tree.operandCount(); number++) {
			countReads(tree.operand(number), otherReads);
		}
	}

	/// Chooses variables until no more than so many slots of the frame are taken at once,
	/// or all have been chosen that may be.
	/// @param mostSlots how many slots may be taken
	/// @param isCandidate whether a variable may be chosen
	void choose(int mostSlots, IntPredicate isCandidate) {
		double[] densities = densities();
		PriorityQueue<Integer> candidates = new PriorityQueue<>(
				Comparator.comparingDouble((Integer variable) -> densities[variable])
					.thenComparingInt(Integer::intValue));
		int[] byEnd = this.intervals.byEnd();
		int ended = 0;
		int slots = 0;
		for (int variable : this.intervals.byStart()) {
			int start = this.intervals.start(variable);
			while (this.intervals.end(byEnd[ended]) < start) {
				int past = byEnd[ended++];
				slots -= this.spilled[past] ? 0 : kind(past).slots();
			}
			slots += kind(variable).slots();
			if (!this.pinned[variable] && isCandidate.test(variable)) {
				candidates.add(variable);
			}
			while (slots > mostSlots && !candidates.isEmpty()) {
				int least = candidates.remove();
				if (this.intervals.end(least) >= start) {
					this.spilled[least] = true;
					slots -= kind(least).slots();
				}
			}
		}
	}

	// How often a variable is used, compared with how long it is alive.
	private double[] densities() {
		double[] densities = new double[this.pinned.length];
		for (int position = 0; position < this.body.statements().size(); position++) {
			int weight = 1 << BITS_PER_LOOP * Math.min(this.loops.depth(position), MOST_LOOPS);
			for (int number = this.reads.start(position); number < this.reads.end(position); number++) {
				densities[this.reads.variable(number)] += weight;
			}
			if (this.body.statements().get(position) instanceof Assign assign) {
				densities[assign.variable().index()] += weight;
			}
		}
		for (int variable = 0; variable < densities.length; variable++) {
			densities[variable] /= Math.max(1, this.intervals.end(variable) - this.intervals.start(variable));
		}
		return densities;
	}

	/// Gives places to all chosen variables of some kinds. Like slots, they are shared by
	/// variables that are alive one after the other.
	/// @param kinds whether a variable of a kind gets a place
	/// @param most how many places there are; who finds none stays a variable
	/// @return how many places are used
	int place(Predicate<Kind> kinds, int most) {
		int[] free = new int[16];
		int freeCount = 0;
		int count = 0;
		int[] byEnd = chosen(this.intervals.byEnd(), kinds);
		int ended = 0;
		for (int variable : chosen(this.intervals.byStart(), kinds)) {
			while (this.intervals.end(byEnd[ended]) < this.intervals.start(variable)) {
				if (freeCount == free.length) {
					free = Arrays.copyOf(free, freeCount * 2);
				}
				free[freeCount++] = this.places[byEnd[ended++]];
			}
			this.places[variable] = (freeCount > 0) ? free[--freeCount] : count++;
		}
		for (int variable : byEnd) {
			this.spilled[variable] = this.places[variable] < most;
		}
		return Math.min(count, most);
	}

	private int[] chosen(int[] variables, Predicate<Kind> kinds) {
		return Arrays.stream(variables)
			.filter((variable) -> this.spilled[variable] && kinds.test(kind(variable)))
			.toArray();
	}

	/// A statement whose trees read chosen variables where they are.
	/// @param position where the statement is
	/// @param value what reads a chosen variable
	Statement reading(int position, Function<Variable, Expression> value) {
		Statement statement = this.body.statements().get(position);
		if (!readsChosen(position)) {
			return statement;
		}
		return statement.map((tree) -> reading(tree, value));
	}

	private boolean readsChosen(int position) {
		for (int number = this.reads.start(position); number < this.reads.end(position); number++) {
			if (this.spilled[this.reads.variable(number)]) {
				return true;
			}
		}
		return false;
	}

	private Expression reading(Expression tree, Function<Variable, Expression> value) {
		if (tree instanceof Read read) {
			return contains(read.variable()) ? value.apply(read.variable()) : read;
		}
		return tree.map((operand) -> reading(operand, value));
	}

}
