package dev.graft.compiler.emit;

import dev.graft.artifact.spi.MemoryAccess;
import dev.graft.compiler.asm.Bytecode;
import dev.graft.compiler.op.MemoryAccessOp;

/// How a method loads and stores.
///
/// Values are what lies in memory: `int` for bytes and 16 bits, not yet extended.
sealed interface MemoryForm permits OperatorForm, RawForm {

	/// The form of a means of access.
	/// @param size how large the method is going to be, as it is measured
	static MemoryForm of(MemoryAccess access, Bytecode code, int size) {
		return switch (access) {
			case FOREIGN -> OperatorForm.of(code, size);
			case RAW -> new RawForm(code);
		};
	}

	/// Whether it can check an address of 32 bits by itself.
	boolean checks();

	/// Begins an access: emits what lies below its operands.
	///
	/// The operands of one that checks are base, address, static offset, and size; those of
	/// another are base and index, as [#base] and [#join] leave them. A value to be stored
	/// comes last.
	/// @param checking whether it checks by itself
	/// @return emits the access when the operands are on the stack
	Pending begin(MemoryAccessOp op, boolean checking);

	/// Makes a memory's base, which lies on the stack, fit to be added to.
	void base();

	/// Makes one address of base and index, which lie on the stack, if it needs one.
	void join();

	/// An access whose operands are on the stack.
	interface Pending {

		void emit();

	}

}
