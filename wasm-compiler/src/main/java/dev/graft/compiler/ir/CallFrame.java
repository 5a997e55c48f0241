package dev.graft.compiler.ir;

/// Where a call keeps variables that have no place in the JVM's frame: taking one, with
/// anything in it, from those that the instance has in reserve, and giving it back. Who
/// does not come to that, because of an exception, has taken it away for good.
public final class CallFrame extends Expression {

	private CallFrame(Kind kind, Expression... operands) {
		super(kind, Effects.READS_TRANSFER | Effects.WRITES_TRANSFER, 0, operands);
	}

	/// Takes one.
	public static CallFrame take() {
		return new CallFrame(Kind.FRAME, NO_OPERANDS);
	}

	/// Gives one back.
	/// @param frame the frame
	public static CallFrame giveBack(Expression frame) {
		return new CallFrame(Kind.VOID, frame);
	}

	/// Whether one is given back.
	public boolean isGivenBack() {
		return operandCount() > 0;
	}

	@Override
	public Expression with(Expression[] operands) {
		return new CallFrame(kind(), operands);
	}

	@Override
	public String toString() {
		return isGivenBack() ? "(give back " + operand(0) + ")" : "(call frame)";
	}

}
