package dev.graft.engine.abi;

import java.lang.foreign.MemorySegment;

/// Instructions on whole memories with 64-bit addresses: the same as [MemoryOps] has for
/// memories with 32-bit ones.
///
/// The addresses of loads and stores are checked in place here, too. Address and offset are
/// unsigned and may add up to more than 64 bits hold. So it is the address alone that is compared,
/// with what is left of the memory behind the offset:
///
///   1. an offset beyond `GeneratedNames.BASE_MASK` is beyond every memory,
///   2. an address that is negative, as those from 2^63 on are, or not below `size - (offset + width - 1)`, which is
///      negative if the offset alone leaves the memory, traps,
///   3. [MemoryOps#ALL] is accessed at `base + address + offset`. Base and size are masked, which changes neither,
///      so that the JIT compiler sees that this does not overflow.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/instructions.html#memory-instructions">Execution,
/// "Memory Instructions"</a>
public final class Memory64Ops {

	private Memory64Ops() {
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
