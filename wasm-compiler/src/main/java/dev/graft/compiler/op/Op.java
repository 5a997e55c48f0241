package dev.graft.compiler.op;

import dev.graft.artifact.spi.Feature;

/// An operator: a row of the operator table. Together with its immediates it is an
/// instruction.
///
/// Opcodes are written as the specification's index of instructions writes them, prefix
/// first: `0x6A` is a single byte, `0xFC000A` is the prefix byte `0xFC` followed by the
/// LEB128 number `0x0A`.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/appendix/index-instructions.html">Appendix,
/// "Index of Instructions"</a>
public sealed interface Op permits ControlOp, ParametricOp, VariableOp, TableOp, MemoryAccessOp, MemoryOp, ConstantOp,
		NumericOp, VectorOp, VectorMemoryOp, ReferenceOp, GcOp, AtomicOp, WideArithmeticOp {

	/// How the text format spells it.
	String mnemonic();

	/// The opcode: one byte, or a prefix byte times `0x10000` plus the number after it.
	int opcode();

	/// What follows the opcode.
	Immediates immediates();

	/// The feature that brought it.
	Feature feature();

	/// Calls the method of its family.
	void accept(OpVisitor visitor);

	/// Whether the opcode is a prefix byte and a LEB128 number.
	default boolean isPrefixed() {
		return opcode() > 0xFF;
	}

	/// The first byte of the opcode.
	default int prefix() {
		return isPrefixed() ? opcode() >>> 16 : opcode();
	}

	/// The number after the prefix byte of a prefixed opcode.
	default int subOpcode() {
		return opcode() & 0xFFFF;
	}

}
