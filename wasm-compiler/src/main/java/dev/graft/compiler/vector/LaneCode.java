package dev.graft.compiler.vector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.VectorConstant;
import dev.graft.compiler.op.NumericOp;
import org.jspecify.annotations.Nullable;

/// Where the lanes of each vector are, and the statements that compute them.
final class LaneCode {

	private static final long INT_MASK = 0xFFFF_FFFFL;

	private final Body.Variables variables;

	private final List<Statement> statements;

	private final @Nullable Shape[] shapes;

	private final @Nullable Lanes[] lanes;

	private final Periods periods;

	/// What variables that several statements assign hold at the moment, if that is known
	/// and cannot change.
	private final Map<Variable, Lanes> current = new HashMap<>();

	/// Lanes that cannot change any more, in other shapes.
	private final IdentityHashMap<Lanes, List<Lanes>> conversions = new IdentityHashMap<>();

	/// The lanes that are another one, moved by a constant: two of them may be a
	/// rotation.
	private final Map<Variable, Numeric> shifts = new HashMap<>();

	/// Numbers that all lanes of a vector are, or are computed from.
	private final Set<Variable> common = new HashSet<>();

	/// @param shapes the shape of each vector, by variable
	/// @param periods which of them have the same value in all lanes
	/// @param statements take what is emitted
	LaneCode(Body.Variables variables, @Nullable Shape[] shapes, Periods periods, List<Statement> statements) {
		this.periods = periods;
		this.variables = variables;
		this.shapes = shapes;
		this.lanes = new @Nullable Lanes[shapes.length];
		this.statements = statements;
	}

	Body.Variables variables() {
		return this.variables;
	}

	/// Numbers that all lanes of a vector are, or are computed from.
	Set<Variable> common() {
		return this.common;
	}

	void emit(Statement statement) {
		this.statements.add(statement);
	}

	/// The shape that a variable holds its vector in.
	Shape shape(Variable vector) {
		Shape shape = this.shapes[vector.index()];
		return (shape != null) ? shape : Shape.I64X2;
	}

	/// The shape in which a vector can be had for nothing, null if in any.
	@Nullable Shape shape(Expression vector) {
		return (vector instanceof Read read && read.kind() == Kind.VECTOR) ? shape(read.variable()) : null;
	}

	/// What stands for a value that is computed once and used several times.
	Expression once(Expression tree) {
		if (tree instanceof Constant || tree instanceof Read) {
			return tree;
		}
		Variable temporary = this.variables.temporary(tree.kind());
		emit(new Assign(temporary, tree));
		return Read.of(temporary);
	}

	/// The lanes of a vector in a shape: each can be used several times.
	Expression[] lanes(Expression vector, Shape shape) {
		if (vector instanceof VectorConstant constant) {
			return constants(constant, shape);
		}
		Lanes held = held(((Read) vector).variable());
		return (held.shape() == shape) ? held.values() : convertedOnce(held, shape);
	}

	private Expression[] convertedOnce(Lanes held, Shape shape) {
		List<Lanes> known = this.conversions.computeIfAbsent(held, (lanes) -> new ArrayList<>());
		for (Lanes each : known) {
			if (each.shape() == shape) {
				return each.values();
			}
		}
		Expression[] values = once(converted(held, shape));
		if (Arrays.stream(held.values()).allMatch(Expression::isStable)) {
			known.add(new Lanes(shape, values));
		}
		return values;
	}

	/// The lanes of a vector in a shape, each for a single use, without any statement.
	Expression[] lanesInTree(Expression vector, Shape shape) {
		if (vector instanceof VectorConstant constant) {
			return constants(constant, shape);
		}
		Lanes held = held(((Read) vector).variable());
		return converted(held, shape);
	}

	private Expression[] once(Expression[] trees) {
		Expression[] values = new Expression[trees.length];
		for (int lane = 0; lane < trees.length; lane++) {
			values[lane] = once(trees[lane]);
		}
		return values;
	}

	/// Control may come from elsewhere.
	void forget() {
		this.current.clear();
		this.conversions.clear();
	}

	private Lanes held(Variable vector) {
		Lanes now = this.current.get(vector);
		return (now != null) ? now : variables(vector);
	}

	private Lanes variables(Variable vector) {
		Lanes held = this.lanes[vector.index()];
		return (held != null) ? held : declare(vector, false);
	}

	/// Gives a vector lanes that are assigned by several statements, or by one.
	Lanes declare(Variable vector, boolean assignedOnce) {
		Shape shape = shape(vector);
		Expression[] values = new Expression[shape.lanes()];
		for (int lane = 0; lane < values.length; lane++) {
			values[lane] = (lane > 0 && isUniform(vector)) ? values[0] : Read
				.of(assignedOnce ? this.variables.temporary(shape.kind()) : this.variables.variable(shape.kind()));
		}
		Lanes declared = new Lanes(shape, values);
		this.lanes[vector.index()] = declared;
		return declared;
	}

	/// Whether all lanes of a vector are held in one variable.
	boolean isUniform(Variable vector) {
		return this.periods.isUniform(vector, shape(vector).laneBytes());
	}

	/// Gives a vector its value.
	void assign(Variable vector, Lanes value) {
		Shape shape = shape(vector);
		Expression[] values = (value.shape() == shape) ? value.values().clone()
				: converted(new Lanes(value.shape(), once(value.values())), shape);
		int different = isUniform(vector) ? 1 : values.length;
		Arrays.fill(values, different, values.length, values[0]);
		if (vector.isTemporary()) {
			Expression[] lasting = Arrays.copyOf(lasting(Arrays.copyOf(values, different)), values.length);
			Arrays.fill(lasting, different, values.length, lasting[0]);
			if (different == 1 && lasting[0] instanceof Read read) {
				this.common.add(read.variable());
			}
			this.lanes[vector.index()] = new Lanes(shape, lasting);
			return;
		}
		Lanes target = variables(vector);
		boolean stable = true;
		for (int lane = 0; lane < different; lane++) {
			emit(new Assign(((Read) target.value(lane)).variable(), values[lane]));
			stable &= values[lane].isStable();
		}
		this.current.remove(vector);
		if (stable) {
			this.current.put(vector, new Lanes(shape, values));
		}
	}

	// What cannot change any more needs no variable of its own.
	private Expression[] lasting(Expression[] trees) {
		Expression[] values = new Expression[trees.length];
		for (int lane = 0; lane < trees.length; lane++) {
			values[lane] = trees[lane];
			if (!trees[lane].isStable()) {
				Variable temporary = this.variables.temporary(trees[lane].kind());
				emit(new Assign(temporary, trees[lane]));
				values[lane] = Read.of(temporary);
				if (trees[lane] instanceof Numeric numeric && numeric.operandCount() == 2
						&& numeric.operand(0) instanceof Read source && source.isStable()) {
					this.shifts.put(temporary, numeric);
				}
			}
		}
		return values;
	}

	/// Either lane, bit by bit: a rotation, if they are the two parts of one.
	Expression either(Expression one, Expression other) {
		Expression rotated = rotated(one, other);
		rotated = (rotated != null) ? rotated : rotated(other, one);
		return (rotated != null) ? rotated : Trees.or(one, other);
	}

	private @Nullable Expression rotated(Expression one, Expression other) {
		Numeric up = (one instanceof Read read) ? this.shifts.get(read.variable()) : null;
		Numeric down = (other instanceof Read read) ? this.shifts.get(read.variable()) : null;
		if (up == null || down == null || ((Read) up.operand(0)).variable() != ((Read) down.operand(0)).variable()
				|| !(up.operand(1) instanceof Constant left) || !(down.operand(1) instanceof Constant right)) {
			return null;
		}
		boolean ints = up.op() == NumericOp.I32_SHL && down.op() == NumericOp.I32_SHR_U;
		boolean longs = up.op() == NumericOp.I64_SHL && down.op() == NumericOp.I64_SHR_U;
		int width = ints ? Integer.SIZE : Long.SIZE;
		if (!ints && !longs || (left.bits() + right.bits() & width - 1) != 0) {
			return null;
		}
		return Trees.numeric(ints ? NumericOp.I32_ROTL : NumericOp.I64_ROTL, up.operand(0), left);
	}

	private static Expression[] constants(VectorConstant constant, Shape shape) {
		Expression[] values = new Expression[shape.lanes()];
		for (int lane = 0; lane < values.length; lane++) {
			long half = (lane < values.length / 2) ? constant.low() : constant.high();
			int width = Long.SIZE * 2 / values.length;
			long bits = half << Long.SIZE - width - lane * width >> Long.SIZE - width;
			values[lane] = Constant.of(shape.kind(), (shape == Shape.F32X4) ? bits & INT_MASK : bits);
		}
		return values;
	}

	/// Lanes of another shape: what is wider by `int`s and `long`s.
	static Expression[] converted(Lanes from, Shape to) {
		if (from.shape() == to) {
			return from.values();
		}
		Lanes bits = asBits(from);
		Lanes sized = (bits.shape().lanes() > to.lanes()) ? joined(bits, to.ofBits())
				: (bits.shape().lanes() < to.lanes()) ? divided(bits, to.ofBits()) : bits;
		return switch (to) {
			case I32X4, I64X2, I16X8, I8X16 -> sized.values();
			case F32X4 -> each(NumericOp.F32_REINTERPRET_I32, sized.values());
			case F64X2 -> each(NumericOp.F64_REINTERPRET_I64, sized.values());
		};
	}

	private static Lanes asBits(Lanes from) {
		return switch (from.shape()) {
			case I32X4, I64X2, I16X8, I8X16 -> from;
			case F32X4 -> new Lanes(Shape.I32X4, each(NumericOp.I32_REINTERPRET_F32, from.values()));
			case F64X2 -> new Lanes(Shape.I64X2, each(NumericOp.I64_REINTERPRET_F64, from.values()));
		};
	}

	private static Expression[] each(NumericOp op, Expression[] values) {
		Expression[] results = new Expression[values.length];
		for (int lane = 0; lane < values.length; lane++) {
			results[lane] = Trees.numeric(op, values[lane]);
		}
		return results;
	}

	private static Lanes joined(Lanes from, Shape to) {
		if (to == Shape.I64X2 && from.shape() != Shape.I32X4) {
			return joined(joined(from, Shape.I32X4), to);
		}
		Expression[] values = new Expression[to.lanes()];
		int parts = from.values().length / values.length;
		for (int lane = 0; lane < values.length; lane++) {
			values[lane] = (to == Shape.I64X2) ? Trees.pair(from.value(2 * lane), from.value(2 * lane + 1))
					: side(from, lane * parts, parts);
		}
		return new Lanes(to, values);
	}

	// Some narrow lanes side by side. The bits above the last one do not matter or fall
	// off.
	private static Expression side(Lanes from, int first, int parts) {
		int width = from.shape().laneBytes() * Byte.SIZE;
		Expression joined = Trees.and(from.value(first), Trees.constant((1 << width) - 1));
		for (int part = 1; part < parts; part++) {
			Expression lane = from.value(first + part);
			Expression bits = (part == parts - 1) ? lane : Trees.and(lane, Trees.constant((1 << width) - 1));
			joined = Trees.or(joined, Trees.numeric(NumericOp.I32_SHL, bits, Trees.constant(part * width)));
		}
		return joined;
	}

	private static Lanes divided(Lanes from, Shape to) {
		Expression[] values = new Expression[to.lanes()];
		int parts = values.length / from.values().length;
		for (int lane = 0; lane < values.length; lane++) {
			Expression source = from.value(lane / parts);
			int distance = lane % parts * to.laneBytes() * Byte.SIZE;
			values[lane] = (from.shape() == Shape.I64X2) ? Trees.intAt(source, distance) : Trees.down(source, distance);
		}
		return new Lanes(to, values);
	}

}
