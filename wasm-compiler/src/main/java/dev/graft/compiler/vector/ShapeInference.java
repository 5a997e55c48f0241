package dev.graft.compiler.vector;

import java.util.Arrays;
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
import dev.graft.compiler.ir.VectorOfHalves;
import dev.graft.compiler.op.VectorOp;
import dev.graft.compiler.pass.Loops;
import org.jspecify.annotations.Nullable;

/// Finds a shape for each variable that holds a vector.
///
/// Whoever computes or uses a vector in a shape of its own makes every other shape more
/// expensive, by what the conversion takes, and more so in loops. Operators that do not
/// care (copies, bitwise operators, shuffles of whole lanes) make it expensive for
/// variables to differ. Starting with what each variable would choose by itself,
/// variables then take what is cheapest given the others, until nothing changes.
final class ShapeInference {

	private static final int SHAPES = Shape.GENERAL.size();

	private static final int MOST_ROUNDS = 12;

	/// The more often something is done, the more it counts: by a factor per loop.
	private static final int LOOP_SHIFT = 3;

	private static final int DEEPEST = 4;

	private final Body body;

	private final Loops loops;

	/// What holding a variable in a shape costs by itself: four entries per variable.
	private final long[] costs;

	private final boolean[] caring;

	/// The shapes of variables whose narrow lanes are held by themselves.
	private final @Nullable Shape[] narrow;

	private int[] ties = new int[64];

	private int tieCount;

	private int weight;

	private ShapeInference(Body body, Loops loops, @Nullable Shape[] narrow) {
		this.body = body;
		this.loops = loops;
		this.narrow = narrow;
		this.costs = new long[SHAPES * body.variables().size()];
		this.caring = new boolean[body.variables().size()];
	}

	/// The shapes, by variable index; null for those that hold no vector.
	/// @param narrow those that are known, as their lanes of 8 or 16 bits are held by
	/// themselves
	static @Nullable Shape[] infer(Body body, Loops loops, @Nullable Shape[] narrow) {
		ShapeInference inference = new ShapeInference(body, loops, narrow);
		inference.collect();
		@Nullable Shape[] shapes = inference.solve();
		for (int variable = 0; variable < shapes.length; variable++) {
			shapes[variable] = (narrow[variable] != null) ? narrow[variable] : shapes[variable];
		}
		return shapes;
	}

	private void collect() {
		List<Statement> statements = this.body.statements();
		for (int position = 0; position < statements.size(); position++) {
			this.weight = 1 << LOOP_SHIFT * Math.min(DEEPEST, this.loops.depth(position));
			Statement statement = statements.get(position);
			if (statement instanceof Assign assign && assign.variable().kind() == Kind.VECTOR) {
				assign(assign.variable(), assign.value());
			}
			else if (statement instanceof VectorStore store) {
				access(store.value());
			}
			if (statement instanceof Assign assign && assign.value() instanceof Vector vector
					&& this.narrow[assign.variable().index()] != null) {
				sources(vector);
				continue;
			}
			for (int number = 0; number < statement.operandCount(); number++) {
				uses(statement.operand(number));
			}
		}
	}

	// Of four `int`s each has two lanes of 16 bits, one of which needs no step.
	private void sources(Vector vector) {
		for (int number = 0; number < vector.operandCount(); number++) {
			if (vector.operand(number) instanceof Read read && read.kind() == Kind.VECTOR) {
				if (vector.op() == VectorOp.I8X16_SHUFFLE ? Shuffle.uses(vector, number)
						: Shape.narrowOperand(vector.op(), number) != null) {
					want(read.variable(), Shape.I32X4, 1);
				}
				else {
					use(vector, number, read.variable());
				}
			}
			uses(vector.operand(number));
		}
	}

	private void assign(Variable target, Expression value) {
		switch (value) {
			case Read read -> tie(target, read, 1);
			case Select select -> {
				tie(target, select.operand(0), 1);
				tie(target, select.operand(1), 1);
			}
			case VectorOfHalves halves -> want(target, Shape.I64X2, 1);
			case VectorLoad load -> access(target);
			case Vector vector -> result(target, vector);
			default -> {
			}
		}
	}

	private void result(Variable target, Vector vector) {
		Shape shape = Shape.ofResult(vector.op());
		if (vector.op() == VectorOp.I8X16_SHUFFLE) {
			shuffled(target, vector);
		}
		else if (shape != null && !PairedShorts.computes(vector.op())) {
			want(target, shape, 1);
		}
		else {
			bits(target);
			for (int number = 0; number < vector.operandCount(); number++) {
				tie(target, vector.operand(number), 1);
			}
		}
	}

	private void shuffled(Variable target, Vector vector) {
		boolean joined = Shuffle.joinsShorts(vector);
		if (!joined && !Shuffle.isOfInts(vector)) {
			want(target, Shape.I64X2, 1);
			return;
		}
		// Halves of `int`s are joined, but 16-bit numbers may as well stay in `long`s.
		if (!joined && Shuffle.laneBytes(vector) < Long.BYTES) {
			avoid(target, Shape.I64X2, Shape.F64X2);
		}
		for (int number = 0; number < vector.operandCount(); number++) {
			if (Shuffle.uses(vector, number)) {
				tie(target, vector.operand(number), 1);
			}
		}
	}

	// In a tree: what is computed from vectors.
	private void uses(Expression tree) {
		if (!tree.hasVectors()) {
			return;
		}
		if (tree instanceof Vector vector) {
			for (int number = 0; number < vector.operandCount(); number++) {
				if (vector.operand(number) instanceof Read read && read.kind() == Kind.VECTOR) {
					use(vector, number, read.variable());
				}
			}
		}
		for (int number = 0; number < tree.operandCount(); number++) {
			uses(tree.operand(number));
		}
	}

	private void use(Vector vector, int number, Variable operand) {
		if (vector.op() == VectorOp.I8X16_SHUFFLE) {
			if (!Shuffle.isOfInts(vector) && !Shuffle.joinsShorts(vector) && Shuffle.uses(vector, number)) {
				want(operand, Shape.I64X2, 1);
			}
			return;
		}
		Shape shape = Shape.ofOperand(vector.op(), number);
		if (shape != null && !PairedShorts.computes(vector.op())) {
			want(operand, shape, isExtraction(vector.op()) ? shape.lanes() : 1);
		}
		else if (vector.op() != VectorOp.V128_ANY_TRUE) {
			bits(operand);
		}
	}

	private static boolean isExtraction(VectorOp op) {
		return switch (op) {
			case I32X4_EXTRACT_LANE, F32X4_EXTRACT_LANE, I64X2_EXTRACT_LANE, F64X2_EXTRACT_LANE, I8X16_EXTRACT_LANE_S,
					I8X16_EXTRACT_LANE_U, I16X8_EXTRACT_LANE_S, I16X8_EXTRACT_LANE_U ->
				true;
			default -> false;
		};
	}

	/// @param share how many such uses cost as much as a conversion
	private void want(Variable variable, Shape wanted, int share) {
		this.caring[variable.index()] = true;
		for (Shape shape : Shape.GENERAL) {
			add(variable, shape, (long) this.weight * shape.conversionTo(wanted) * 2 / share);
		}
	}

	private void avoid(Variable variable, Shape... avoided) {
		for (Shape shape : avoided) {
			add(variable, shape, (long) this.weight * Shape.I32X4.conversionTo(shape) * 2);
		}
	}

	// Floating point numbers are not combined bit by bit.
	private void bits(Variable variable) {
		add(variable, Shape.F32X4, (long) this.weight * Shape.F32X4.conversionTo(Shape.I32X4));
		add(variable, Shape.F64X2, (long) this.weight * Shape.F64X2.conversionTo(Shape.I64X2));
	}

	private void access(Expression value) {
		if (value instanceof Read read) {
			access(read.variable());
		}
	}

	// A load for each lane.
	private void access(Variable variable) {
		for (Shape shape : Shape.GENERAL) {
			add(variable, shape, (long) this.weight * shape.lanes());
		}
	}

	private void add(Variable variable, Shape shape, long cost) {
		this.costs[SHAPES * variable.index() + shape.index()] += cost;
	}

	private void tie(Variable one, Expression other, int share) {
		if (other instanceof Read read && read.variable() != one) {
			if (this.tieCount + 3 > this.ties.length) {
				this.ties = Arrays.copyOf(this.ties, this.ties.length * 2);
			}
			this.ties[this.tieCount++] = one.index();
			this.ties[this.tieCount++] = read.variable().index();
			this.ties[this.tieCount++] = this.weight / share;
		}
	}

	private @Nullable Shape[] solve() {
		@Nullable Shape[] shapes = new @Nullable Shape[this.caring.length];
		for (int variable = 0; variable < shapes.length; variable++) {
			if (this.caring[variable]) {
				shapes[variable] = cheapest(this.costs, SHAPES * variable);
			}
		}
		int[][] neighbours = neighbours();
		boolean changed = this.tieCount > 0;
		for (int round = 0; changed && round < MOST_ROUNDS; round++) {
			changed = false;
			for (int step = 0; step < shapes.length; step++) {
				int variable = ((round & 1) == 0) ? step : shapes.length - 1 - step;
				changed |= neighbours[variable].length > 0 && choose(variable, neighbours[variable], shapes);
			}
		}
		return shapes;
	}

	// For each variable: other variables and weights, in turn.
	private int[][] neighbours() {
		int[] counts = new int[this.caring.length];
		for (int tie = 0; tie < this.tieCount; tie += 3) {
			counts[this.ties[tie]] += 2;
			counts[this.ties[tie + 1]] += 2;
		}
		int[][] neighbours = new int[counts.length][];
		for (int variable = 0; variable < counts.length; variable++) {
			neighbours[variable] = new int[counts[variable]];
		}
		for (int tie = 0; tie < this.tieCount; tie += 3) {
			for (int end = 0; end < 2; end++) {
				int variable = this.ties[tie + end];
				counts[variable] -= 2;
				neighbours[variable][counts[variable]] = this.ties[tie + 1 - end];
				neighbours[variable][counts[variable] + 1] = this.ties[tie + 2];
			}
		}
		return neighbours;
	}

	private boolean choose(int variable, int[] neighbours, @Nullable Shape[] shapes) {
		long[] costs = Arrays.copyOfRange(this.costs, SHAPES * variable, SHAPES * (variable + 1));
		boolean known = this.caring[variable];
		for (int at = 0; at < neighbours.length; at += 2) {
			Shape other = shapes[neighbours[at]];
			if (other != null) {
				known = true;
				for (Shape shape : Shape.GENERAL) {
					int conversion = Math.max(shape.conversionTo(other), other.conversionTo(shape));
					costs[shape.index()] += (long) neighbours[at + 1] * conversion;
				}
			}
		}
		Shape chosen = known ? cheapest(costs, 0) : null;
		boolean changed = chosen != shapes[variable];
		shapes[variable] = chosen;
		return changed;
	}

	// Of equally good ones the one with fewer lanes.
	private static Shape cheapest(long[] costs, int from) {
		Shape cheapest = Shape.I64X2;
		for (Shape shape : Shape.GENERAL) {
			if (costs[from + shape.index()] < costs[from + cheapest.index()]) {
				cheapest = shape;
			}
		}
		return cheapest;
	}

}
