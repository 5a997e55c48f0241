package dev.graft.compiler.ir;

/// A constant; null is the reference with bits `0`.
public final class Constant extends Expression {

	private final long bits;

	private Constant(Kind kind, long bits) {
		super(kind, Effects.NONE, 0, NO_OPERANDS);
		this.bits = bits;
	}

	/// Its bits: an `i32` sign-extended, floats as they are in memory.
	public long bits() {
		return this.bits;
	}

	/// An `i32`.
	public static Constant ofInt(int value) {
		return new Constant(Kind.INT, value);
	}

	/// A number by its bits, or null.
	public static Constant of(Kind kind, long bits) {
		return new Constant(kind, bits);
	}

	/// Zero, or null.
	public static Constant zero(Kind kind) {
		return new Constant(kind, 0);
	}

	@Override
	public Expression with(Expression[] operands) {
		return this;
	}

	@Override
	public String toString() {
		return this.bits + ":" + kind().descriptor().charAt(0);
	}

}
