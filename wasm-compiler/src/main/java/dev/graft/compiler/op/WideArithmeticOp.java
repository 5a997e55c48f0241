package dev.graft.compiler.op;

import dev.graft.artifact.spi.Feature;

/// The operators on numbers of 128 bits, which are pairs of `i64`, the lower half first.
///
/// @see <a
/// href="https://github.com/WebAssembly/wide-arithmetic/blob/main/proposals/wide-arithmetic/Overview.md">Wide
/// Arithmetic, "Overview"</a>
public enum WideArithmeticOp implements Op {

	/// The sum of two numbers of 128 bits.
	I64_ADD128("i64.add128", 0xFC0013, 4),

	/// The difference of two numbers of 128 bits.
	I64_SUB128("i64.sub128", 0xFC0014, 4),

	/// The product of two signed numbers of 64 bits.
	I64_MUL_WIDE_S("i64.mul_wide_s", 0xFC0015, 2),

	/// The product of two unsigned numbers of 64 bits.
	I64_MUL_WIDE_U("i64.mul_wide_u", 0xFC0016, 2);

	private final String mnemonic;

	private final int opcode;

	private final int operands;

	WideArithmeticOp(String mnemonic, int opcode, int operands) {
		this.mnemonic = mnemonic;
		this.opcode = opcode;
		this.operands = operands;
	}

	@Override
	public void accept(OpVisitor visitor) {
		visitor.wideArithmetic(this);
	}

	@Override
	public String mnemonic() {
		return this.mnemonic;
	}

	@Override
	public int opcode() {
		return this.opcode;
	}

	@Override
	public Immediates immediates() {
		return Immediates.NONE;
	}

	@Override
	public Feature feature() {
		return Feature.WIDE_ARITHMETIC;
	}

	/// How many operands it has, all of type `i64`. There are two results.
	public int operands() {
		return this.operands;
	}

	@Override
	public String toString() {
		return this.mnemonic;
	}

}
