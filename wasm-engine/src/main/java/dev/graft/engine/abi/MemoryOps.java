package dev.graft.engine.abi;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

import dev.graft.engine.region.MemoryRegion;

/// Instructions on whole memories, and how numbers lie in them.
///
/// Loads and stores are in [MemoryAccessOps].
///
/// Operands come in the order in which the instruction takes them from the stack,
/// immediates after them.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/instructions.html#memory-instructions">Execution,
/// "Memory Instructions"</a>
public final class MemoryOps {

	/// All memories: the whole address space, or the part of it that is set aside for
	/// them.
	public static final MemorySegment ALL = MemoryRegion.SEGMENT;

	/// How a byte lies in memory.
	@EngineSide
	public static final ValueLayout.OfByte I8 = ValueLayout.JAVA_BYTE;

	/// How 16 bits lie in memory, at any address.
	@EngineSide
	public static final ValueLayout.OfShort I16 = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

	/// How an `i32` lies in memory, at any address.
	@EngineSide
	public static final ValueLayout.OfInt I32 = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

	/// How an `i64` lies in memory, at any address.
	@EngineSide
	public static final ValueLayout.OfLong I64 = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

	/// How an `f32` lies in memory, at any address.
	@EngineSide
	public static final ValueLayout.OfFloat F32 = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

	/// How an `f64` lies in memory, at any address.
	@EngineSide
	public static final ValueLayout.OfDouble F64 = ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

	private MemoryOps() {
	}

	/// `memory.size`, in pages.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-memory-size">Execution,
	/// "memory.size"</a>
	public static int size(LinearMemory memory) {
		return (int) memory.pages();
	}

	/// `memory.grow`.
	/// @return the old size in pages, or -1
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-memory-grow">Execution,
	/// "memory.grow"</a>
	public static int grow(int pages, LinearMemory memory) {
		return (int) memory.grow(pages & 0xFFFF_FFFFL);
	}

	/// `memory.fill`. Traps before it writes anything.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-memory-fill">Execution,
	/// "memory.fill"</a>
	public static void fill(int start, int value, int count, LinearMemory memory) {
		long length = count & 0xFFFF_FFFFL;
		BulkMemory.fill(range(start, length, memory), length, (byte) value);
	}

	/// `memory.copy`. Traps before it writes anything; the ranges may overlap.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-memory-copy">Execution,
	/// "memory.copy"</a>
	public static void copy(int start, int sourceStart, int count, LinearMemory memory, LinearMemory source) {
		long length = count & 0xFFFF_FFFFL;
		long from = range(sourceStart, length, source);
		BulkMemory.copy(from, range(start, length, memory), length);
	}

	/// `memory.init`. Traps before it writes anything.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-memory-init">Execution,
	/// "memory.init"</a>
	public static void init(int start, int segmentStart, int count, LinearMemory memory, int segment,
			ModuleInstance instance) {
		MemorySegment data = instance.data(segment);
		long length = count & 0xFFFF_FFFFL;
		long from = segmentStart & 0xFFFF_FFFFL;
		if (length > data.byteSize() - from) {
			throw TrapOps.outOfBoundsMemoryAccess();
		}
		MemorySegment.copy(data, from, ALL, range(start, length, memory), length);
	}

	/// `data.drop`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-data-drop">Execution,
	/// "data.drop"</a>
	public static void dropData(int segment, ModuleInstance instance) {
		instance.dropData(segment);
	}

	// A range may be empty at the very end of the memory, not beyond.
	private static long range(int start, long length, LinearMemory memory) {
		long from = start & 0xFFFF_FFFFL;
		if (length > memory.size - from) {
			throw TrapOps.outOfBoundsMemoryAccess();
		}
		return memory.base + from;
	}

}
