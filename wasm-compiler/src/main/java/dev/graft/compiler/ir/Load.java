package dev.graft.compiler.ir;

/// A load.
public final class Load extends Expression {

	private final Access access;

	/// @param access what it does
	/// @param address the address without the offset
	public Load(Access access, Expression address) {
		super(Kind.of(access.op().type()),
				access.checks() ? Effects.READS_MEMORY | Effects.READS_SIZE | Effects.TRAPS : Effects.READS_MEMORY,
				access.reads(), address);
		this.access = access;
	}

	/// What it does.
	public Access access() {
		return this.access;
	}

	@Override
	boolean readsByItself(Variable variable) {
		return this.access.reads(variable);
	}

	@Override
	public Expression with(Expression[] operands) {
		return new Load(this.access, operands[0]);
	}

	@Override
	public String toString() {
		return "(" + this.access + list(this) + ")";
	}

}
