package dev.graft.engine.abi;

import java.lang.invoke.VarHandle;
import java.util.Objects;

import dev.graft.artifact.abi.GeneratedNames;

/// Loads and stores.
///
/// Those that check get the memory's base and size, the address, which is an unsigned
/// number of 32 bits, and the static offset:
///
///   1. the effective address `(address & 0xFFFFFFFFL) + offset` cannot overflow a `long`,
///   2. `Objects.checkIndex(effectiveAddress, size - (width - 1))` throws what becomes the trap,
///   3. [MemoryOps#ALL] is accessed at `(base & BASE_MASK) + effectiveAddress`. The mask changes nothing; it tells the
///      JIT compiler that the sum is not negative, so that it drops the check of the segment itself.
///
/// The others get an index that has been checked. Loads of a byte or of 16 bits extend the
/// sign.
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

	private static final long UNSIGNED_INT = 0xFFFF_FFFFL;

	private static final VarHandle I8 = MemoryOps.I8.varHandle();

	private static final VarHandle I16 = MemoryOps.I16.varHandle();

	private static final VarHandle I32 = MemoryOps.I32.varHandle();

	private static final VarHandle I64 = MemoryOps.I64.varHandle();

	private static final VarHandle F32 = MemoryOps.F32.varHandle();

	private static final VarHandle F64 = MemoryOps.F64.varHandle();

	private MemoryAccessOps() {
	}

	/// Checks and loads a byte.
	public static int loadI8(long base, int address, long offset, long size) {
		return (byte) I8.get(MemoryOps.ALL,
				(base & BASE_MASK) + Objects.checkIndex((address & UNSIGNED_INT) + offset, size));
	}

	/// Loads a byte.
	public static int getI8(long base, long index) {
		return (byte) I8.get(MemoryOps.ALL, (base & BASE_MASK) + index);
	}

	/// Checks and stores a byte.
	public static void storeI8(long base, int address, long offset, long size, int value) {
		I8.set(MemoryOps.ALL, (base & BASE_MASK) + Objects.checkIndex((address & UNSIGNED_INT) + offset, size),
				(byte) value);
	}

	/// Stores a byte.
	public static void setI8(long base, long index, int value) {
		I8.set(MemoryOps.ALL, (base & BASE_MASK) + index, (byte) value);
	}

	/// Checks and loads 16 bits.
	public static int loadI16(long base, int address, long offset, long size) {
		return (short) I16.get(MemoryOps.ALL,
				(base & BASE_MASK) + Objects.checkIndex((address & UNSIGNED_INT) + offset, size - 1));
	}

	/// Loads 16 bits.
	public static int getI16(long base, long index) {
		return (short) I16.get(MemoryOps.ALL, (base & BASE_MASK) + index);
	}

	/// Checks and stores 16 bits.
	public static void storeI16(long base, int address, long offset, long size, int value) {
		I16.set(MemoryOps.ALL, (base & BASE_MASK) + Objects.checkIndex((address & UNSIGNED_INT) + offset, size - 1),
				(short) value);
	}

	/// Stores 16 bits.
	public static void setI16(long base, long index, int value) {
		I16.set(MemoryOps.ALL, (base & BASE_MASK) + index, (short) value);
	}

	/// Checks and loads 32 bits.
	public static int loadI32(long base, int address, long offset, long size) {
		return (int) I32.get(MemoryOps.ALL,
				(base & BASE_MASK) + Objects.checkIndex((address & UNSIGNED_INT) + offset, size - 3));
	}

	/// Loads 32 bits.
	public static int getI32(long base, long index) {
		return (int) I32.get(MemoryOps.ALL, (base & BASE_MASK) + index);
	}

	/// Checks and stores 32 bits.
	public static void storeI32(long base, int address, long offset, long size, int value) {
		I32.set(MemoryOps.ALL, (base & BASE_MASK) + Objects.checkIndex((address & UNSIGNED_INT) + offset, size - 3),
				value);
	}

	/// Stores 32 bits.
	public static void setI32(long base, long index, int value) {
		I32.set(MemoryOps.ALL, (base & BASE_MASK) + index, value);
	}

	/// Checks and loads 64 bits.
	public static long loadI64(long base, int address, long offset, long size) {
		return (long) I64.get(MemoryOps.ALL,
				(base & BASE_MASK) + Objects.checkIndex((address & UNSIGNED_INT) + offset, size - 7));
	}

	/// Loads 64 bits.
	public static long getI64(long base, long index) {
		return (long) I64.get(MemoryOps.ALL, (base & BASE_MASK) + index);
	}

	/// Checks and stores 64 bits.
	public static void storeI64(long base, int address, long offset, long size, long value) {
		I64.set(MemoryOps.ALL, (base & BASE_MASK) + Objects.checkIndex((address & UNSIGNED_INT) + offset, size - 7),
				value);
	}

	/// Stores 64 bits.
	public static void setI64(long base, long index, long value) {
		I64.set(MemoryOps.ALL, (base & BASE_MASK) + index, value);
	}

	/// Checks and loads an `f32`.
	public static float loadF32(long base, int address, long offset, long size) {
		return (float) F32.get(MemoryOps.ALL,
				(base & BASE_MASK) + Objects.checkIndex((address & UNSIGNED_INT) + offset, size - 3));
	}

	/// Loads an `f32`.
	public static float getF32(long base, long index) {
		return (float) F32.get(MemoryOps.ALL, (base & BASE_MASK) + index);
	}

	/// Checks and stores an `f32`.
	public static void storeF32(long base, int address, long offset, long size, float value) {
		F32.set(MemoryOps.ALL, (base & BASE_MASK) + Objects.checkIndex((address & UNSIGNED_INT) + offset, size - 3),
				value);
	}

	/// Stores an `f32`.
	public static void setF32(long base, long index, float value) {
		F32.set(MemoryOps.ALL, (base & BASE_MASK) + index, value);
	}

	/// Checks and loads an `f64`.
	public static double loadF64(long base, int address, long offset, long size) {
		return (double) F64.get(MemoryOps.ALL,
				(base & BASE_MASK) + Objects.checkIndex((address & UNSIGNED_INT) + offset, size - 7));
	}

	/// Loads an `f64`.
	public static double getF64(long base, long index) {
		return (double) F64.get(MemoryOps.ALL, (base & BASE_MASK) + index);
	}

	/// Checks and stores an `f64`.
	public static void storeF64(long base, int address, long offset, long size, double value) {
		F64.set(MemoryOps.ALL, (base & BASE_MASK) + Objects.checkIndex((address & UNSIGNED_INT) + offset, size - 7),
				value);
	}

	/// Stores an `f64`.
	public static void setF64(long base, long index, double value) {
		F64.set(MemoryOps.ALL, (base & BASE_MASK) + index, value);
	}

}
