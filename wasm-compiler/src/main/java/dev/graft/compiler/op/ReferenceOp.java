package dev.graft.compiler.op;

import dev.graft.artifact.spi.Feature;

/// The operators on references.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/binary/instructions.html#reference-instructions">Binary
/// Format, "Reference Instructions"</a>
public enum ReferenceOp implements Op {

	REF_NULL("ref.null", 0xD0, Immediates.HEAP_TYPE, Feature.REFERENCE_TYPES),

	REF_IS_NULL("ref.is_null", 0xD1, Immediates.NONE, Feature.REFERENCE_TYPES),

	REF_FUNC("ref.func", 0xD2, Immediates.FUNCTION, Feature.REFERENCE_TYPES),

	REF_EQ("ref.eq", 0xD3, Immediates.NONE, Feature.GC),

	REF_AS_NON_NULL("ref.as_non_null", 0xD4, Immediates.NONE, Feature.FUNCTION_REFERENCES);

	private final String mnemonic;

	private final int opcode;

	private final Immediates immediates;

	private final Feature feature;

	ReferenceOp(String mnemonic, int opcode, Immediates immediates, Feature feature) {
		this.mnemonic = mnemonic;
		this.opcode = opcode;
		this.immediates = immediates;
		this.feature = feature;
	}

	@Override
	public void accept(OpVisitor visitor) {
		visitor.reference(this);
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
