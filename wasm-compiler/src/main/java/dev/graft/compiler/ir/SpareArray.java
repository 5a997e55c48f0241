package dev.graft.compiler.ir;

/// A `long[]` that the instance has in reserve, with anything in it, and giving it back.
/// Who does not come to that, because of an exception, has taken it away for good.
public final class SpareArray extends Expression {

	private final int length;

	private SpareArray(Kind kind, int length, Expression... operands) {
		super(kind, Effects.READS_TRANSFER | Effects.WRITES_TRANSFER, 0, operands);
		this.length = length;
	}

	/// Takes one.
	/// @param length how many elements it has at least
	public static SpareArray take(int length) {
		return new SpareArray(Kind.BITS, length, NO_OPERANDS);
	}

	/// Gives one back.
	/// @param array the array
	public static SpareArray giveBack(Expression array) {
		return new SpareArray(Kind.VOID, 0, array);
	}

	/// Whether one is given back.
	public boolean isGivenBack() {
		return operandCount() > 0;
	}

	/// How many elements it has at least if it is taken.
	public int length() {
		return this.length;
	}

	@Override
	public Expression with(Expression[] operands) {
		return new SpareArray(kind(), this.length, operands);
	}

	@Override
	public String toString() {
		return isGivenBack() ? "(give back " + operand(0) + ")" : "(spare " + this.length + ")";
	}

}
