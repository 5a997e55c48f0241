package dev.graft.compiler.ir;

/// The value of a global.
public final class GlobalGet extends Expression {

	private final int globalIndex;

	private final boolean high;

	private GlobalGet(Kind kind, boolean mutable, int globalIndex, boolean high) {
		super(kind, mutable ? Effects.READS_GLOBAL : Effects.NONE, 0, NO_OPERANDS);
		this.globalIndex = globalIndex;
		this.high = high;
	}

	/// @param kind what the global holds
	/// @param mutable whether it can change
	/// @param globalIndex which one
	public static Expression of(Kind kind, boolean mutable, int globalIndex) {
		return (kind != Kind.VECTOR) ? new GlobalGet(kind, mutable, globalIndex, false)
				: new VectorOfHalves(new GlobalGet(Kind.LONG, mutable, globalIndex, false),
						new GlobalGet(Kind.LONG, mutable, globalIndex, true));
	}

	/// Whether it is the upper half of a vector.
	public boolean isHigh() {
		return this.high;
	}

	/// Which one.
	public int globalIndex() {
		return this.globalIndex;
	}

	@Override
	public Expression with(Expression[] operands) {
		return this;
	}

	@Override
	public String toString() {
		return "g" + this.globalIndex;
	}

}
