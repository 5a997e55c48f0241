package dev.graft.compiler.ir;

import dev.graft.compiler.op.ConstantOp;
import dev.graft.compiler.op.Op;
import dev.graft.compiler.op.VectorMemoryOp;
import dev.graft.compiler.op.VectorOp;

/// An instruction on vectors that are held as objects of the Vector API.
public final class RegisterOperation extends Expression {

	private final Op op;

	private final int lane;

	private RegisterOperation(Op op, int lane, Kind kind, int effects, Expression... operands) {
		super(kind, effects, 0, operands);
		this.op = op;
		this.lane = lane;
	}

	/// @param op the operator
	/// @param lane the lane that the instruction names, if it does
	/// @param operands its operands
	public static RegisterOperation of(VectorOp op, int lane, Expression... operands) {
		Kind result = Kind.of(op.signature().result());
		return new RegisterOperation(op, lane, (result == Kind.VECTOR) ? Kind.REGISTER : result, Effects.NONE,
				operands);
	}

	/// A vector of two halves.
	public static RegisterOperation ofHalves(Expression low, Expression high) {
		return new RegisterOperation(ConstantOp.V128_CONST, 0, Kind.REGISTER, Effects.NONE, low, high);
	}

	/// `v128.load` at an address as the machine counts, which has been checked.
	public static RegisterOperation load(Expression address) {
		return new RegisterOperation(VectorMemoryOp.V128_LOAD, 0, Kind.REGISTER, Effects.READS_MEMORY, address);
	}

	/// `v128.store` at an address as the machine counts, which has been checked.
	public static RegisterOperation store(Expression vector, Expression address) {
		return new RegisterOperation(VectorMemoryOp.V128_STORE, 0, Kind.VOID, Effects.WRITES_MEMORY, vector, address);
	}

	/// The operator.
	public Op op() {
		return this.op;
	}

	/// The lane that the instruction names.
	public int lane() {
		return this.lane;
	}

	@Override
	public Expression with(Expression[] operands) {
		return new RegisterOperation(this.op, this.lane, kind(), effects(), operands);
	}

	@Override
	public String toString() {
		return "(register " + this.op + list(this) + ")";
	}

}
