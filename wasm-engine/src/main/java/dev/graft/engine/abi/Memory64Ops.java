package dev.graft.engine.abi;

import java.lang.foreign.MemorySegment;
import java.util.Objects;

import dev.graft.artifact.abi.GeneratedNames;

/// Instructions on memories with 64-bit addresses: the same as [MemoryOps] has for
/// memories with 32-bit ones.
///
/// Address and offset are unsigned and may add up to more than 64 bits hold. So it is the
/// address alone that is compared, with what is left of the memory behind the offset:
///
///   1. an offset beyond [GeneratedNames#BASE_MASK] is beyond every memory,
///   2. `Objects.checkIndex(address, size - (offset + width - 1))` throws what becomes the trap; an address from 2^63
///      on is negative, as is the length if the offset alone leaves the memory,
///   3. [MemoryOps#ALL] is accessed at `base + address + offset`. Base and size are masked, which changes neither,
///      so that the JIT compiler sees that this does not overflow.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/instructions.html#memory-instructions">Execution,
/// "Memory Instructions"</a>
public final class Memory64Ops {

	private static final long BASE_MASK = GeneratedNames.BASE_MASK;

	private Memory64Ops() {
	}

	/// `i32.load`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-load">Execution,
	/// "load"</a>
	public static int loadI32(long address, long offset, LinearMemory memory) {
		return MemoryOps.ALL.get(MemoryOps.I32, at(address, offset, memory, 4));
	}

	/// `i64.load`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-load">Execution,
	/// "load"</a>
	public static long loadI64(long address, long offset, LinearMemory memory) {
		return MemoryOps.ALL.get(MemoryOps.I64, at(address, offset, memory, 8));
	}

	/// `f32.load`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-load">Execution,
	/// "load"</a>
	public static float loadF32(long address, long offset, LinearMemory memory) {
		return MemoryOps.ALL.get(MemoryOps.F32, at(address, offset, memory, 4));
	}

	/// `f64.load`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-load">Execution,
	/// "load"</a>
	public static double loadF64(long address, long offset, LinearMemory memory) {
		return MemoryOps.ALL.get(MemoryOps.F64, at(address, offset, memory, 8));
	}

	/// `i32.load8_s`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-load">Execution,
	/// "load"</a>
	public static int loadI32S8(long address, long offset, LinearMemory memory) {
		return MemoryOps.ALL.get(MemoryOps.I8, at(address, offset, memory, 1));
	}

	/// `i32.load8_u`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-load">Execution,
	/// "load"</a>
	public static int loadI32U8(long address, long offset, LinearMemory memory) {
		return MemoryOps.ALL.get(MemoryOps.I8, at(address, offset, memory, 1)) & 0xFF;
	}

	/// `i32.load16_s`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-load">Execution,
	/// "load"</a>
	public static int loadI32S16(long address, long offset, LinearMemory memory) {
		return MemoryOps.ALL.get(MemoryOps.I16, at(address, offset, memory, 2));
	}

	/// `i32.load16_u`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-load">Execution,
	/// "load"</a>
	public static int loadI32U16(long address, long offset, LinearMemory memory) {
		return MemoryOps.ALL.get(MemoryOps.I16, at(address, offset, memory, 2)) & 0xFFFF;
	}

	/// `i64.load8_s`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-load">Execution,
	/// "load"</a>
	public static long loadI64S8(long address, long offset, LinearMemory memory) {
		return MemoryOps.ALL.get(MemoryOps.I8, at(address, offset, memory, 1));
	}

	/// `i64.load8_u`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-load">Execution,
	/// "load"</a>
	public static long loadI64U8(long address, long offset, LinearMemory memory) {
		return MemoryOps.ALL.get(MemoryOps.I8, at(address, offset, memory, 1)) & 0xFFL;
	}

	/// `i64.load16_s`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-load">Execution,
	/// "load"</a>
	public static long loadI64S16(long address, long offset, LinearMemory memory) {
		return MemoryOps.ALL.get(MemoryOps.I16, at(address, offset, memory, 2));
	}

	/// `i64.load16_u`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-load">Execution,
	/// "load"</a>
	public static long loadI64U16(long address, long offset, LinearMemory memory) {
		return MemoryOps.ALL.get(MemoryOps.I16, at(address, offset, memory, 2)) & 0xFFFFL;
	}

	/// `i64.load32_s`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-load">Execution,
	/// "load"</a>
	public static long loadI64S32(long address, long offset, LinearMemory memory) {
		return MemoryOps.ALL.get(MemoryOps.I32, at(address, offset, memory, 4));
	}

	/// `i64.load32_u`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-load">Execution,
	/// "load"</a>
	public static long loadI64U32(long address, long offset, LinearMemory memory) {
		return MemoryOps.ALL.get(MemoryOps.I32, at(address, offset, memory, 4)) & 0xFFFF_FFFFL;
	}

	/// `i32.store`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-store">Execution,
	/// "store"</a>
	public static void storeI32(long address, int value, long offset, LinearMemory memory) {
		MemoryOps.ALL.set(MemoryOps.I32, at(address, offset, memory, 4), value);
	}

	/// `i64.store`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-store">Execution,
	/// "store"</a>
	public static void storeI64(long address, long value, long offset, LinearMemory memory) {
		MemoryOps.ALL.set(MemoryOps.I64, at(address, offset, memory, 8), value);
	}

	/// `f32.store`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-store">Execution,
	/// "store"</a>
	public static void storeF32(long address, float value, long offset, LinearMemory memory) {
		MemoryOps.ALL.set(MemoryOps.F32, at(address, offset, memory, 4), value);
	}

	/// `f64.store`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-store">Execution,
	/// "store"</a>
	public static void storeF64(long address, double value, long offset, LinearMemory memory) {
		MemoryOps.ALL.set(MemoryOps.F64, at(address, offset, memory, 8), value);
	}

	/// `i32.store8`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-store">Execution,
	/// "store"</a>
	public static void storeI32As8(long address, int value, long offset, LinearMemory memory) {
		MemoryOps.ALL.set(MemoryOps.I8, at(address, offset, memory, 1), (byte) value);
	}

	/// `i32.store16`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-store">Execution,
	/// "store"</a>
	public static void storeI32As16(long address, int value, long offset, LinearMemory memory) {
		MemoryOps.ALL.set(MemoryOps.I16, at(address, offset, memory, 2), (short) value);
	}

	/// `i64.store8`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-store">Execution,
	/// "store"</a>
	public static void storeI64As8(long address, long value, long offset, LinearMemory memory) {
		MemoryOps.ALL.set(MemoryOps.I8, at(address, offset, memory, 1), (byte) value);
	}

	/// `i64.store16`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-store">Execution,
	/// "store"</a>
	public static void storeI64As16(long address, long value, long offset, LinearMemory memory) {
		MemoryOps.ALL.set(MemoryOps.I16, at(address, offset, memory, 2), (short) value);
	}

	/// `i64.store32`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-store">Execution,
	/// "store"</a>
	public static void storeI64As32(long address, long value, long offset, LinearMemory memory) {
		MemoryOps.ALL.set(MemoryOps.I32, at(address, offset, memory, 4), (int) value);
	}

	/// `memory.size`, in pages.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-memory-size">Execution,
	/// "memory.size"</a>
	public static long size(LinearMemory memory) {
		return memory.pages();
	}

	/// `memory.grow`.
	/// @return the old size in pages, or -1
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-memory-grow">Execution,
	/// "memory.grow"</a>
	public static long grow(long pages, LinearMemory memory) {
		return memory.grow(pages);
	}

	/// `memory.fill`. Traps before it writes anything, but can be interrupted.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-memory-fill">Execution,
	/// "memory.fill"</a>
	public static void fill(long start, int value, long count, LinearMemory memory, ExecutionContext context) {
		BulkMemory.fill(range(start, count, memory), count, (byte) value, context);
	}

	/// `memory.copy`, if one of the memories has 64-bit addresses. Traps before it writes
	/// anything, but can be interrupted; the ranges may overlap.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-memory-copy">Execution,
	/// "memory.copy"</a>
	public static void copy(long start, long sourceStart, long count, LinearMemory memory, LinearMemory source,
			ExecutionContext context) {
		long from = range(sourceStart, count, source);
		BulkMemory.copy(from, range(start, count, memory), count, context);
	}

	/// `memory.init`. Traps before it writes anything.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-memory-init">Execution,
	/// "memory.init"</a>
	public static void init(long start, int segmentStart, int count, LinearMemory memory, int segment,
			ModuleInstance instance) {
		MemorySegment data = instance.data(segment);
		long length = count & 0xFFFF_FFFFL;
		long from = segmentStart & 0xFFFF_FFFFL;
		if (length > data.byteSize() - from) {
			throw TrapOps.outOfBoundsMemoryAccess();
		}
		MemorySegment.copy(data, from, MemoryOps.ALL, range(start, length, memory), length);
	}

	// The check is written so that the JIT compiler knows it and moves it out of loops;
	// its exception becomes the trap.
	static long at(long address, long offset, LinearMemory memory, int width) {
		if (Long.compareUnsigned(offset, BASE_MASK) > 0) {
			throw TrapOps.outOfBoundsMemoryAccess();
		}
		long behind = offset + (width - 1);
		return (memory.base & BASE_MASK) + Objects.checkIndex(address, (memory.size & BASE_MASK) - behind) + offset;
	}

	/// Where a range of a memory is. It may be empty at the very end, not beyond.
	@EngineSide
	public static long range(long start, long length, LinearMemory memory) {
		// Sizes are less than 2^63.
		long size = memory.size;
		if (start < 0 || length < 0 || start > size || length > size - start) {
			throw TrapOps.outOfBoundsMemoryAccess();
		}
		return memory.base + start;
	}

}
