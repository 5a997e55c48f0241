package dev.graft.compiler.ir;

/// A step of a call in tail position for which the function leaves.
public final class TailStep extends Expression {

	private final Step step;

	private final int first;

	private final int second;

	private final int site;

	private TailStep(Step step, int first, int second, int site, Kind kind, int effects, Expression... operands) {
		super(kind, effects, 0, operands);
		this.step = step;
		this.first = first;
		this.second = second;
		this.site = site;
	}

	/// The function at an index of a table.
	/// @param typeIndex the type that it must have
	/// @param site where it is
	/// @param index an `i32`
	public static TailStep callee(int tableIndex, int typeIndex, int site, Expression index) {
		return new TailStep(Step.CALLEE, tableIndex, typeIndex, site, Kind.REFERENCE,
				Effects.READS_TABLE | Effects.TRAPS, index);
	}

	/// The number of a function in its own module, 0 if it never leaves.
	/// @param site where it is
	/// @param callee the function
	public static TailStep number(int site, Expression callee) {
		return new TailStep(Step.NUMBER, 0, 0, site, Kind.INT, Effects.TRAPS, callee);
	}

	/// Says which function of the module is to be called next.
	/// @param number its number
	public static TailStep leaveFor(int number) {
		return new TailStep(Step.LEAVE_FOR_NUMBER, number, 0, 0, Kind.VOID, Effects.WRITES_TRANSFER);
	}

	/// Says which function is to be called next.
	/// @param callee the function
	public static TailStep leaveFor(Expression callee) {
		return new TailStep(Step.LEAVE_FOR_CALLEE, 0, 0, 0, Kind.VOID, Effects.WRITES_TRANSFER, callee);
	}

	/// What it does.
	public Step step() {
		return this.step;
	}

	/// The table or the number.
	public int first() {
		return this.first;
	}

	/// The type.
	public int second() {
		return this.second;
	}

	/// Where it is.
	public int site() {
		return this.site;
	}

	@Override
	public Expression with(Expression[] operands) {
		return new TailStep(this.step, this.first, this.second, this.site, kind(), effects(), operands);
	}

	@Override
	public String toString() {
		return "(" + this.step + " " + this.first + " " + this.second + list(this) + ")";
	}

	/// What there is to do.
	public enum Step {

		/// Looks a function up in a table.
		CALLEE,

		/// Reads the number of a function.
		NUMBER,

		/// Notes the number of the next function of this module.
		LEAVE_FOR_NUMBER,

		/// Notes the next function.
		LEAVE_FOR_CALLEE

	}

}
