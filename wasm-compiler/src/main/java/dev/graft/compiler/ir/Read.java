package dev.graft.compiler.ir;

/// The value of a variable.
public final class Read extends Expression {

	private final Variable variable;

	/// Reads `variable`. One tree does for all places, as it has no effects; where there
	/// may be millions of them they are that one.
	public static Read of(Variable variable) {
		return variable.read();
	}

	/// Reads `variable`.
	public Read(Variable variable) {
		super(variable.kind(), Effects.NONE, variable.bit(), NO_OPERANDS);
		this.variable = variable;
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
