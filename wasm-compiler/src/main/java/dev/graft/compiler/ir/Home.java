package dev.graft.compiler.ir;

/// A field of the instance in which a variable lives, as long as nothing comes between
/// that could use it for something else. Whoever reads and writes such fields keeps the
/// order, which the statements around them do.
public final class Home extends Expression {

	private final int index;

	/// @param kind its kind
	/// @param index its place among the homes of the kind
	public Home(Kind kind, int index) {
		super(kind, Effects.READS_TRANSFER, 0, NO_OPERANDS);
		this.index = index;
	}

	/// Its place among the homes of the kind.
	public int index() {
		return this.index;
	}

	@Override
	public Expression with(Expression[] operands) {
		return this;
	}

	@Override
	public String toString() {
		return "home" + kind().descriptor().charAt(0) + this.index;
	}

}
