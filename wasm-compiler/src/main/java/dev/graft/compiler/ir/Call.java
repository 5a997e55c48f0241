package dev.graft.compiler.ir;

/// A call. Yields the first result; the others are read by [FurtherResult].
public final class Call extends Expression {

	private final Target target;

	private final int site;

	/// @param kind the first result, [Kind#VOID] if there is none
	/// @param target what is called
	/// @param site where it is
	/// @param operands the arguments
	public Call(Kind kind, Target target, int site, Expression... operands) {
		super(kind, effects(target), 0, operands);
		this.target = target;
		this.site = site;
	}

	private static int effects(Target target) {
		boolean harmless = target instanceof Target.Piece piece && !piece.throwing();
		return harmless ? Effects.CALL & ~Effects.THROWS : Effects.CALL;
	}

	/// What is called.
	public Target target() {
		return this.target;
	}

	/// Where it is.
	public int site() {
		return this.site;
	}

	@Override
	public Expression with(Expression[] operands) {
		return new Call(kind(), this.target, this.site, operands);
	}

	@Override
	public String toString() {
		return "(call " + this.target + list(this) + ")";
	}

}
