package dev.graft.compiler.ir;

/// A result of the last call beyond its first.
public final class FurtherResult extends Expression {

	private final int index;

	/// @param kind its kind
	/// @param index its place among the results, from 1
	public FurtherResult(Kind kind, int index) {
		super(kind, Effects.READS_TRANSFER, 0, NO_OPERANDS);
		this.index = index;
	}

	/// Its place among the results, from 1.
	public int index() {
		return this.index;
	}

	@Override
	public Expression with(Expression[] operands) {
		return this;
	}

	@Override
	public String toString() {
		return "result" + this.index;
	}

}
