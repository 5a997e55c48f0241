package dev.graft.compiler.op;

import dev.graft.artifact.spi.Feature;

/// The operators that decide where execution goes on.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/binary/instructions.html#control-instructions">Binary
/// Format, "Control Instructions"</a>
public enum ControlOp implements Op {

	/// Traps.
	UNREACHABLE("unreachable", 0x00, Immediates.NONE, Feature.MVP),

	/// Does nothing.
	NOP("nop", 0x01, Immediates.NONE, Feature.MVP),

	/// A block whose label is its end.
	BLOCK("block", 0x02, Immediates.BLOCK_TYPE, Feature.MVP),

	/// A block whose label is its beginning.
	LOOP("loop", 0x03, Immediates.BLOCK_TYPE, Feature.MVP),

	/// A block for each outcome; the label is the end of both.
	IF("if", 0x04, Immediates.BLOCK_TYPE, Feature.MVP),

	/// Separates the two blocks of an `if`.
	ELSE("else", 0x05, Immediates.NONE, Feature.MVP),

	/// Ends a block, a function body or a constant expression.
	END("end", 0x0B, Immediates.NONE, Feature.MVP),

	/// Branches.
	BR("br", 0x0C, Immediates.LABEL, Feature.MVP),

	/// Branches unless the operand is zero.
	BR_IF("br_if", 0x0D, Immediates.LABEL, Feature.MVP),

	/// Branches to the label that the operand selects.
	BR_TABLE("br_table", 0x0E, Immediates.LABEL_TABLE, Feature.MVP),

	/// Returns from the function.
	RETURN("return", 0x0F, Immediates.NONE, Feature.MVP),

	/// Calls a function.
	CALL("call", 0x10, Immediates.FUNCTION, Feature.MVP),

	/// Calls the function that a table holds, if it has the type.
	CALL_INDIRECT("call_indirect", 0x11, Immediates.TYPE_AND_TABLE, Feature.MVP),

	/// Calls the function that a reference of a known type refers to.
	CALL_REF("call_ref", 0x14, Immediates.TYPE, Feature.FUNCTION_REFERENCES),

	/// Branches if the reference is null, and takes it off the stack if it does.
	BR_ON_NULL("br_on_null", 0xD5, Immediates.LABEL, Feature.FUNCTION_REFERENCES),

	/// Branches with the reference unless it is null, and takes it off the stack if it
	/// does not.
	BR_ON_NON_NULL("br_on_non_null", 0xD6, Immediates.LABEL, Feature.FUNCTION_REFERENCES);

	private final String mnemonic;

	private final int opcode;

	private final Immediates immediates;

	private final Feature feature;

	ControlOp(String mnemonic, int opcode, Immediates immediates, Feature feature) {
		this.mnemonic = mnemonic;
		this.opcode = opcode;
		this.immediates = immediates;
		this.feature = feature;
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
