package dev.graft.compiler.ir;

/// A new array for numbers or references.
public final class NewArray extends Expression {

	private final int length;

	/// @param kind [Kind#BITS] or [Kind#REFERENCES]
	/// @param length how many elements
	public NewArray(Kind kind, int length) {
		super(kind, Effects.NONE, 0, NO_OPERANDS);
		this.length = length;
	}

	/// How many elements.
	public int length() {
		return this.length;
	}

	@Override
	public Expression with(Expression[] operands) {
		return this;
	}

	@Override
	public String toString() {
		return "(new " + kind() + " " + this.length + ")";
	}

}
