package dev.graft.compiler.ir;

import dev.graft.compiler.op.AtomicOp;

/// An atomic instruction. What it does may tell this thread of anything that another
/// one has done, growing the memory included, so that it is as if it did all that
/// itself.
public final class Atomic extends Expression {

	private final AtomicOp op;

	private final int memoryIndex;

	private final long offset;

	private final int site;

	/// @param op the instruction
	/// @param memoryIndex which memory
	/// @param offset the static offset, unsigned
	/// @param site where it is
	/// @param operands its operands, the address as an `i64`
	public Atomic(AtomicOp op, int memoryIndex, long offset, int site, Expression... operands) {
		super(kind(op), EFFECTS, 0, operands);
		this.op = op;
		this.memoryIndex = memoryIndex;
		this.offset = offset;
		this.site = site;
	}

	private static final int EFFECTS = Effects.READS_MEMORY | Effects.WRITES_MEMORY | Effects.READS_SIZE
			| Effects.WRITES_SIZE | Effects.TRAPS;

	private static Kind kind(AtomicOp op) {
		return switch (op.action()) {
			case STORE, FENCE -> Kind.VOID;
			case NOTIFY, WAIT -> Kind.INT;
			case LOAD, ADD, SUBTRACT, AND, OR, XOR, EXCHANGE, COMPARE_EXCHANGE -> Kind.of(op.type());
		};
	}

	/// The instruction.
	public AtomicOp op() {
		return this.op;
	}

	/// Which memory.
	public int memoryIndex() {
		return this.memoryIndex;
	}

	/// The static offset, unsigned.
	public long offset() {
		return this.offset;
	}

	/// Where it is.
	public int site() {
		return this.site;
	}

	@Override
	public Expression with(Expression[] operands) {
		return new Atomic(this.op, this.memoryIndex, this.offset, this.site, operands);
	}

	@Override
	public String toString() {
		return "(" + this.op + " +" + this.offset + list(this) + ")";
	}

}
