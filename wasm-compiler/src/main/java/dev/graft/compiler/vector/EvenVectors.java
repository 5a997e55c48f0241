package dev.graft.compiler.vector;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Enter;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.ir.VectorConstant;
import dev.graft.compiler.op.NumericOp;
import dev.graft.compiler.op.VectorOp;
import dev.graft.compiler.reroll.LaterReads;
import org.jspecify.annotations.Nullable;

/// Counts the numbers of elements with one variable, where a program counts them lane by
/// lane: C compilers begin with 0, 1, 2, 3 and add four to each in every round.
///
/// ```
///     v1 = 0, 1, 2, 3                         s = 0
///   L0:                                     L0:
///     …                                       v4 = (i32x4.splat s)
///     v2 = (i32x4.mul v1 3, 3, 3, 3)  ─▶      v5 = (i32x4.splat (s * 3))
///     …                                       v2 = (i32x4.add v5 0, 3, 6, 9)
///     v3 = (i32x4.add v1 4, 4, 4, 4)          …
///     v1 = v3                                 s = s + 4
/// ```
///
/// Then three variables less are alive in the loop, and addresses that are computed from
/// them are a fixed step from each other, so that they can be checked together. Vectors
/// that begin and grow together have one variable: C compilers have four of them where a
/// round has sixteen elements.
final class EvenVectors {

	private static final int LANES = 4;

	private final Body body;

	/// The vectors whose lanes differ by constants.
	private final Map<Variable, Even> even = new LinkedHashMap<>();

	private final CommonGrowth together;

	/// Those that are counted by the number of another one.
	private final Set<Variable> following = new HashSet<>();

	/// By how much the assignments let vectors grow.
	private final Map<Assign, Integer> growths = new HashMap<>();

	/// The temporaries that hold such vectors in this line.
	private final Map<Variable, Variable> current = new HashMap<>();

	private final List<Statement> rewritten = new ArrayList<>();

	/// A vector that one number and a constant for each lane tell.
	///
	/// @param number holds the number
	/// @param splat holds a vector of nothing but that number, null if the number changes
	/// @param distances what is to be added to it in each lane
	private record Even(Variable number, @Nullable Variable splat, List<Integer> distances) {
	}

	private EvenVectors(Body body) {
		this.body = body;
		this.together = new CommonGrowth(body);
	}

	/// Rewrites a body.
	/// @param registers the vectors that stay whole
	static void apply(Body body, BitSet registers) {
		apply(body, (vector) -> !registers.get(vector.index()));
	}

	/// Rewrites those of which nothing but places in memory is computed, so that whoever
	/// looks at loops sees addresses that grow evenly.
	static void applyToPlaces(Body body) {
		apply(body, LanePlaces.of(body)::contains);
	}

	private static void apply(Body body, Predicate<Variable> possible) {
		EvenVectors vectors = new EvenVectors(body);
		vectors.find(possible);
		if (!vectors.even.isEmpty()) {
			body.statements().forEach(vectors::next);
			body.statements().clear();
			body.statements().addAll(vectors.rewritten);
		}
	}

	private void find(Predicate<Variable> possible) {
		Map<Variable, List<Integer>> assignments = new LinkedHashMap<>();
		List<Statement> statements = this.body.statements();
		for (int position = 0; position < statements.size(); position++) {
			// What a handler reads would have to be followed, too.
			if (statements.get(position) instanceof Enter) {
				return;
			}
			if (statements.get(position) instanceof Assign assign && assign.variable().kind() == Kind.VECTOR
					&& !assign.variable().isTemporary()) {
				assignments.computeIfAbsent(assign.variable(), (_) -> new ArrayList<>()).add(position);
			}
		}
		assignments.forEach((vector, positions) -> {
			boolean whole = !possible.test(vector) || this.body.parameters().contains(vector);
			@Nullable List<Integer> distances = whole ? null : distances(vector, positions);
			// Variables are zero at the beginning, in all lanes.
			if (distances != null && !new LaterReads(statements).mayRead(vector, 0)) {
				this.even.put(vector, counted(vector, distances, assignments));
			}
		});
	}

	// By a number of its own, or by that of one from which it always differs by the same.
	private Even counted(Variable vector, List<Integer> distances, Map<Variable, List<Integer>> assignments) {
		List<Integer> own = assignments.getOrDefault(vector, List.of());
		for (Map.Entry<Variable, Even> other : this.even.entrySet()) {
			List<Integer> others = assignments.getOrDefault(other.getKey(), List.of());
			if (!this.following.contains(other.getKey()) && growTogether(own, others)) {
				this.following.add(vector);
				int distance = lane(constant(own), 0) - lane(constant(others), 0);
				return new Even(other.getValue().number, null, lanes((lane) -> distances.get(lane) + distance));
			}
		}
		return new Even(this.body.variables().variable(Kind.INT), null, distances);
	}

	private boolean growTogether(List<Integer> one, List<Integer> other) {
		return one.size() == 2 && other.size() == 2 && assign(one.getFirst()).value() instanceof VectorConstant
				&& assign(other.getFirst()).value() instanceof VectorConstant
				&& Objects.equals(this.growths.get(assign(one.getLast())), this.growths.get(assign(other.getLast())))
				&& this.together.areTogether(one.getFirst(), other.getFirst())
				&& this.together.areTogether(one.getLast(), other.getLast());
	}

	private Assign assign(int position) {
		return (Assign) this.body.statements().get(position);
	}

	private VectorConstant constant(List<Integer> positions) {
		return (VectorConstant) assign(positions.getFirst()).value();
	}

	// Null if anything else is assigned than constants whose lanes differ by the same,
	// and
	// what all lanes grow by.
	private @Nullable List<Integer> distances(Variable vector, List<Integer> positions) {
		@Nullable List<Integer> distances = null;
		boolean grows = false;
		for (int position : positions) {
			Expression value = assign(position).value();
			if (value instanceof VectorConstant constant) {
				List<Integer> found = distances(constant);
				if (distances != null && !distances.equals(found)) {
					return null;
				}
				distances = found;
			}
			else {
				Integer growth = growth(vector, position);
				if (growth == null) {
					return null;
				}
				this.growths.put(assign(position), growth);
				grows = true;
			}
		}
		return grows ? distances : null;
	}

	private static List<Integer> distances(VectorConstant constant) {
		return lanes((lane) -> lane(constant, lane) - lane(constant, 0));
	}

	private static List<Integer> lanes(IntUnaryOperator number) {
		return IntStream.range(0, LANES).map(number).boxed().toList();
	}

	private static int lane(VectorConstant constant, int lane) {
		long half = (lane < LANES / 2) ? constant.low() : constant.high();
		return (int) (half >>> lane % (LANES / 2) * Integer.SIZE);
	}

	// What an assignment adds to all lanes: directly, or by a temporary that was computed
	// a few statements before.
	private @Nullable Integer growth(Variable vector, int position) {
		List<Statement> statements = this.body.statements();
		Expression value = ((Assign) statements.get(position)).value();
		if (value instanceof Read read && read.variable().isTemporary()) {
			for (int before = position - 1; before >= 0; before--) {
				Statement statement = statements.get(before);
				if (statement instanceof Assign assign && assign.variable() == read.variable()) {
					return growth(vector, assign.value());
				}
				if (statement instanceof Mark || statement instanceof Assign assign && assign.variable() == vector) {
					return null;
				}
			}
		}
		return growth(vector, value);
	}

	private static @Nullable Integer growth(Variable vector, Expression value) {
		if (value instanceof Vector sum && sum.op() == VectorOp.I32X4_ADD) {
			for (int number = 0; number < 2; number++) {
				boolean same = sum.operand(number) instanceof Read read && read.variable() == vector;
				if (same && sum.operand(1 - number) instanceof VectorConstant constant && isUniform(constant)) {
					return lane(constant, 0);
				}
			}
		}
		return null;
	}

	private static boolean isUniform(VectorConstant constant) {
		return constant.low() == constant.high() && lane(constant, 0) == lane(constant, 1);
	}

	private void next(Statement statement) {
		if (statement instanceof Mark) {
			this.current.clear();
		}
		if (!(statement instanceof Assign assign) || assign.variable().kind() != Kind.VECTOR) {
			this.rewritten.add(statement.map(this::replaced));
			return;
		}
		Even target = this.even.get(assign.variable());
		if (target == null) {
			Expression value = replaced(assign.value());
			Expression simple = (value instanceof Vector vector && assign.variable().isTemporary())
					? computed(assign.variable(), vector) : null;
			this.rewritten.add(new Assign(assign.variable(), (simple != null) ? simple : value));
			return;
		}
		this.current.remove(assign.variable());
		if (this.following.contains(assign.variable())) {
			return;
		}
		Expression number = (assign.value() instanceof VectorConstant constant) ? Constant.ofInt(lane(constant, 0))
				: sum(Read.of(target.number), this.growths.getOrDefault(assign, 0));
		this.rewritten.add(new Assign(target.number, number));
	}

	private Expression replaced(Expression tree) {
		if (!(tree instanceof Read read)) {
			return tree.map(this::replaced);
		}
		Even counted = this.even.get(read.variable());
		return (counted == null || read.variable().isTemporary()) ? read
				: Read.of(this.current.computeIfAbsent(read.variable(), (_) -> vector(counted)));
	}

	private Variable vector(Even counted) {
		Variable vector = this.body.variables().temporary(Kind.VECTOR);
		this.rewritten.add(new Assign(vector, of(vector, Read.of(counted.number), counted.distances)));
		return vector;
	}

	private Expression of(Variable vector, Expression number, List<Integer> distances) {
		Variable held = let(Kind.INT, number);
		return of(vector, held, let(Kind.VECTOR, Vector.of(VectorOp.I32X4_SPLAT, 0, Read.of(held))), distances);
	}

	private Expression of(Variable vector, Variable number, Variable splat, List<Integer> distances) {
		this.even.put(vector, new Even(number, splat, distances));
		VectorConstant constant = new VectorConstant(pair(distances.get(0), distances.get(1)),
				pair(distances.get(2), distances.get(3)));
		return Vector.of(VectorOp.I32X4_ADD, 0, Read.of(splat), constant);
	}

	private static long pair(int low, int high) {
		return Integer.toUnsignedLong(low) | (long) high << Integer.SIZE;
	}

	// What a vector is computed from one whose lanes differ by constants, null if they do
	// not any more.
	private @Nullable Expression computed(Variable target, Vector vector) {
		Even one = even(vector.operand(0));
		Even other = (vector.operandCount() > 1) ? even(vector.operand(1)) : null;
		Even even = (one != null) ? one : other;
		if (even == null || even.splat == null) {
			return null;
		}
		Expression rest = vector.operand((one != null && vector.operandCount() > 1) ? 1 : 0);
		return switch (vector.op()) {
			case I32X4_ADD -> (rest instanceof VectorConstant constant)
					? of(target, even.number, even.splat, moved(even, constant, 1)) : null;
			case I32X4_SUB -> (one != null && rest instanceof VectorConstant constant)
					? of(target, even.number, even.splat, moved(even, constant, -1)) : null;
			case I32X4_MUL -> (rest instanceof VectorConstant constant && isUniform(constant))
					? multiplied(target, even, lane(constant, 0)) : null;
			case I32X4_SHL ->
				(rest instanceof Constant count) ? multiplied(target, even, 1 << (int) count.bits()) : null;
			default -> null;
		};
	}

	private @Nullable Even even(Expression operand) {
		return (operand instanceof Read read) ? this.even.get(read.variable()) : null;
	}

	private static List<Integer> moved(Even even, VectorConstant constant, int factor) {
		return lanes((lane) -> even.distances.get(lane) + factor * lane(constant, lane));
	}

	private Expression multiplied(Variable target, Even even, int factor) {
		List<Integer> distances = lanes((lane) -> even.distances.get(lane) * factor);
		return of(target, new Numeric(NumericOp.I32_MUL, 0, Read.of(even.number), Constant.ofInt(factor)), distances);
	}

	private Variable let(Kind kind, Expression value) {
		Variable variable = this.body.variables().temporary(kind);
		this.rewritten.add(new Assign(variable, value));
		return variable;
	}

	private static Expression sum(Expression number, int constant) {
		return new Numeric(NumericOp.I32_ADD, 0, number, Constant.ofInt(constant));
	}

}
