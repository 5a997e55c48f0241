package dev.graft.compiler.ir;

/// The address of a memory, fit to be added to.
public final class MemoryBase extends Expression {

	private final int memoryIndex;

	/// @param memoryIndex which memory
	public MemoryBase(int memoryIndex) {
		super(Kind.LONG, Effects.NONE, 0, NO_OPERANDS);
		this.memoryIndex = memoryIndex;
	}

	/// Which memory.
	public int memoryIndex() {
		return this.memoryIndex;
	}

	@Override
	public Expression with(Expression[] operands) {
		return this;
	}

	@Override
	public String toString() {
		return "(base of memory " + this.memoryIndex + ")";
	}

}
