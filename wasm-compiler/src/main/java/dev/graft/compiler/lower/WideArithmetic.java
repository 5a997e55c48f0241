package dev.graft.compiler.lower;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.HighProduct;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.NumericOp;
import dev.graft.compiler.op.WideArithmeticOp;

/// Lowers arithmetic on numbers of 128 bits to arithmetic on their halves. No object is
/// made for a number: both halves are operands.
final class WideArithmetic {

	private final Body.Variables variables;

	private final OperandStack stack;

	WideArithmetic(Body.Variables variables, OperandStack stack) {
		this.variables = variables;
		this.stack = stack;
	}

	/// Pushes the lower half of the result and then the upper one.
	/// @param operands the halves of the operands; evaluating them has no effects
	void lower(WideArithmeticOp op, Expression[] operands) {
		switch (op) {
			case I64_ADD128 -> add(operands);
			case I64_SUB128 -> subtract(operands);
			case I64_MUL_WIDE_S -> multiply(true, operands);
			case I64_MUL_WIDE_U -> multiply(false, operands);
		}
	}

	// There is a carry if the sum is smaller than an operand.
	private void add(Expression[] operands) {
		Expression low = keep(operands[0]);
		Expression sum = keep(new Numeric(NumericOp.I64_ADD, 0, low, operands[2]));
		Expression carry = isBelow(sum, low);
		Expression upper = new Numeric(NumericOp.I64_ADD, 0, operands[1], operands[3]);
		push(sum, new Numeric(NumericOp.I64_ADD, 0, upper, carry));
	}

	private void subtract(Expression[] operands) {
		Expression low = keep(operands[0]);
		Expression other = keep(operands[2]);
		Expression borrow = isBelow(low, other);
		Expression upper = new Numeric(NumericOp.I64_SUB, 0, operands[1], operands[3]);
		push(keep(new Numeric(NumericOp.I64_SUB, 0, low, other)), new Numeric(NumericOp.I64_SUB, 0, upper, borrow));
	}

	private void multiply(boolean signed, Expression[] operands) {
		Expression one = keep(operands[0]);
		Expression other = keep(operands[1]);
		push(new Numeric(NumericOp.I64_MUL, 0, one, other), new HighProduct(signed, one, other));
	}

	private void push(Expression lower, Expression upper) {
		this.stack.push(lower);
		this.stack.push(upper);
	}

	// Extending 0 and 1 by the sign takes less than by zeros.
	private static Expression isBelow(Expression one, Expression other) {
		return new Numeric(NumericOp.I64_EXTEND_I32_S, 0, new Numeric(NumericOp.I64_LT_U, 0, one, other));
	}

	// Something that can be had twice.
	private Expression keep(Expression value) {
		if (value instanceof Constant || value instanceof Read) {
			return value;
		}
		Variable temporary = this.variables.temporary(Kind.LONG);
		this.stack.emit(new Assign(temporary, value));
		return Read.of(temporary);
	}

}
