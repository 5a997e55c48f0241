package dev.graft.compiler.ir;

/// An address at which several loads or stores are going to happen that an
/// instruction makes at once: checked, and counted from the beginning of the memory.
public final class CheckedAddress extends Expression {

	private final Access access;

	private final int bytes;

	/// @param access what is accessed; its operator does not matter
	/// @param bytes how many bytes are accessed in all
	/// @param address the address without the offset
	public CheckedAddress(Access access, int bytes, Expression address) {
		super(Kind.LONG, Effects.READS_SIZE | Effects.TRAPS, access.reads(), address);
		this.access = access;
		this.bytes = bytes;
	}

	/// What is accessed.
	public Access access() {
		return this.access;
	}

	/// How many bytes are accessed in all.
	public int bytes() {
		return this.bytes;
	}

	@Override
	boolean readsByItself(Variable variable) {
		return this.access.reads(variable);
	}

	@Override
	public Expression with(Expression[] operands) {
		return new CheckedAddress(this.access, this.bytes, operands[0]);
	}

	@Override
	public String toString() {
		return "(check " + this.bytes + " +" + this.access.offset() + list(this) + ")";
	}

}
