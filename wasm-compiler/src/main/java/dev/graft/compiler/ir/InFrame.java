package dev.graft.compiler.ir;

import dev.graft.artifact.abi.CallFrameField;

/// A variable that lives in a field of the call's own frame. Whoever reads and writes such
/// fields keeps the order, which the statements around them do.
public final class InFrame extends Expression {

	private final CallFrameField field;

	/// @param kind its kind
	/// @param field where it lives
	/// @param frame the call's frame
	public InFrame(Kind kind, CallFrameField field, Expression frame) {
		super(kind, Effects.READS_TRANSFER, 0, frame);
		this.field = field;
	}

	/// Where it lives.
	public CallFrameField field() {
		return this.field;
	}

	@Override
	public Expression with(Expression[] operands) {
		return new InFrame(kind(), this.field, operands[0]);
	}

	@Override
	public String toString() {
		return operand(0) + "." + this.field.memberName();
	}

}
