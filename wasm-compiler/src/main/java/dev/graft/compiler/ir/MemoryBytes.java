package dev.graft.compiler.ir;

/// The size of a memory in bytes.
public final class MemoryBytes extends Expression {

	private final int memoryIndex;

	/// @param memoryIndex which memory
	public MemoryBytes(int memoryIndex) {
		super(Kind.LONG, Effects.READS_SIZE, 0, NO_OPERANDS);
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
		return "(bytes of memory " + this.memoryIndex + ")";
	}

}
