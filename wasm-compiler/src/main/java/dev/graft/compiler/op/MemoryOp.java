package dev.graft.compiler.op;

import dev.graft.artifact.spi.Feature;

/// The operators on whole memories and data segments; loads and stores are
/// [MemoryAccessOp]s.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/binary/instructions.html#memory-instructions">Binary
/// Format, "Memory Instructions"</a>
public enum MemoryOp implements Op {

	MEMORY_SIZE("memory.size", 0x3F, Immediates.MEMORY, Feature.MVP),

	MEMORY_GROW("memory.grow", 0x40, Immediates.MEMORY, Feature.MVP),

	MEMORY_INIT("memory.init", 0xFC0008, Immediates.DATA_AND_MEMORY, Feature.BULK_MEMORY),

	DATA_DROP("data.drop", 0xFC0009, Immediates.DATA, Feature.BULK_MEMORY),

	MEMORY_COPY("memory.copy", 0xFC000A, Immediates.MEMORY_AND_MEMORY, Feature.BULK_MEMORY),

	MEMORY_FILL("memory.fill", 0xFC000B, Immediates.MEMORY, Feature.BULK_MEMORY);

	private final String mnemonic;

	private final int opcode;

	private final Immediates immediates;

	private final Feature feature;

	MemoryOp(String mnemonic, int opcode, Immediates immediates, Feature feature) {
		this.mnemonic = mnemonic;
		this.opcode = opcode;
		this.immediates = immediates;
		this.feature = feature;
	}

	@Override
	public void accept(OpVisitor visitor) {
		visitor.memory(this);
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
