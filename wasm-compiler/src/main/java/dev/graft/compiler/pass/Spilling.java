package dev.graft.compiler.pass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Element;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.NewArray;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.SpareArray;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Enter;
import dev.graft.compiler.ir.Statement.Evaluate;
import dev.graft.compiler.ir.Statement.Return;
import dev.graft.compiler.ir.Statement.SetElement;
import dev.graft.compiler.ir.Variable;
import org.jspecify.annotations.Nullable;

/// Keeps variables in two arrays, one of bits and one of references, where more are alive
/// at once than a frame should hold: thousands of locals, of operands on the stack, of a
/// block's parameters.
///
/// A frame has room for some, but pieces of a body pass on what is alive where they begin
/// and end, and no method takes more than 255 parameters. What is in an array is not passed
/// on. It stays there for all of its life: of the variables that are alive together those
/// go that are used least, for how long they live.
public final class Spilling {

	/// How deep loops are told apart, and how much more something counts in each.
	private static final int MOST_LOOPS = 4;

	private static final int BITS_PER_LOOP = 3;

	/// How long an array may be that is given back at the end of a call.
	private static final int MOST_SPARE = 1_000;

	private final Body body;

	private final Reads reads;

	private final List<Variable> zeroed;

	private final LiveIntervals intervals;

	private final boolean[] pinned;

	private final boolean[] spilled;

	private final int[] places;

	private @Nullable Variable bits;

	/// Whether the array of bits is one that later calls use again.
	private boolean isSpare;

	private @Nullable Variable references;

	private Spilling(Analysis analysis) {
		this.body = analysis.body();
		this.reads = analysis.reads();
		this.zeroed = analysis.slots().zeroed();
		this.intervals = new LiveIntervals(this.body, analysis.graph(), analysis.liveness(), this.reads);
		this.pinned = new boolean[this.body.variables().size()];
		this.spilled = new boolean[this.pinned.length];
		this.places = new int[this.pinned.length];
	}

	/// Rewrites a body so that no more than so many slots of its frame are taken at once,
	/// if that can be.
	/// @param analysis the body as it is, memory accesses planned
	/// @param mostSlots how many slots may be taken
	/// @return what is known of the body as it is then
	public static Analysis apply(Analysis analysis, int mostSlots) {
		if (analysis.slots().count() <= mostSlots) {
			return analysis;
		}
		Spilling spilling = new Spilling(analysis);
		spilling.pin();
		spilling.choose(mostSlots);
		spilling.rewrite(spilling.place(false), spilling.place(true));
		return Analysis.of(analysis.body());
	}

	// What is read other than by a tree cannot be read from an array.
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
			this.pinned[variable] |= otherReads[variable] > 0 || !fitsArray(kind(variable));
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

	private static boolean fitsArray(Kind kind) {
		return switch (kind) {
			case INT, LONG, FLOAT, DOUBLE, REFERENCE -> true;
			case VECTOR, REGISTER, BITS, REFERENCES, VOID -> false;
		};
	}

	private Kind kind(int variable) {
		return this.body.variables().get(variable).kind();
	}

	// Choosing

	private void choose(int mostSlots) {
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
			if (!this.pinned[variable]) {
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
		Loops loops = Loops.of(this.body);
		for (int position = 0; position < this.body.statements().size(); position++) {
			int weight = 1 << BITS_PER_LOOP * Math.min(loops.depth(position), MOST_LOOPS);
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

	// Places

	// Like slots, they are shared by variables that are alive one after the other.
	private int place(boolean inReferences) {
		int[] free = new int[16];
		int freeCount = 0;
		int count = 0;
		int[] byEnd = chosen(this.intervals.byEnd(), inReferences);
		int ended = 0;
		for (int variable : chosen(this.intervals.byStart(), inReferences)) {
			while (this.intervals.end(byEnd[ended]) < this.intervals.start(variable)) {
				if (freeCount == free.length) {
					free = Arrays.copyOf(free, freeCount * 2);
				}
				free[freeCount++] = this.places[byEnd[ended++]];
			}
			this.places[variable] = (freeCount > 0) ? free[--freeCount] : count++;
		}
		return count;
	}

	private int[] chosen(int[] variables, boolean inReferences) {
		return Arrays.stream(variables)
			.filter((variable) -> this.spilled[variable] && kind(variable).isReference() == inReferences)
			.toArray();
	}

	// Rewriting

	private void rewrite(int bitPlaces, int referencePlaces) {
		List<Statement> rewritten = new ArrayList<>(this.body.statements().size() + 2);
		if (bitPlaces > 0) {
			this.isSpare = bitPlaces <= MOST_SPARE;
			this.bits = this.body.variables().temporary(Kind.BITS);
			rewritten.add(new Assign(this.bits,
					this.isSpare ? SpareArray.take(bitPlaces) : new NewArray(Kind.BITS, bitPlaces)));
		}
		if (referencePlaces > 0) {
			this.references = this.body.variables().temporary(Kind.REFERENCES);
			rewritten.add(new Assign(this.references, new NewArray(Kind.REFERENCES, referencePlaces)));
		}
		begin(rewritten);
		List<Statement> statements = this.body.statements();
		for (int position = 0; position < statements.size(); position++) {
			Statement statement = rewritten(statements.get(position), position);
			if (statement instanceof Return give && this.isSpare) {
				addReturn(give, rewritten);
			}
			else {
				rewritten.add(statement);
			}
		}
		statements.clear();
		statements.addAll(rewritten);
	}

	// Parameters have arrived in the frame; what is read before it is assigned is zero.
	private void begin(List<Statement> statements) {
		for (Variable parameter : this.body.parameters()) {
			if (this.spilled[parameter.index()]) {
				statements.add(assign(parameter, new Read(parameter)));
			}
		}
		for (Variable variable : this.zeroed) {
			if (this.isSpare && this.spilled[variable.index()] && !variable.kind().isReference()) {
				statements.add(assign(variable, Constant.zero(variable.kind())));
			}
		}
	}

	// What is returned may come from the array, or from a call that wants one.
	private void addReturn(Return give, List<Statement> statements) {
		Evaluate giveBack = new Evaluate(SpareArray.giveBack(new Read(Objects.requireNonNull(this.bits))));
		Expression value = give.value();
		if (value == null) {
			statements.add(giveBack);
			statements.add(give);
			return;
		}
		Variable returned = this.body.variables().variable(value.kind());
		statements.add(new Assign(returned, value));
		statements.add(giveBack);
		statements.add(new Return(new Read(returned)));
	}

	private Variable array(Variable variable) {
		Variable array = variable.kind().isReference() ? this.references : this.bits;
		if (array == null) {
			throw new IllegalArgumentException(variable + " stays where it is");
		}
		return array;
	}

	private SetElement assign(Variable variable, Expression value) {
		return new SetElement(array(variable), this.places[variable.index()], value);
	}

	private Statement rewritten(Statement statement, int position) {
		Statement read = readsSpilled(position) ? ofArrays(statement) : statement;
		return (read instanceof Assign assign && this.spilled[assign.variable().index()])
				? assign(assign.variable(), assign.value()) : read;
	}

	private boolean readsSpilled(int position) {
		for (int number = this.reads.start(position); number < this.reads.end(position); number++) {
			if (this.spilled[this.reads.variable(number)]) {
				return true;
			}
		}
		return false;
	}

	private Statement ofArrays(Statement statement) {
		Expression[] operands = new Expression[statement.operandCount()];
		Arrays.setAll(operands, (number) -> ofArrays(statement.operand(number)));
		return statement.with(operands);
	}

	private Expression ofArrays(Expression tree) {
		if (tree instanceof Read read) {
			Variable variable = read.variable();
			return this.spilled[variable.index()]
					? Element.of(variable.kind(), this.places[variable.index()], array(variable)) : read;
		}
		Expression[] operands = new Expression[tree.operandCount()];
		Arrays.setAll(operands, (number) -> ofArrays(tree.operand(number)));
		return (operands.length == 0) ? tree : tree.with(operands);
	}

}
