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

	/// Deprecated: a block with handlers at its end.
	TRY("try", 0x06, Immediates.BLOCK_TYPE, Feature.LEGACY_EXCEPTIONS),

	/// Deprecated: begins the handler of a `try` for exceptions with a tag.
	CATCH("catch", 0x07, Immediates.TAG, Feature.LEGACY_EXCEPTIONS),

	/// Throws a new exception.
	THROW("throw", 0x08, Immediates.TAG, Feature.EXCEPTION_HANDLING),

	/// Deprecated: throws the exception again that the handler with the label has caught.
	RETHROW("rethrow", 0x09, Immediates.LABEL, Feature.LEGACY_EXCEPTIONS),

	/// Throws an exception that there is a reference to.
	THROW_REF("throw_ref", 0x0A, Immediates.NONE, Feature.EXCEPTION_HANDLING),

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

	/// Deprecated: ends a `try` whose exceptions the block with the label handles.
	DELEGATE("delegate", 0x18, Immediates.LABEL, Feature.LEGACY_EXCEPTIONS),

	/// Deprecated: begins the handler of a `try` for all other exceptions.
	CATCH_ALL("catch_all", 0x19, Immediates.NONE, Feature.LEGACY_EXCEPTIONS),

	/// A block whose exceptions branch to labels.
	TRY_TABLE("try_table", 0x1F, Immediates.TRY_TABLE, Feature.EXCEPTION_HANDLING),

	/// Branches if the reference is null, and takes it off the stack if it does.
	BR_ON_NULL("br_on_null", 0xD5, Immediates.LABEL, Feature.FUNCTION_REFERENCES),

	/// Branches with the reference unless it is null, and takes it off the stack if it
	/// does not.
	BR_ON_NON_NULL("br_on_non_null", 0xD6, Immediates.LABEL, Feature.FUNCTION_REFERENCES),

	/// Calls a function, and returns what it returns.
	RETURN_CALL("return_call", 0x12, Immediates.FUNCTION, Feature.TAIL_CALL),

	/// Calls the function that a table holds, if it has the type, and returns what it
	/// returns.
	RETURN_CALL_INDIRECT("return_call_indirect", 0x13, Immediates.TYPE_AND_TABLE, Feature.TAIL_CALL),

	/// Calls the function that a reference of a known type refers to, and returns what it
	/// returns.
	RETURN_CALL_REF("return_call_ref", 0x15, Immediates.TYPE, Feature.TAIL_CALL);

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
	public void accept(OpVisitor visitor) {
		visitor.control(this);
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
