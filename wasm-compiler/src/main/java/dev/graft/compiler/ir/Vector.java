package dev.graft.compiler.ir;

import dev.graft.compiler.op.VectorOp;

/// A vector from vectors, a number from a vector, or a vector from a number.
public final class Vector extends Expression {

	private static final byte[] NO_LANES = {};

	private final VectorOp op;

	private final int lane;

	private final byte[] lanes;

	private Vector(VectorOp op, int lane, byte[] lanes, Expression... operands) {
		super(Kind.of(op.signature().result()), Effects.NONE, 0, operands);
		this.op = op;
		this.lane = lane;
		this.lanes = lanes;
	}

	/// @param op the operator
	/// @param lane the lane that the instruction names, if it does
	/// @param operands its operands
	public static Vector of(VectorOp op, int lane, Expression... operands) {
		return new Vector(op, lane, NO_LANES, operands);
	}

	/// `i8x16.shuffle`
	/// @param lanes the sixteen lanes; never written to
	public static Vector shuffle(byte[] lanes, Expression... operands) {
		return new Vector(VectorOp.I8X16_SHUFFLE, 0, lanes, operands);
	}

	/// One half of a vector, as an `i64`.
	/// @param half 0 for the lower one, 1 for the upper one
	public static Vector half(int half, Expression vector) {
		return of(VectorOp.I64X2_EXTRACT_LANE, half, vector);
	}

	/// The operator.
	public VectorOp op() {
		return this.op;
	}

	/// The lane that the instruction names.
	public int lane() {
		return this.lane;
	}

	/// The lane that a shuffle names for a place.
	public int lane(int place) {
		return this.lanes[place];
	}

	@Override
	public Expression with(Expression[] operands) {
		return new Vector(this.op, this.lane, this.lanes, operands);
	}

	@Override
	public String toString() {
		return "(" + this.op + list(this) + ")";
	}

}
