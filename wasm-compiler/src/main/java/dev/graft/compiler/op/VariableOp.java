package dev.graft.compiler.op;

import dev.graft.artifact.spi.Feature;

/// The operators that read and write locals and globals.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/binary/instructions.html#variable-instructions">Binary
/// Format, "Variable Instructions"</a>
public enum VariableOp implements Op {

	LOCAL_GET("local.get", 0x20, Immediates.LOCAL, Feature.MVP),

	LOCAL_SET("local.set", 0x21, Immediates.LOCAL, Feature.MVP),

	LOCAL_TEE("local.tee", 0x22, Immediates.LOCAL, Feature.MVP),

	GLOBAL_GET("global.get", 0x23, Immediates.GLOBAL, Feature.MVP),

	GLOBAL_SET("global.set", 0x24, Immediates.GLOBAL, Feature.MVP);

	private final String mnemonic;

	private final int opcode;

	private final Immediates immediates;

	private final Feature feature;

	VariableOp(String mnemonic, int opcode, Immediates immediates, Feature feature) {
		this.mnemonic = mnemonic;
		this.opcode = opcode;
		this.immediates = immediates;
		this.feature = feature;
	}

	@Override
	public void accept(OpVisitor visitor) {
		visitor.variable(this);
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
