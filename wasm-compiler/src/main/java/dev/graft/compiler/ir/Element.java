package dev.graft.compiler.ir;

/// An element of an array that the function made or was given. Whoever reads and
/// writes such elements keeps the order, which the statements around them do.
public final class Element extends Expression {

	private final int index;

	/// @param kind what the element stands for
	/// @param index its place
	/// @param array the array
	public Element(Kind kind, int index, Expression array) {
		super(kind, Effects.READS_TRANSFER, 0, array);
		this.index = index;
	}

	/// An element that stands for a value, or both that stand for a vector.
	/// @param kind what they stand for
	/// @param place the first place
	/// @param array the variable that holds the array
	public static Expression of(Kind kind, int place, Variable array) {
		return (kind != Kind.VECTOR) ? new Element(kind, place, Read.of(array)) : new VectorOfHalves(
				new Element(Kind.LONG, place, Read.of(array)), new Element(Kind.LONG, place + 1, Read.of(array)));
	}

	/// Its place.
	public int index() {
		return this.index;
	}

	@Override
	public Expression with(Expression[] operands) {
		return new Element(kind(), this.index, operands[0]);
	}

	@Override
	public String toString() {
		return operand(0) + "[" + this.index + "]";
	}

}
