package dev.graft.compiler.vector;

import java.util.BitSet;
import java.util.List;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Select;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.VectorStore;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.ir.VectorLoad;
import dev.graft.compiler.op.VectorOp;
import dev.graft.compiler.pass.Loops;
import org.jspecify.annotations.Nullable;

/// Decides which vectors with lanes of 8 or 16 bits are held lane by lane, and not in two
/// `long`s.
///
/// Eight lanes are compared or combined in a `long` at once, but multiplied one by one,
/// and to extend or narrow them takes more steps than a load of a byte each. So vectors
/// that meet in operators on narrow lanes are decided about together, by the number of
/// operations either way. RATIONALE, "How are vectors held?", has the measurements.
final class NarrowChoice {

	/// How many operations lanes may take, for one round of all code, before they would
	/// make methods too large.
	private static final int MOST_OPERATIONS = 700;

	/// How many times as many operations it must take to hold lanes together.
	private static final double SAVING = 1.2;

	private static final int LOOP_SHIFT = 3;

	private static final int DEEPEST = 4;

	private static final int WIDTHS = 3;

	private final Body body;

	private final BitSet registers;

	private final Demand demand;

	/// A variable of the same group, or itself for the one that stands for the group.
	private final int[] groups;

	private final long[] together;

	private final long[] single;

	private final long[] operations;

	/// How much speaks for lanes of 8, of 16, and of more bits, by variable.
	private final long[] votes;

	/// Vectors that are combined bit by bit: if they are stored, that is done to `long`s.
	private final BitSet bits = new BitSet();

	/// Vectors with lanes of 8 or 16 bits for whoever computes or uses them.
	private final BitSet narrow = new BitSet();

	/// Vectors that are computed lane by lane if their group is. Whoever needs them with
	/// other lanes converts them, and not all that they are computed from.
	private final BitSet computed = new BitSet();

	/// Vectors that something else is done with than to extend their lanes to 32 bits.
	private final BitSet notOnlyExtended = new BitSet();

	private long weight;

	private NarrowChoice(Body body, BitSet registers) {
		this.body = body;
		this.registers = registers;
		this.demand = Demand.of(body);
		int size = body.variables().size();
		this.groups = new int[size];
		for (int variable = 0; variable < size; variable++) {
			this.groups[variable] = variable;
		}
		this.together = new long[size];
		this.single = new long[size];
		this.operations = new long[size];
		this.votes = new long[WIDTHS * size];
	}

	/// The shapes of the vectors whose lanes are to be held by themselves, by variable
	/// index; null for all others.
	/// @param registers variables that are none of our business
	/// @param always whether all groups are chosen, whatever it costs
	static @Nullable Shape[] choose(Body body, Loops loops, BitSet registers, boolean always) {
		NarrowChoice choice = new NarrowChoice(body, registers);
		List<Statement> statements = body.statements();
		statements.forEach(choice::lookForNarrow);
		for (Statement statement : statements) {
			choice.group(statement);
			for (int number = 0; number < statement.operandCount(); number++) {
				choice.lookForExtensions(statement.operand(number));
			}
		}
		for (int position = 0; position < statements.size(); position++) {
			choice.weight = 1L << LOOP_SHIFT * Math.min(DEEPEST, loops.depth(position));
			choice.count(statements.get(position));
		}
		return choice.decide(always);
	}

	// A shift of wide lanes moves narrow ones, if either end has such.
	private Vector moving(Variable target, Vector vector) {
		boolean narrow = this.narrow.get(target.index())
				|| vector.operand(0) instanceof Read read && this.narrow.get(read.variable().index());
		Vector shuffle = narrow ? Shuffle.ofShift(vector) : null;
		return (shuffle != null) ? shuffle : vector;
	}

	private void lookForNarrow(Statement statement) {
		if (statement instanceof Assign assign && assign.value() instanceof Vector vector) {
			if (Shape.narrowResult(vector.op()) != null) {
				this.narrow.set(assign.variable().index());
			}
			for (int number = 0; number < vector.operandCount(); number++) {
				if (Shape.narrowOperand(vector.op(), number) != null && vector.operand(number) instanceof Read read) {
					this.narrow.set(read.variable().index());
				}
			}
		}
	}

	private void group(Statement statement) {
		if (statement instanceof Assign assign && isVector(assign.variable())) {
			int target = find(assign.variable().index());
			switch (assign.value()) {
				case Vector vector -> group(moving(assign.variable(), vector), target);
				case Select select -> {
					join(target, select.operand(0));
					join(target, select.operand(1));
				}
				default -> join(target, assign.value());
			}
		}
		for (int number = 0; number < statement.operandCount(); number++) {
			groupNumbers(statement.operand(number));
		}
	}

	private void group(Vector vector, int target) {
		boolean neutral = Shape.ofResult(vector.op()) == null || vector.op() == VectorOp.I8X16_SHUFFLE;
		int group = (neutral || Shape.narrowResult(vector.op()) != null) ? target : -1;
		for (int number = 0; number < vector.operandCount(); number++) {
			if (neutral || Shape.narrowOperand(vector.op(), number) != null) {
				group = join(group, vector.operand(number));
			}
		}
	}

	private void lookForExtensions(Expression tree) {
		boolean extends32 = tree instanceof Vector vector && NarrowCosts.extendsShorts(vector.op());
		for (int number = 0; number < tree.operandCount() && tree.hasVectors(); number++) {
			if (!extends32 && tree.operand(number) instanceof Read read) {
				this.notOnlyExtended.set(read.variable().index());
			}
			lookForExtensions(tree.operand(number));
		}
	}

	private void groupNumbers(Expression tree) {
		if (tree instanceof Vector vector && vector.kind() != Kind.VECTOR) {
			group(vector, -1);
		}
		for (int number = 0; number < tree.operandCount() && tree.hasVectors(); number++) {
			groupNumbers(tree.operand(number));
		}
	}

	private int join(int group, Expression operand) {
		if (!(operand instanceof Read read) || !isVector(read.variable())) {
			return group;
		}
		int own = find(read.variable().index());
		if (group < 0) {
			return own;
		}
		this.groups[own] = find(group);
		return find(group);
	}

	private boolean isVector(Variable variable) {
		return variable.kind() == Kind.VECTOR && !this.registers.get(variable.index());
	}

	private int find(int variable) {
		int group = variable;
		while (this.groups[group] != group) {
			this.groups[group] = this.groups[this.groups[group]];
			group = this.groups[group];
		}
		return group;
	}

	private void count(Statement statement) {
		if (statement instanceof VectorStore store) {
			if (store.value() instanceof Read read && isVector(read.variable())) {
				int single = hasShorts(read.variable()) ? NarrowCosts.STORE_SHORTS : NarrowCosts.STORE_BYTES;
				add(read.variable(), NarrowCosts.STORE_TOGETHER, single);
				if (this.bits.get(read.variable().index())) {
					wide(read.variable());
				}
			}
		}
		else if (statement instanceof Assign assign && isVector(assign.variable())) {
			count(assign.variable(), assign.value());
		}
		for (int number = 0; number < statement.operandCount(); number++) {
			countNumbers(statement.operand(number));
		}
	}

	// As far as the code before it tells.
	private boolean hasShorts(Variable variable) {
		return this.votes[WIDTHS * variable.index() + 1] > this.votes[WIDTHS * variable.index()];
	}

	private void count(Variable target, Expression value) {
		if (value instanceof VectorLoad) {
			add(target, NarrowCosts.LOAD_TOGETHER, NarrowCosts.LOAD_SINGLE * demanded(target));
		}
		else if (value instanceof Vector each) {
			Vector vector = moving(target, each);
			uses(vector);
			Shape result = Shape.narrowResult(vector.op());
			if (result != null) {
				vote(target, result);
				this.computed.set(target.index());
				if (!NarrowCosts.extendsBytes(vector.op()) || this.notOnlyExtended.get(target.index())) {
					operation(vector, target, demanded(target) / result.laneBytes());
				}
			}
			else if (Shape.ofResult(vector.op()) == null || vector.op() == VectorOp.I8X16_SHUFFLE) {
				boolean shuffle = vector.op() == VectorOp.I8X16_SHUFFLE;
				this.bits.set(target.index(), !shuffle);
				int together = (vector != each) ? NarrowCosts.SHIFT : shuffle ? NarrowCosts.shuffled(vector) : 2;
				add(target, together, shuffle ? 0 : demanded(target));
			}
			else {
				wide(target);
				fromNarrow(vector, demanded(target) / Integer.BYTES);
			}
		}
	}

	// Wide lanes of narrow ones.
	private void fromNarrow(Vector vector, int lanes) {
		for (int number = 0; number < vector.operandCount(); number++) {
			if (Shape.narrowOperand(vector.op(), number) != null && vector.operand(number) instanceof Read read
					&& isVector(read.variable())) {
				operation(vector, read.variable(), lanes);
				return;
			}
		}
	}

	private void operation(Vector vector, Variable member, int lanes) {
		int together = NarrowCosts.together(vector.op());
		int each = NarrowCosts.single(vector.op());
		add(member, together, (each < 0) ? together + NarrowCosts.CONVERSION : each * lanes);
	}

	private int demanded(Variable target) {
		return Integer.bitCount(this.demand.of(target));
	}

	private void uses(Vector vector) {
		boolean neutral = Shape.ofOperand(vector.op(), 0) == null || vector.op() == VectorOp.I8X16_SHUFFLE;
		for (int number = 0; number < vector.operandCount(); number++) {
			if (vector.operand(number) instanceof Read read && isVector(read.variable())) {
				Shape narrow = Shape.narrowOperand(vector.op(), number);
				if (narrow != null) {
					vote(read.variable(), narrow);
				}
				else if (!neutral) {
					wide(read.variable());
				}
			}
		}
	}

	private void countNumbers(Expression tree) {
		if (tree instanceof Vector vector && vector.kind() != Kind.VECTOR) {
			uses(vector);
			fromNarrow(vector, 1);
		}
		for (int number = 0; number < tree.operandCount() && tree.hasVectors(); number++) {
			countNumbers(tree.operand(number));
		}
	}

	private void vote(Variable variable, Shape shape) {
		this.votes[WIDTHS * variable.index() + ((shape == Shape.I8X16) ? 0 : 1)] += this.weight;
	}

	private void wide(Variable variable) {
		this.votes[WIDTHS * variable.index() + 2] += this.weight;
	}

	private void add(Variable member, int together, int single) {
		int group = find(member.index());
		this.together[group] += this.weight * together;
		this.single[group] += this.weight * single;
		this.operations[group] += single;
	}

	private @Nullable Shape[] decide(boolean always) {
		long[] common = common();
		@Nullable Shape[] shapes = new @Nullable Shape[this.groups.length];
		for (int index = 0; index < shapes.length; index++) {
			Variable variable = this.body.variables().get(index);
			int group = find(index);
			boolean worthwhile = SAVING * this.single[group] < this.together[group]
					&& this.operations[group] <= MOST_OPERATIONS;
			if (isVector(variable) && (worthwhile || always)) {
				shapes[index] = shape(index, group, common);
			}
		}
		return shapes;
	}

	// What speaks for each width in each group.
	private long[] common() {
		long[] common = new long[this.votes.length];
		for (int at = 0; at < common.length; at++) {
			common[WIDTHS * find(at / WIDTHS) + at % WIDTHS] += this.votes[at];
		}
		return common;
	}

	// Who has no lanes of its own has those of most of its group.
	private @Nullable Shape shape(int index, int group, long[] common) {
		boolean own = this.votes[WIDTHS * index] + this.votes[WIDTHS * index + 1] + this.votes[WIDTHS * index + 2] > 0;
		long[] votes = own ? this.votes : common;
		int voter = own ? index : group;
		long bytes = votes[WIDTHS * voter];
		long shorts = votes[WIDTHS * voter + 1];
		if (votes[WIDTHS * voter + 2] >= bytes + shorts && !this.computed.get(index)) {
			return null;
		}
		return (bytes > shorts) ? Shape.I8X16 : Shape.I16X8;
	}

}
