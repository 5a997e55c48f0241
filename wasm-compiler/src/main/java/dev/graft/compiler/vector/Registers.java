package dev.graft.compiler.vector;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.MemoryBase;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.RegisterOperation;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.ir.VectorConstant;
import dev.graft.compiler.op.VectorOp;
import dev.graft.compiler.pass.Loops;
import org.jspecify.annotations.Nullable;

/// The vectors of a body that are held as objects of the Vector API.
final class Registers {

	private static final int LANES = 16;

	private static final int NO_LANE = 0xFF;

	private final Body.Variables variables;

	private final BitSet chosen;

	private final RegisterLanes lanes;

	private final List<Statement> statements;

	private final Map<Variable, Variable> registers = new HashMap<>();

	/// Results of comparisons that can be had again by comparing again, which is cheaper
	/// than to make a vector of the result and ask for the result of that.
	private final Map<Variable, Expression> comparisons = new HashMap<>();

	private final Map<Integer, Variable> bases = new HashMap<>();

	private final List<Statement> beginning = new ArrayList<>();

	private final RegisterForms forms = new RegisterForms(this::kept);

	/// @param loops the loops of the body
	/// @param chosen the indices of the variables
	/// @param statements take what is emitted
	Registers(Body body, Loops loops, BitSet chosen, List<Statement> statements) {
		this.variables = body.variables();
		this.chosen = chosen;
		this.lanes = RegisterLanes.of(body, loops, chosen);
		this.statements = statements;
	}

	/// What comes before the first statement: variables have values from the start.
	List<Statement> beginning() {
		return this.beginning;
	}

	boolean holds(Variable vector) {
		return this.chosen.get(vector.index());
	}

	boolean holds(Expression vector) {
		return vector instanceof Read read && read.kind() == Kind.VECTOR && holds(read.variable());
	}

	/// The address of a memory.
	Expression base(int memoryIndex) {
		return Read.of(this.bases.computeIfAbsent(memoryIndex, (memory) -> {
			Variable base = this.variables.temporary(Kind.LONG);
			this.beginning.add(new Assign(base, new MemoryBase(memory)));
			return base;
		}));
	}

	/// A vector that is held as an object, or a constant.
	Expression value(Expression vector) {
		return (vector instanceof VectorConstant constant)
				? RegisterOperation.ofHalves(half(constant.low()), half(constant.high()))
				: Read.of(register(((Read) vector).variable()));
	}

	private static Expression half(long bits) {
		return Constant.of(Kind.LONG, bits);
	}

	/// An operator, all of whose vector operands are held as objects.
	Expression operation(Vector vector) {
		Expression[] operands = new Expression[vector.operandCount()];
		for (int number = 0; number < operands.length; number++) {
			Expression operand = vector.operand(number);
			operands[number] = (operand.kind() == Kind.VECTOR) ? value(operand) : operand;
		}
		if (vector.op() == VectorOp.I8X16_SHUFFLE) {
			return shuffle(vector, operands);
		}
		if (vector.op() == VectorOp.I8X16_SWIZZLE && vector.operand(1) instanceof VectorConstant) {
			return RegisterOperation.of(vector.op(), 0, operands);
		}
		if (vector.op() == VectorOp.I8X16_SWIZZLE || vector.op() == VectorOp.V128_BITSELECT) {
			keep(operands);
		}
		if (RegisterForms.steps(vector.op()) > 0) {
			keep(operands);
			return this.forms.of(vector.op(), operands);
		}
		if (RegisterOperators.asksForTruth(vector.op()) && operands[0] instanceof Read read) {
			operands[0] = this.comparisons.getOrDefault(read.variable(), read);
		}
		return RegisterOperation.of(vector.op(), vector.lane(), operands);
	}

	/// Control may come from elsewhere.
	void forget() {
		this.comparisons.clear();
	}

	// Two swizzles, each of which leaves the bytes of the other zero.
	private static Expression shuffle(Vector shuffle, Expression[] operands) {
		Expression[] parts = new Expression[2];
		for (int operand = 0; operand < 2; operand++) {
			Expression indices = RegisterOperation.ofHalves(half(indices(shuffle, 0, operand)),
					half(indices(shuffle, Long.BYTES, operand)));
			parts[operand] = RegisterOperation.of(VectorOp.I8X16_SWIZZLE, 0, operands[operand], indices);
		}
		if (!Shuffle.uses(shuffle, 0)) {
			return parts[1];
		}
		return Shuffle.uses(shuffle, 1) ? RegisterOperation.of(VectorOp.V128_OR, 0, parts) : parts[0];
	}

	private static long indices(Vector shuffle, int from, int operand) {
		long indices = 0;
		for (int place = Long.BYTES - 1; place >= 0; place--) {
			int lane = shuffle.lane(from + place) - operand * LANES;
			indices = indices << Byte.SIZE | ((lane >= 0 && lane < LANES) ? lane : NO_LANE);
		}
		return indices;
	}

	// What is used twice.
	private void keep(Expression[] operands) {
		for (int number = 0; number < operands.length; number++) {
			operands[number] = kept(operands[number]);
		}
	}

	private Expression kept(Expression operand) {
		if (operand instanceof Read) {
			return operand;
		}
		Variable kept = this.variables.variable(operand.kind());
		this.statements.add(new Assign(kept, operand));
		return Read.of(kept);
	}

	/// Gives a vector its value.
	void assign(Variable vector, Expression value) {
		Variable register = register(vector);
		boolean other = value instanceof Read && value.kind() != register.kind();
		this.statements.add(new Assign(register, other ? RegisterOperation.as(register.kind(), value) : value));
		this.comparisons.values().removeIf((comparison) -> comparison.reads(register));
		if (register.isTemporary() && value instanceof RegisterOperation operation
				&& RegisterOperators.isComparison(operation.op())) {
			this.comparisons.put(register, value);
		}
	}

	/// Gives a vector a value that another statement may replace.
	void choose(Variable vector, Expression value) {
		this.registers.put(vector, this.variables.variable(this.lanes.of(vector)));
		assign(vector, value(value));
	}

	private Variable register(Variable vector) {
		@Nullable Variable known = this.registers.get(vector);
		if (known != null) {
			return known;
		}
		Kind kind = this.lanes.of(vector);
		Variable register = vector.isTemporary() ? this.variables.temporary(kind) : this.variables.variable(kind);
		this.registers.put(vector, register);
		if (!vector.isTemporary()) {
			this.beginning.add(new Assign(register, RegisterOperation.ofHalves(half(0), half(0))));
		}
		return register;
	}

}
