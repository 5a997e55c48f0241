package dev.graft.compiler.lower;

import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Effects;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Select;
import dev.graft.compiler.ir.Statement.Evaluate;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.ir.VectorConstant;
import dev.graft.compiler.op.ConstantOp;
import dev.graft.compiler.op.NumericOp;
import dev.graft.compiler.op.VectorOp;
import dev.graft.compiler.op.WideArithmeticOp;

/// Lowers what computes numbers and vectors from others, and what drops or chooses values
/// of any type.
final class ValueLowering {

	private final LoweringState state;

	private final OperandStack stack;

	private int products;

	private int rotations;

	private int byteShifts;

	ValueLowering(LoweringState state) {
		this.state = state;
		this.stack = state.stack;
	}

	/// A constant number.
	void constant(ConstantOp op, long bits) {
		this.stack.push(Constant.of(Kind.of(op.type()), bits));
	}

	/// Numbers from numbers.
	void numeric(NumericOp op) {
		Expression[] operands = this.stack.pop(op.signature().operands().size());
		switch (op) {
			case I32_MUL, I64_MUL -> this.products++;
			case I32_ROTL, I32_ROTR, I64_ROTL, I64_ROTR -> {
				this.rotations++;
				countBytes(operands[1]);
			}
			case I32_SHL, I64_SHL, I32_SHR_U, I64_SHR_U, I32_SHR_S, I64_SHR_S -> countBytes(operands[1]);
			default -> {
			}
		}
		this.stack.push(new Numeric(op, Numeric.canTrap(op) ? this.state.site() : 0, operands));
	}

	/// How many products of whole numbers there are.
	int products() {
		return this.products;
	}

	/// How many rotations there are.
	int rotations() {
		return this.rotations;
	}

	private void countBytes(Expression by) {
		if (by instanceof Constant constant && constant.bits() % Byte.SIZE == 0) {
			this.byteShifts++;
		}
	}

	/// How many shifts and rotations there are that move whole bytes.
	int byteShifts() {
		return this.byteShifts;
	}

	/// Numbers of 128 bits.
	void wideArithmetic(WideArithmeticOp op) {
		Expression[] operands = this.stack.evaluateNow(this.stack.pop(op.operands()));
		new WideArithmetic(this.state.variables, this.stack).lower(op, operands);
	}

	/// A constant vector.
	void vectorConstant(long low, long high) {
		this.stack.push(new VectorConstant(low, high));
	}

	/// Vectors from vectors, numbers from vectors, vectors from numbers.
	void vector(VectorOp op, int lane) {
		Expression[] operands = this.stack.pop(op.signature().operands().size());
		this.stack.push(Vector.of(op.deterministic(), lane, operands));
	}

	/// `i8x16.shuffle`
	void shuffle(byte[] lanes) {
		this.stack.push(Vector.shuffle(lanes, this.stack.pop(2)));
	}

	/// `drop`
	void drop() {
		Expression dropped = this.stack.pop();
		if (!Effects.isRemovable(dropped.effects())) {
			this.stack.emit(new Evaluate(dropped));
		}
	}

	/// `select`
	void select() {
		Expression[] operands = this.stack.pop(3);
		this.stack.push(new Select(operands[0], operands[1], operands[2]));
	}

}
