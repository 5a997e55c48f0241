package dev.graft.compiler.ir;

/// The value of a variable.
public final class Read extends Expression {

	private final Variable variable;

	Read(Variable variable) {
		super(variable.kind(), Effects.NONE, variable.bit(), NO_OPERANDS);
		this.variable = variable;
	}

	/// Reads `variable`. One tree does for all places, of which there may be millions, as
	/// it has no effects.
	public static Read of(Variable variable) {
		return variable.read();
	}

	/// The variable.
	public Variable variable() {
		return this.variable;
	}

	@Override
	boolean readsByItself(Variable variable) {
		return this.variable == variable;
	}

	@Override
	public Expression with(Expression[] operands) {
		return this;
	}

	@Override
	public String toString() {
		return this.variable.toString();
	}

}
