package dev.graft.compiler.ir;

import java.util.function.Consumer;

import dev.graft.compiler.op.MemoryAccessOp;
import org.jspecify.annotations.Nullable;

/// What a load or store does, apart from its operands.
///
/// Lowering leaves `base` and `bound` open, which a later pass fills in.
///
/// @param op the operator
/// @param memoryIndex which memory
/// @param offset the static offset, unsigned
/// @param site where it is
/// @param base holds the memory's address, null as long as that is open
/// @param bound holds the memory's size in bytes for the access's own check, null if it
/// is to be read from the memory
/// @param check who makes sure that it lies within the memory
public record Access(MemoryAccessOp op, int memoryIndex, long offset, int site, @Nullable Variable base,
		@Nullable Variable bound, Check check) {

	/// An access that checks by itself; through which variables is open.
	public static Access of(MemoryAccessOp op, int memoryIndex, long offset, int site) {
		return new Access(op, memoryIndex, offset, site, null, null, new Check.Own(offset + op.bytes()));
	}

	/// A part of an access that has been checked as a whole.
	/// @param displacement how far it is from where the whole begins
	public static Access ofChecked(MemoryAccessOp op, int memoryIndex, long displacement) {
		return new Access(op, memoryIndex, displacement, 0, null, null, Check.ByOther.GIVEN_ADDRESS);
	}

	/// The same access through variables that hold what is to be known of the memory.
	public Access inPlace(Variable base, @Nullable Variable bound) {
		return new Access(this.op, this.memoryIndex, this.offset, this.site, base, checks() ? bound : null, this.check);
	}

	/// The same access with a variable that holds the memory's size.
	public Access within(@Nullable Variable bound) {
		return new Access(this.op, this.memoryIndex, this.offset, this.site, this.base, bound, this.check);
	}

	/// The same access at a greater offset from an address of 64 bits, of which it is
	/// known that all of it lies within the memory.
	public Access further(long bytes) {
		return new Access(this.op, this.memoryIndex, this.offset + bytes, this.site, this.base, null,
				Check.ByOther.GIVEN_ADDRESS);
	}

	/// The same access, checked otherwise.
	public Access checkedBy(Check check) {
		return new Access(this.op, this.memoryIndex, this.offset, this.site, this.base, this.bound, check);
	}

	/// Whether it makes sure by itself that it lies within the memory.
	public boolean checks() {
		return !(this.check instanceof Check.ByOther);
	}

	/// Up to where the memory is accessed, from the address.
	public long end() {
		return this.offset + this.op.bytes();
	}

	/// The same access with other variables.
	Access through(@Nullable Variable base, @Nullable Variable bound) {
		return new Access(this.op, this.memoryIndex, this.offset, this.site, base, bound, this.check);
	}

	/// The bits of the variables it reads by itself.
	long reads() {
		return bit(this.base) | (checks() ? bit(this.bound) : 0);
	}

	/// Whether it reads a variable by itself.
	boolean reads(Variable variable) {
		return this.base == variable || this.bound == variable && checks();
	}

	/// Hands over the variables it reads by itself.
	public void forEachRead(Consumer<Variable> action) {
		if (this.base != null) {
			action.accept(this.base);
		}
		if (this.bound != null && checks()) {
			action.accept(this.bound);
		}
	}

	private static long bit(@Nullable Variable variable) {
		return (variable != null) ? variable.bit() : 0;
	}

	@Override
	public String toString() {
		return switch (this.check) {
			case Check.Own(long end) when end > end() -> this.op + " +" + this.offset + " checked to +" + end;
			case Check.Own _ -> this.op + " +" + this.offset;
			case Check.ByOther.GIVEN_ADDRESS, Check.ByOther.BEFORE -> this.op + " +" + this.offset + " unchecked";
		};
	}

}
