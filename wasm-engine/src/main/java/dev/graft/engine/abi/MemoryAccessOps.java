package dev.graft.engine.abi;

import java.lang.invoke.VarHandle;

import dev.graft.artifact.abi.GeneratedNames;

/// Loads and stores at addresses that have been checked, relative to the base of a memory.
///
/// Generated code checks an address in place:
///
///   1. the effective address `(address & 0xFFFFFFFFL) + offset` cannot overflow a `long`,
///   2. it traps unless that is below `size - (width - 1)`.
///
/// Then [MemoryOps#ALL] is accessed at `(base & BASE_MASK) + effectiveAddress`. The mask
/// changes nothing; it tells the JIT compiler that the sum is not negative, so that it drops
/// the check of the segment itself. Loads of a byte or of 16 bits extend the sign.
///
/// Their bytecode has to be just as short and as deep as it is: HotSpot's C1 must call
/// them, C2 must inline them (see `docs/RATIONALE.md`, "Why are the first accesses of a
/// method static calls and the others not?"). `AccessSizeTests` watches over it.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/instructions.html#memory-instructions">Execution,
/// "Memory Instructions"</a>
public final class MemoryAccessOps {

	private static final long BASE_MASK = GeneratedNames.BASE_MASK;

	static final VarHandle I8 = MemoryOps.I8.varHandle();

	static final VarHandle I16 = MemoryOps.I16.varHandle();

	static final VarHandle I32 = MemoryOps.I32.varHandle();

	static final VarHandle I64 = MemoryOps.I64.varHandle();

	static final VarHandle F32 = MemoryOps.F32.varHandle();

	static final VarHandle F64 = MemoryOps.F64.varHandle();

	private MemoryAccessOps() {
	}

	/// Loads a byte.
	public static int getI8(long base, long index) {
		return (byte) I8.get(MemoryOps.ALL, (base & BASE_MASK) + index);
	}

	/// Stores a byte.
	public static void setI8(long base, long index, int value) {
		I8.set(MemoryOps.ALL, (base & BASE_MASK) + index, (byte) value);
	}

	/// Loads 16 bits.
	public static int getI16(long base, long index) {
		return (short) I16.get(MemoryOps.ALL, (base & BASE_MASK) + index);
	}

	/// Stores 16 bits.
	public static void setI16(long base, long index, int value) {
		I16.set(MemoryOps.ALL, (base & BASE_MASK) + index, (short) value);
	}

	/// Loads 32 bits.
	public static int getI32(long base, long index) {
		return (int) I32.get(MemoryOps.ALL, (base & BASE_MASK) + index);
	}

	/// Stores 32 bits.
	public static void setI32(long base, long index, int value) {
		I32.set(MemoryOps.ALL, (base & BASE_MASK) + index, value);
	}

	/// Loads 64 bits.
	public static long getI64(long base, long index) {
		return (long) I64.get(MemoryOps.ALL, (base & BASE_MASK) + index);
	}

	/// Stores 64 bits.
	public static void setI64(long base, long index, long value) {
		I64.set(MemoryOps.ALL, (base & BASE_MASK) + index, value);
	}

	/// Loads an `f32`.
	public static float getF32(long base, long index) {
		return (float) F32.get(MemoryOps.ALL, (base & BASE_MASK) + index);
	}

	/// Stores an `f32`.
	public static void setF32(long base, long index, float value) {
		F32.set(MemoryOps.ALL, (base & BASE_MASK) + index, value);
	}

	/// Loads an `f64`.
	public static double getF64(long base, long index) {
		return (double) F64.get(MemoryOps.ALL, (base & BASE_MASK) + index);
	}

	/// Stores an `f64`.
	public static void setF64(long base, long index, double value) {
		F64.set(MemoryOps.ALL, (base & BASE_MASK) + index, value);
	}

}
