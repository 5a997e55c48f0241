package dev.graft.compiler.ir;

/// What evaluating an expression or executing a statement reads, changes or can do, as a
/// set of bits. Variables are not in it: who moves code past an assignment asks
/// [Expression#reads] too.
public final class Effects {

	/// Nothing: may be evaluated at any time, or never.
	public static final int NONE = 0;

	/// Reads bytes of a memory.
	public static final int READS_MEMORY = 1;

	/// Reads a global that can change.
	public static final int READS_GLOBAL = 1 << 1;

	/// Reads a table or its size.
	public static final int READS_TABLE = 1 << 2;

	/// Reads the size of a memory.
	public static final int READS_SIZE = 1 << 3;

	/// Reads what travels outside of frames: further results, values passed between the
	/// pieces of a function.
	public static final int READS_TRANSFER = 1 << 4;

	/// Reads what can change of a structure or array.
	public static final int READS_HEAP = 1 << 5;

	/// Changes bytes of a memory.
	public static final int WRITES_MEMORY = 1 << 6;

	/// Changes a global.
	public static final int WRITES_GLOBAL = 1 << 7;

	/// Changes a table.
	public static final int WRITES_TABLE = 1 << 8;

	/// Changes the size of a memory.
	public static final int WRITES_SIZE = 1 << 9;

	/// Changes what travels outside of frames.
	public static final int WRITES_TRANSFER = 1 << 10;

	/// Changes a structure or array.
	public static final int WRITES_HEAP = 1 << 11;

	/// May trap.
	public static final int TRAPS = 1 << 12;

	/// May leave the straight line other than by a trap or an exception.
	public static final int JUMPS = 1 << 13;

	/// May throw an exception that the function may handle.
	public static final int THROWS = 1 << 14;

	/// A call: anything but a jump.
	public static final int CALL = TRAPS - 1 | TRAPS | THROWS;

	/// From a read to the write that disturbs it.
	private static final int READ_TO_WRITE = 6;

	private static final int READS = WRITES_MEMORY - 1;

	private static final int WRITES = READS << READ_TO_WRITE;

	private Effects() {
	}

	/// Whether it matters which of two things happens first.
	public static boolean conflict(int one, int other) {
		return orders(one, other) || orders(other, one);
	}

	private static boolean orders(int one, int other) {
		int written = (one & WRITES) >>> READ_TO_WRITE;
		if ((written & (other & READS | (other & WRITES) >>> READ_TO_WRITE)) != 0) {
			return true;
		}
		// A trap ends everything, so what others can see has to have happened before, and
		// which trap it is counts as well.
		return (one & TRAPS) != 0 && (other & (WRITES | TRAPS | JUMPS)) != 0
				|| (one & WRITES) != 0 && (other & JUMPS) != 0;
	}

	/// Whether something may be left out when its value is not needed.
	public static boolean isRemovable(int effects) {
		return (effects & (WRITES | TRAPS | JUMPS)) == 0;
	}

}
