package dev.graft.compiler.emit;

import java.util.function.IntSupplier;

import dev.graft.compiler.asm.Bytecode;
import dev.graft.compiler.op.MemoryAccessOp;
import org.jspecify.annotations.Nullable;

/// How a method loads from addresses that have been checked, and stores there.
///
/// Values are what lies in memory: `int` for bytes and 16 bits, not yet extended.
sealed interface MemoryForm permits OperatorForm, RawForm {

	/// The form of a module's means of access.
	/// @param names what the means of access is, and how much code the module has
	/// @param size measures how large the method becomes; null while it is measured
	/// @param whereabouts where what is emitted is in it
	static MemoryForm of(CodeNames names, Bytecode code, @Nullable IntSupplier size, Whereabouts whereabouts) {
		return switch (names.memoryAccess()) {
			case FOREIGN -> new OperatorForm(code, size, whereabouts, names.codeBytes());
			case RAW -> new RawForm(code);
		};
	}

	/// Begins an access: emits what lies below the address, which is to be emitted next,
	/// and the value of a store, which is to follow.
	/// @return emits the access when these are on the stack
	Pending begin(MemoryAccessOp op);

	/// Asked for an access that would check its address in place, and for itself alone.
	/// @return whether an operator that checks is to do all of it
	boolean checksInside();

	/// Makes a memory's base, which lies on the stack, fit to be added to.
	void base();

	/// Makes one address of base and index, which lie on the stack, if it needs one.
	void join();

	/// An access whose operands are on the stack.
	interface Pending {

		void emit();

	}

}
