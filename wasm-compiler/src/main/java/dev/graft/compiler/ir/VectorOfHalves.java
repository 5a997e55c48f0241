package dev.graft.compiler.ir;

/// A vector from its halves, two `i64`: what a vector is made of again that has come
/// from elsewhere.
public final class VectorOfHalves extends Expression {

	/// @param low the lower half, which holds the first lanes
	/// @param high the upper half
	public VectorOfHalves(Expression low, Expression high) {
		super(Kind.VECTOR, Effects.NONE, 0, low, high);
	}

	@Override
	public Expression with(Expression[] operands) {
		return new VectorOfHalves(operands[0], operands[1]);
	}

	@Override
	public String toString() {
		return "(halves" + list(this) + ")";
	}

}
