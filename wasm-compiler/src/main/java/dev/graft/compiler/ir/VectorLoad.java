package dev.graft.compiler.ir;

/// A load of a whole vector.
public final class VectorLoad extends Expression {

	private final Access access;

	/// @param access what it does; its operator does not matter
	/// @param address the address without the offset
	public VectorLoad(Access access, Expression address) {
		super(Kind.VECTOR, Effects.READS_MEMORY | Effects.READS_SIZE | Effects.TRAPS, 0, address);
		this.access = access;
	}

	/// What it does.
	public Access access() {
		return this.access;
	}

	@Override
	public Expression with(Expression[] operands) {
		return new VectorLoad(this.access, operands[0]);
	}

	@Override
	public String toString() {
		return "(v128.load +" + this.access.offset() + list(this) + ")";
	}

}
