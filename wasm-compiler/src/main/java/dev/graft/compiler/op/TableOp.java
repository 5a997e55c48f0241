package dev.graft.compiler.op;

import dev.graft.artifact.spi.Feature;

/// The operators on tables and element segments.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/binary/instructions.html#table-instructions">Binary
/// Format, "Table Instructions"</a>
public enum TableOp implements Op {

	TABLE_GET("table.get", 0x25, Immediates.TABLE, Feature.REFERENCE_TYPES),

	TABLE_SET("table.set", 0x26, Immediates.TABLE, Feature.REFERENCE_TYPES),

	TABLE_INIT("table.init", 0xFC000C, Immediates.ELEMENT_AND_TABLE, Feature.BULK_MEMORY),

	ELEM_DROP("elem.drop", 0xFC000D, Immediates.ELEMENT, Feature.BULK_MEMORY),

	TABLE_COPY("table.copy", 0xFC000E, Immediates.TABLE_AND_TABLE, Feature.BULK_MEMORY),

	TABLE_GROW("table.grow", 0xFC000F, Immediates.TABLE, Feature.REFERENCE_TYPES),

	TABLE_SIZE("table.size", 0xFC0010, Immediates.TABLE, Feature.REFERENCE_TYPES),

	TABLE_FILL("table.fill", 0xFC0011, Immediates.TABLE, Feature.REFERENCE_TYPES);

	private final String mnemonic;

	private final int opcode;

	private final Immediates immediates;

	private final Feature feature;

	TableOp(String mnemonic, int opcode, Immediates immediates, Feature feature) {
		this.mnemonic = mnemonic;
		this.opcode = opcode;
		this.immediates = immediates;
		this.feature = feature;
	}

	@Override
	public void accept(OpVisitor visitor) {
		visitor.table(this);
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
