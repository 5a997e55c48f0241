package dev.graft.compiler.ir;

/// One of two values, both computed. The condition is the last operand.
public final class Select extends Expression {

	/// `whenTrue` if the condition is not zero.
	public Select(Expression whenTrue, Expression whenFalse, Expression condition) {
		super(whenTrue.kind(), Effects.NONE, 0, whenTrue, whenFalse, condition);
	}

	@Override
	public Expression with(Expression[] operands) {
		return new Select(operands[0], operands[1], operands[2]);
	}

	@Override
	public String toString() {
		return "(select" + list(this) + ")";
	}

}
