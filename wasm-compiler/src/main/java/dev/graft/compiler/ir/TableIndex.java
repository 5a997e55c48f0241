package dev.graft.compiler.ir;

/// A 64-bit index of a table, or number of its elements, in 32 bits. What does not
/// fit
/// becomes the largest number, which no table has room for.
public final class TableIndex extends Expression {

	/// The index `index`.
	public TableIndex(Expression index) {
		super(Kind.INT, Effects.NONE, 0, index);
	}

	@Override
	public Expression with(Expression[] operands) {
		return new TableIndex(operands[0]);
	}

	@Override
	public String toString() {
		return "(index" + list(this) + ")";
	}

}
