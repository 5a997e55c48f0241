package dev.graft.compiler.ir;

import dev.graft.compiler.op.ConstantOp;
import dev.graft.compiler.op.ControlOp;
import dev.graft.compiler.op.Op;
import dev.graft.compiler.op.VectorMemoryOp;
import dev.graft.compiler.op.VectorOp;
import org.jspecify.annotations.Nullable;

/// An instruction on vectors that are held as objects of the Vector API. Its kind tells
/// what lanes the API gives the result.
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
		return new RegisterOperation(op, lane, (result == Kind.VECTOR) ? result(op, operands) : result, Effects.NONE,
				operands);
	}

	// What is done bit by bit is done to what lanes there are, but floats have no such
	// methods.
	private static Kind result(VectorOp op, Expression[] operands) {
		Kind own = resultOf(op);
		if (own != null) {
			return own;
		}
		Kind kind = Kind.REGISTER;
		for (int number = operands.length - 1; number >= 0; number--) {
			boolean constant = operands[number] instanceof RegisterOperation operation
					&& operation.op == ConstantOp.V128_CONST;
			kind = constant ? kind : operands[number].kind();
		}
		return switch (kind) {
			case FLOAT_REGISTER -> Kind.INT_REGISTER;
			case DOUBLE_REGISTER -> Kind.LONG_REGISTER;
			default -> kind;
		};
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

	/// A vector with other lanes, the same bits.
	public static RegisterOperation as(Kind kind, Expression vector) {
		return new RegisterOperation(ControlOp.NOP, 0, kind, Effects.NONE, vector);
	}

	/// What lanes the result of an operator has; null if that depends on its operands.
	public static @Nullable Kind resultOf(VectorOp op) {
		return switch (op) {
			case F32X4_EQ, F32X4_NE, F32X4_LT, F32X4_GT, F32X4_LE, F32X4_GE -> Kind.INT_REGISTER;
			default -> lanesOf(op);
		};
	}

	/// What lanes an operator takes; null if any will do.
	public static @Nullable Kind operandOf(VectorOp op) {
		String mnemonic = op.mnemonic();
		int from = mnemonic.lastIndexOf('_', mnemonic.lastIndexOf('x'));
		boolean crosses = from > 0 && mnemonic.indexOf('x') != mnemonic.lastIndexOf('x')
				&& mnemonic.lastIndexOf('x') > mnemonic.indexOf('.');
		if (!crosses || mnemonic.contains("extadd") || op == VectorOp.I32X4_DOT_I16X8_S) {
			return lanesOf(mnemonic);
		}
		return lanesOf(mnemonic.substring(from + 1).replace('_', '.') + '.');
	}

	/// What lanes an operator is named after; null if it works on bits.
	public static @Nullable Kind lanesOf(VectorOp op) {
		return lanesOf(op.mnemonic());
	}

	private static @Nullable Kind lanesOf(String mnemonic) {
		return switch (mnemonic.substring(0, mnemonic.indexOf('.'))) {
			case "i8x16" -> Kind.REGISTER;
			case "i16x8" -> Kind.SHORT_REGISTER;
			case "i32x4" -> Kind.INT_REGISTER;
			case "i64x2" -> Kind.LONG_REGISTER;
			case "f32x4" -> Kind.FLOAT_REGISTER;
			case "f64x2" -> Kind.DOUBLE_REGISTER;
			default -> null;
		};
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
