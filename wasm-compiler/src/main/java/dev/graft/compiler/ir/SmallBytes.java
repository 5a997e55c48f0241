package dev.graft.compiler.ir;

/// The size of a memory in bytes, its operand, which is from one page to 1 GiB: the same
/// number, computed so that HotSpot knows that, too.
public final class SmallBytes extends Expression {

	/// @param size the size
	public SmallBytes(Expression size) {
		super(Kind.LONG, Effects.NONE, 0, size);
	}

	@Override
	public Expression with(Expression[] operands) {
		return new SmallBytes(operands[0]);
	}

	@Override
	public String toString() {
		return "(small" + list(this) + ")";
	}

}
