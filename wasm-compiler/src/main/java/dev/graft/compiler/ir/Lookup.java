package dev.graft.compiler.ir;

import java.util.Arrays;

import dev.graft.compiler.op.NumericOp;

/// A number from a table of numbers that are known: characters of a string, which HotSpot
/// reads like an array whose address and length it knows.
public final class Lookup extends Expression {

	private static final int BYTE = 0xFF;

	private final String table;

	/// @param table the numbers, below 256, so that each takes a byte
	/// @param index an `i32` within the table
	public Lookup(String table, Expression index) {
		super(Kind.INT, Effects.NONE, 0, index);
		this.table = table;
	}

	/// Any number of a table, put together from its bytes.
	/// @param numbers the table
	/// @param index an `i32` within the table, which can be computed several times
	public static Expression number(int[] numbers, Expression index) {
		int bits = Arrays.stream(numbers).reduce(0, (some, number) -> some | number);
		Expression value = bytes(numbers, 0, index);
		for (int shift = Byte.SIZE; shift < Integer.SIZE && bits >>> shift != 0; shift += Byte.SIZE) {
			Expression upper = new Numeric(NumericOp.I32_SHL, 0, bytes(numbers, shift, index), Constant.ofInt(shift));
			value = new Numeric(NumericOp.I32_OR, 0, upper, value);
		}
		return value;
	}

	private static Lookup bytes(int[] numbers, int shift, Expression index) {
		StringBuilder table = new StringBuilder(numbers.length);
		for (int number : numbers) {
			table.append((char) (number >>> shift & BYTE));
		}
		return new Lookup(table.toString(), index);
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
