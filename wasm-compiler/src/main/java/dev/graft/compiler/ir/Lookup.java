package dev.graft.compiler.ir;

/// A number from a table of numbers that are known: characters of a string, which HotSpot
/// reads like an array whose address and length it knows.
public final class Lookup extends Expression {

	private final String table;

	/// @param table the numbers, below 256, so that each takes a byte
	/// @param index an `i32` within the table
	public Lookup(String table, Expression index) {
		super(Kind.INT, Effects.NONE, 0, index);
		this.table = table;
	}

	/// The table.
	public String table() {
		return this.table;
	}

	@Override
	public Expression with(Expression[] operands) {
		return new Lookup(this.table, operands[0]);
	}

	@Override
	public String toString() {
		return "(one of " + this.table.length() + list(this) + ")";
	}

}
