package dev.graft.compiler.vector;

import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.op.NumericOp;

/// Trees of numbers that expansions are written in.
final class Trees {

	private Trees() {
	}

	static Expression numeric(NumericOp op, Expression... operands) {
		return new Numeric(op, 0, operands);
	}

	static Expression constant(int value) {
		return Constant.ofInt(value);
	}

	static Expression constant(long value) {
		return Constant.of(Kind.LONG, value);
	}

	static boolean isConstant(Expression tree, long bits) {
		return tree instanceof Constant constant && constant.bits() == bits;
	}

	/// Both, bit by bit; `int`s or `long`s.
	static Expression and(Expression one, Expression other) {
		if (one instanceof Constant first && other instanceof Constant second) {
			return Constant.of(one.kind(), first.bits() & second.bits());
		}
		if (isConstant(one, 0) || isConstant(other, -1)) {
			return one;
		}
		if (isConstant(other, 0) || isConstant(one, -1)) {
			return other;
		}
		return numeric((one.kind() == Kind.INT) ? NumericOp.I32_AND : NumericOp.I64_AND, one, other);
	}

	/// Either, bit by bit.
	static Expression or(Expression one, Expression other) {
		if (one instanceof Constant first && other instanceof Constant second) {
			return Constant.of(one.kind(), first.bits() | second.bits());
		}
		if (isConstant(one, 0)) {
			return other;
		}
		if (isConstant(other, 0)) {
			return one;
		}
		return numeric((one.kind() == Kind.INT) ? NumericOp.I32_OR : NumericOp.I64_OR, one, other);
	}

	/// One of both, bit by bit.
	static Expression xor(Expression one, Expression other) {
		if (one instanceof Constant first && other instanceof Constant second) {
			return Constant.of(one.kind(), first.bits() ^ second.bits());
		}
		if (isConstant(one, 0)) {
			return other;
		}
		if (isConstant(other, 0)) {
			return one;
		}
		return numeric((one.kind() == Kind.INT) ? NumericOp.I32_XOR : NumericOp.I64_XOR, one, other);
	}

	/// All bits inverted.
	static Expression not(Expression bits) {
		return xor(bits, (bits.kind() == Kind.INT) ? constant(-1) : constant(-1L));
	}

	/// A `long` whose bits are moved up, or down for a negative count.
	static Expression moved(Expression bits, int count) {
		if (count == 0) {
			return bits;
		}
		if (bits instanceof Constant constant) {
			return constant((count > 0) ? constant.bits() << count : constant.bits() >>> -count);
		}
		return (count > 0) ? numeric(NumericOp.I64_SHL, bits, constant((long) count))
				: numeric(NumericOp.I64_SHR_U, bits, constant((long) -count));
	}

	/// An `int` whose bits are moved down.
	static Expression down(Expression bits, int count) {
		return (count == 0) ? bits : numeric(NumericOp.I32_SHR_U, bits, constant(count));
	}

	/// The lower half of a `long`, moved down to it first.
	static Expression intAt(Expression bits, int from) {
		Expression moved = moved(bits, -from);
		return (moved instanceof Constant constant) ? constant((int) constant.bits())
				: numeric(NumericOp.I32_WRAP_I64, moved);
	}

	/// A `long` of two `int`s.
	static Expression pair(Expression low, Expression high) {
		return or(numeric(NumericOp.I64_EXTEND_I32_U, low),
				moved(numeric(NumericOp.I64_EXTEND_I32_S, high), Integer.SIZE));
	}

}
