package dev.graft.compiler.emit;

import dev.graft.artifact.spi.MemoryAccess;
import dev.graft.compiler.asm.Bytecode;
import dev.graft.compiler.op.MemoryAccessOp;

/// The instructions around a checked address that load from it or store there.
///
/// Values are what lies in memory: `int` for bytes and 16 bits, not yet extended.
sealed interface MemoryForm permits HandleForm, RawForm {

	/// The form of a means of access.
	static MemoryForm of(MemoryAccess access, Bytecode code) {
		return switch (access) {
			case FOREIGN -> new HandleForm(code);
			case RAW -> new RawForm(code);
		};
	}

	/// What lies below the address.
	void begin(MemoryAccessOp op);

	/// Makes a memory's base, which lies on the stack, fit to be added to.
	void base();

	/// Makes one address of base and index, which lie on the stack, if it needs one.
	void join();

	/// Loads. The address lies on the stack.
	void load(MemoryAccessOp op);

	/// Stores. The value lies on the stack, on top of the address.
	void store(MemoryAccessOp op);

}
