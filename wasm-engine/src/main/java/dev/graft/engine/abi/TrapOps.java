package dev.graft.engine.abi;

import dev.graft.engine.trap.TrapCode;

/// Makes the exceptions that generated code and operators throw when they trap.
///
/// They are made in methods of their own so that the methods that throw stay small enough
/// to inline. Some traps need no method here because the JVM's own exception stands for
/// them: see `TrapTranslation` in the diagnostics package.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/runtime.html#results">Execution,
/// Runtime Structure, "Results"</a>
public final class TrapOps {

	private TrapOps() {
	}

	/// `unreachable`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-unreachable">Execution,
	/// "unreachable"</a>
	public static TrapException unreachable() {
		return new TrapException(TrapCode.UNREACHABLE);
	}

	/// A division by zero.
	public static TrapException integerDivideByZero() {
		return new TrapException(TrapCode.INTEGER_DIVIDE_BY_ZERO);
	}

	/// A quotient that cannot be represented.
	public static TrapException integerOverflow() {
		return new TrapException(TrapCode.INTEGER_OVERFLOW);
	}

	/// An access beyond the end of a memory.
	public static TrapException outOfBoundsMemoryAccess() {
		return new TrapException(TrapCode.MEMORY_OUT_OF_BOUNDS);
	}

	/// A load or store beyond the end of a memory.
	/// @param address where
	public static TrapException outOfBoundsAddress(long address) {
		return new TrapException(TrapCode.MEMORY_OUT_OF_BOUNDS, "address " + Long.toUnsignedString(address));
	}

	/// A conversion of a floating point number that no integer of the target type is
	/// equal to after truncation.
	static TrapException truncation(double value) {
		return new TrapException(
				Double.isNaN(value) ? TrapCode.INVALID_CONVERSION_TO_INTEGER : TrapCode.INTEGER_OVERFLOW);
	}

	static TrapException outOfBoundsTableAccess() {
		return new TrapException(TrapCode.TABLE_OUT_OF_BOUNDS);
	}

	static TrapException undefinedElement() {
		return new TrapException(TrapCode.UNDEFINED_ELEMENT);
	}

	static TrapException uninitializedElement() {
		return new TrapException(TrapCode.UNINITIALIZED_ELEMENT);
	}

	static TrapException indirectCallTypeMismatch() {
		return new TrapException(TrapCode.INDIRECT_CALL_TYPE_MISMATCH);
	}

	static TrapException nullReference() {
		return new TrapException(TrapCode.NULL_REFERENCE);
	}

	static TrapException nullExceptionReference() {
		return new TrapException(TrapCode.NULL_EXCEPTION_REFERENCE);
	}

	static TrapException outOfBoundsArrayAccess() {
		return new TrapException(TrapCode.ARRAY_OUT_OF_BOUNDS);
	}

	static TrapException allocationTooLarge() {
		return new TrapException(TrapCode.ALLOCATION_TOO_LARGE);
	}

	static TrapException castFailure() {
		return new TrapException(TrapCode.CAST_FAILURE);
	}

	static TrapException unalignedAtomic() {
		return new TrapException(TrapCode.UNALIGNED_ATOMIC);
	}

	static TrapException expectedSharedMemory() {
		return new TrapException(TrapCode.EXPECTED_SHARED_MEMORY);
	}

	static TrapException interrupt() {
		return new TrapException(TrapCode.INTERRUPT);
	}

	static TrapException heapLimit(String detail) {
		return new TrapException(TrapCode.HEAP_LIMIT, detail);
	}

}
