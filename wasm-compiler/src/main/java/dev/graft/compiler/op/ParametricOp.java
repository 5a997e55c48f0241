package dev.graft.compiler.op;

import dev.graft.artifact.spi.Feature;

/// The operators that work on values of any type.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/binary/instructions.html#parametric-instructions">Binary
/// Format, "Parametric Instructions"</a>
public enum ParametricOp implements Op {

	/// Discards an operand.
	DROP("drop", 0x1A, Immediates.NONE, Feature.MVP),

	/// Chooses one of two numbers or vectors; the type follows from the operands.
	SELECT("select", 0x1B, Immediates.NONE, Feature.MVP),

	/// Chooses one of two operands of a stated type.
	SELECT_TYPED("select", 0x1C, Immediates.VALUE_TYPES, Feature.REFERENCE_TYPES);

	private final String mnemonic;

	private final int opcode;

	private final Immediates immediates;

	private final Feature feature;

	ParametricOp(String mnemonic, int opcode, Immediates immediates, Feature feature) {
		this.mnemonic = mnemonic;
		this.opcode = opcode;
		this.immediates = immediates;
		this.feature = feature;
	}

	@Override
	public void accept(OpVisitor visitor) {
		visitor.parametric(this);
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
		return this.immediates;
	}

	@Override
	public Feature feature() {
		return this.feature;
	}

	@Override
	public String toString() {
		return this.mnemonic;
	}

}
