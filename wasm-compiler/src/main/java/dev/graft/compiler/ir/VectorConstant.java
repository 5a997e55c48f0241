package dev.graft.compiler.ir;

/// A vector that is known.
public final class VectorConstant extends Expression {

	private final long low;

	private final long high;

	/// @param low the lower half, which holds the first lanes
	/// @param high the upper half
	public VectorConstant(long low, long high) {
		super(Kind.VECTOR, Effects.NONE, 0, NO_OPERANDS);
		this.low = low;
		this.high = high;
	}

	/// The lower half, which holds the first lanes.
	public long low() {
		return this.low;
	}

	/// The upper half.
	public long high() {
		return this.high;
	}

	@Override
	public Expression with(Expression[] operands) {
		return this;
	}

	@Override
	public String toString() {
		return "%016x%016x:V".formatted(this.high, this.low);
	}

}
