package dev.graft.compiler.ir;

/// A value that a piece of the function has left for the others.
public final class Transferred extends Expression {

	private final int index;

	/// @param kind its kind
	/// @param index its place among those of the kind
	public Transferred(Kind kind, int index) {
		super(kind, Effects.READS_TRANSFER, 0, NO_OPERANDS);
		this.index = index;
	}

	/// Its place among those of the kind.
	public int index() {
		return this.index;
	}

	@Override
	public Expression with(Expression[] operands) {
		return this;
	}

	@Override
	public String toString() {
		return "transfer" + kind().descriptor().charAt(0) + this.index;
	}

}
