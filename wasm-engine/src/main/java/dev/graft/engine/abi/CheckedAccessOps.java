package dev.graft.engine.abi;

import dev.graft.artifact.abi.GeneratedNames;

/// Loads and stores that check their address themselves: for code of which there is so
/// much that it is run long before HotSpot's compilers have seen it.
///
/// They take what the instruction has, and the memory. So an access is a third of the
/// bytecode that it is where the address is checked in place, without a jump, which HotSpot's
/// C1 would count.
///
/// What is said of the size of [MemoryAccessOps] holds for these, too.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/instructions.html#memory-instructions">Execution,
/// "Memory Instructions"</a>
public final class CheckedAccessOps {

	private static final long BASE_MASK = GeneratedNames.BASE_MASK;

	private static final long UNSIGNED_INT = 0xFFFF_FFFFL;

	private CheckedAccessOps() {
	}

	/// Loads a byte, extending its sign.
	public static int loadI8(int address, long offset, LinearMemory memory) {
		return (byte) MemoryAccessOps.I8.get(MemoryOps.ALL,
				(memory.base & BASE_MASK) + within1(address, offset, memory.size));
	}

	/// Stores a byte.
	public static void storeI8(int address, long offset, LinearMemory memory, int value) {
		MemoryAccessOps.I8.set(MemoryOps.ALL, (memory.base & BASE_MASK) + within1(address, offset, memory.size),
				(byte) value);
	}

	/// Loads 16 bits, extending their sign.
	public static int loadI16(int address, long offset, LinearMemory memory) {
		return (short) MemoryAccessOps.I16.get(MemoryOps.ALL,
				(memory.base & BASE_MASK) + within2(address, offset, memory.size));
	}

	/// Stores 16 bits.
	public static void storeI16(int address, long offset, LinearMemory memory, int value) {
		MemoryAccessOps.I16.set(MemoryOps.ALL, (memory.base & BASE_MASK) + within2(address, offset, memory.size),
				(short) value);
	}

	/// Loads 32 bits.
	public static int loadI32(int address, long offset, LinearMemory memory) {
		return (int) MemoryAccessOps.I32.get(MemoryOps.ALL,
				(memory.base & BASE_MASK) + within4(address, offset, memory.size));
	}

	/// Stores 32 bits.
	public static void storeI32(int address, long offset, LinearMemory memory, int value) {
		MemoryAccessOps.I32.set(MemoryOps.ALL, (memory.base & BASE_MASK) + within4(address, offset, memory.size),
				value);
	}

	/// Loads 64 bits.
	public static long loadI64(int address, long offset, LinearMemory memory) {
		return (long) MemoryAccessOps.I64.get(MemoryOps.ALL,
				(memory.base & BASE_MASK) + within8(address, offset, memory.size));
	}

	/// Stores 64 bits.
	public static void storeI64(int address, long offset, LinearMemory memory, long value) {
		MemoryAccessOps.I64.set(MemoryOps.ALL, (memory.base & BASE_MASK) + within8(address, offset, memory.size),
				value);
	}

	/// Loads an `f32`.
	public static float loadF32(int address, long offset, LinearMemory memory) {
		return (float) MemoryAccessOps.F32.get(MemoryOps.ALL,
				(memory.base & BASE_MASK) + within4(address, offset, memory.size));
	}

	/// Stores an `f32`.
	public static void storeF32(int address, long offset, LinearMemory memory, float value) {
		MemoryAccessOps.F32.set(MemoryOps.ALL, (memory.base & BASE_MASK) + within4(address, offset, memory.size),
				value);
	}

	/// Loads an `f64`.
	public static double loadF64(int address, long offset, LinearMemory memory) {
		return (double) MemoryAccessOps.F64.get(MemoryOps.ALL,
				(memory.base & BASE_MASK) + within8(address, offset, memory.size));
	}

	/// Stores an `f64`.
	public static void storeF64(int address, long offset, LinearMemory memory, double value) {
		MemoryAccessOps.F64.set(MemoryOps.ALL, (memory.base & BASE_MASK) + within8(address, offset, memory.size),
				value);
	}

	private static long within1(int address, long offset, long size) {
		long index = (address & UNSIGNED_INT) + offset;
		if (index >= size) {
			throw TrapOps.outOfBoundsAddress(index);
		}
		return index;
	}

	private static long within2(int address, long offset, long size) {
		long index = (address & UNSIGNED_INT) + offset;
		if (index >= size - 1) {
			throw TrapOps.outOfBoundsAddress(index);
		}
		return index;
	}

	private static long within4(int address, long offset, long size) {
		long index = (address & UNSIGNED_INT) + offset;
		if (index >= size - 3) {
			throw TrapOps.outOfBoundsAddress(index);
		}
		return index;
	}

	private static long within8(int address, long offset, long size) {
		long index = (address & UNSIGNED_INT) + offset;
		if (index >= size - 7) {
			throw TrapOps.outOfBoundsAddress(index);
		}
		return index;
	}

}
