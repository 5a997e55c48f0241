package dev.graft.compiler.ir;

/// The upper half of the product of two `i64`.
public final class HighProduct extends Expression {

	private final boolean signed;

	/// @param signed whether the factors are signed
	/// @param factors the two factors
	public HighProduct(boolean signed, Expression... factors) {
		super(Kind.LONG, Effects.NONE, 0, factors);
		this.signed = signed;
	}

	/// Whether the factors are signed.
	public boolean signed() {
		return this.signed;
	}

	@Override
	public Expression with(Expression[] operands) {
		return new HighProduct(this.signed, operands);
	}

	@Override
	public String toString() {
		return (this.signed ? "(high_s" : "(high_u") + list(this) + ")";
	}

}
