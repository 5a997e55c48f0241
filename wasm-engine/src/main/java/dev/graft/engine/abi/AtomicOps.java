package dev.graft.engine.abi;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

import dev.graft.artifact.abi.GeneratedNames;

/// Atomic instructions, all of them sequentially consistent.
///
/// Addresses have 64 bits, 32-bit ones have been extended. Values of up to 32 bits are
/// `int`; those that come out have zeros above. An address that is not a multiple of the
/// width traps before one that is out of bounds.
///
/// The Java memory model promises for volatile accesses through a [VarHandle] what the
/// instructions need, also towards the plain loads and stores around them. It has atomic
/// updates of 32 and 64 bits only; narrower ones replace the word around them
/// ([NarrowUpdate]).
///
/// @see <a
/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md#atomic-memory-accesses">Threads,
/// "Atomic Memory Accesses"</a>
public final class AtomicOps {

	private static final VarHandle BYTE = ValueLayout.JAVA_BYTE.varHandle();

	private static final VarHandle SHORT = ValueLayout.JAVA_SHORT.withOrder(ByteOrder.LITTLE_ENDIAN).varHandle();

	static final VarHandle INT = ValueLayout.JAVA_INT.withOrder(ByteOrder.LITTLE_ENDIAN).varHandle();

	private static final VarHandle LONG = ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN).varHandle();

	private static final long BASE_MASK = GeneratedNames.BASE_MASK;

	private AtomicOps() {
	}

	/// `i32.atomic.load` and its siblings, of 8 bits.
	/// @see <a
	/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md#loadstore">Threads,
	/// "Load/Store"</a>
	public static int load8(long address, long offset, LinearMemory memory) {
		return (byte) BYTE.getVolatile(MemoryOps.ALL, at(address, offset, memory, 1)) & 0xFF;
	}

	/// `i32.atomic.load` and its siblings, of 16 bits.
	/// @see <a
	/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md#loadstore">Threads,
	/// "Load/Store"</a>
	public static int load16(long address, long offset, LinearMemory memory) {
		return (short) SHORT.getVolatile(MemoryOps.ALL, at(address, offset, memory, 2)) & 0xFFFF;
	}

	/// `i32.atomic.load` and its siblings, of 32 bits.
	/// @see <a
	/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md#loadstore">Threads,
	/// "Load/Store"</a>
	public static int load32(long address, long offset, LinearMemory memory) {
		return (int) INT.getVolatile(MemoryOps.ALL, at(address, offset, memory, 4));
	}

	/// `i64.atomic.load` and its siblings, of 64 bits.
	/// @see <a
	/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md#loadstore">Threads,
	/// "Load/Store"</a>
	public static long load64(long address, long offset, LinearMemory memory) {
		return (long) LONG.getVolatile(MemoryOps.ALL, at(address, offset, memory, 8));
	}

	/// `i32.atomic.store` and its siblings, of 8 bits.
	/// @see <a
	/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md#loadstore">Threads,
	/// "Load/Store"</a>
	public static void store8(long address, int value, long offset, LinearMemory memory) {
		BYTE.setVolatile(MemoryOps.ALL, at(address, offset, memory, 1), (byte) value);
	}

	/// `i32.atomic.store` and its siblings, of 16 bits.
	/// @see <a
	/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md#loadstore">Threads,
	/// "Load/Store"</a>
	public static void store16(long address, int value, long offset, LinearMemory memory) {
		SHORT.setVolatile(MemoryOps.ALL, at(address, offset, memory, 2), (short) value);
	}

	/// `i32.atomic.store` and its siblings, of 32 bits.
	/// @see <a
	/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md#loadstore">Threads,
	/// "Load/Store"</a>
	public static void store32(long address, int value, long offset, LinearMemory memory) {
		INT.setVolatile(MemoryOps.ALL, at(address, offset, memory, 4), value);
	}

	/// `i64.atomic.store` and its siblings, of 64 bits.
	/// @see <a
	/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md#loadstore">Threads,
	/// "Load/Store"</a>
	public static void store64(long address, long value, long offset, LinearMemory memory) {
		LONG.setVolatile(MemoryOps.ALL, at(address, offset, memory, 8), value);
	}

	/// `i32.atomic.rmw8.add_u` and its siblings, of 8 bits.
	/// @see <a
	/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md#read-modify-write">Threads,
	/// "Read-Modify-Write"</a>
	public static int add8(long address, int value, long offset, LinearMemory memory) {
		return NarrowUpdate.ADD.apply(at(address, offset, memory, 1), 0xFF, value);
	}

	/// `i32.atomic.rmw16.add_u` and its siblings, of 16 bits.
	/// @see <a
	/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md#read-modify-write">Threads,
	/// "Read-Modify-Write"</a>
	public static int add16(long address, int value, long offset, LinearMemory memory) {
		return NarrowUpdate.ADD.apply(at(address, offset, memory, 2), 0xFFFF, value);
	}

	/// `i32.atomic.rmw.add` and its siblings, of 32 bits.
	/// @see <a
	/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md#read-modify-write">Threads,
	/// "Read-Modify-Write"</a>
	public static int add32(long address, int value, long offset, LinearMemory memory) {
		return (int) INT.getAndAdd(MemoryOps.ALL, at(address, offset, memory, 4), value);
	}

	/// `i64.atomic.rmw.add` and its siblings, of 64 bits.
	/// @see <a
	/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md#read-modify-write">Threads,
	/// "Read-Modify-Write"</a>
	public static long add64(long address, long value, long offset, LinearMemory memory) {
		return (long) LONG.getAndAdd(MemoryOps.ALL, at(address, offset, memory, 8), value);
	}

	/// `i32.atomic.rmw8.sub_u` and its siblings, of 8 bits.
	/// @see <a
	/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md#read-modify-write">Threads,
	/// "Read-Modify-Write"</a>
	public static int subtract8(long address, int value, long offset, LinearMemory memory) {
		return NarrowUpdate.SUBTRACT.apply(at(address, offset, memory, 1), 0xFF, value);
	}

	/// `i32.atomic.rmw16.sub_u` and its siblings, of 16 bits.
	/// @see <a
	/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md#read-modify-write">Threads,
	/// "Read-Modify-Write"</a>
	public static int subtract16(long address, int value, long offset, LinearMemory memory) {
		return NarrowUpdate.SUBTRACT.apply(at(address, offset, memory, 2), 0xFFFF, value);
	}

	/// `i32.atomic.rmw.sub` and its siblings, of 32 bits.
	/// @see <a
	/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md#read-modify-write">Threads,
	/// "Read-Modify-Write"</a>
	public static int subtract32(long address, int value, long offset, LinearMemory memory) {
		return (int) INT.getAndAdd(MemoryOps.ALL, at(address, offset, memory, 4), -value);
	}

	/// `i64.atomic.rmw.sub` and its siblings, of 64 bits.
	/// @see <a
	/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md#read-modify-write">Threads,
	/// "Read-Modify-Write"</a>
	public static long subtract64(long address, long value, long offset, LinearMemory memory) {
		return (long) LONG.getAndAdd(MemoryOps.ALL, at(address, offset, memory, 8), -value);
	}

	/// `i32.atomic.rmw8.and_u` and its siblings, of 8 bits.
	/// @see <a
	/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md#read-modify-write">Threads,
	/// "Read-Modify-Write"</a>
	public static int and8(long address, int value, long offset, LinearMemory memory) {
		return NarrowUpdate.AND.apply(at(address, offset, memory, 1), 0xFF, value);
	}

	/// `i32.atomic.rmw16.and_u` and its siblings, of 16 bits.
	/// @see <a
	/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md#read-modify-write">Threads,
	/// "Read-Modify-Write"</a>
	public static int and16(long address, int value, long offset, LinearMemory memory) {
		return NarrowUpdate.AND.apply(at(address, offset, memory, 2), 0xFFFF, value);
	}

	/// `i32.atomic.rmw.and` and its siblings, of 32 bits.
	/// @see <a
	/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md#read-modify-write">Threads,
	/// "Read-Modify-Write"</a>
	public static int and32(long address, int value, long offset, LinearMemory memory) {
		return (int) INT.getAndBitwiseAnd(MemoryOps.ALL, at(address, offset, memory, 4), value);
	}

	/// `i64.atomic.rmw.and` and its siblings, of 64 bits.
	/// @see <a
	/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md#read-modify-write">Threads,
	/// "Read-Modify-Write"</a>
	public static long and64(long address, long value, long offset, LinearMemory memory) {
		return (long) LONG.getAndBitwiseAnd(MemoryOps.ALL, at(address, offset, memory, 8), value);
	}

	/// `i32.atomic.rmw8.or_u` and its siblings, of 8 bits.
	/// @see <a
	/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md#read-modify-write">Threads,
	/// "Read-Modify-Write"</a>
	public static int or8(long address, int value, long offset, LinearMemory memory) {
		return NarrowUpdate.OR.apply(at(address, offset, memory, 1), 0xFF, value);
	}

	/// `i32.atomic.rmw16.or_u` and its siblings, of 16 bits.
	/// @see <a
	/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md#read-modify-write">Threads,
	/// "Read-Modify-Write"</a>
	public static int or16(long address, int value, long offset, LinearMemory memory) {
		return NarrowUpdate.OR.apply(at(address, offset, memory, 2), 0xFFFF, value);
	}

	/// `i32.atomic.rmw.or` and its siblings, of 32 bits.
	/// @see <a
	/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md#read-modify-write">Threads,
	/// "Read-Modify-Write"</a>
	public static int or32(long address, int value, long offset, LinearMemory memory) {
		return (int) INT.getAndBitwiseOr(MemoryOps.ALL, at(address, offset, memory, 4), value);
	}

	/// `i64.atomic.rmw.or` and its siblings, of 64 bits.
	/// @see <a
	/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md#read-modify-write">Threads,
	/// "Read-Modify-Write"</a>
	public static long or64(long address, long value, long offset, LinearMemory memory) {
		return (long) LONG.getAndBitwiseOr(MemoryOps.ALL, at(address, offset, memory, 8), value);
	}

	/// `i32.atomic.rmw8.xor_u` and its siblings, of 8 bits.
	/// @see <a
	/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md#read-modify-write">Threads,
	/// "Read-Modify-Write"</a>
	public static int xor8(long address, int value, long offset, LinearMemory memory) {
		return NarrowUpdate.XOR.apply(at(address, offset, memory, 1), 0xFF, value);
	}

	/// `i32.atomic.rmw16.xor_u` and its siblings, of 16 bits.
	/// @see <a
	/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md#read-modify-write">Threads,
	/// "Read-Modify-Write"</a>
	public static int xor16(long address, int value, long offset, LinearMemory memory) {
		return NarrowUpdate.XOR.apply(at(address, offset, memory, 2), 0xFFFF, value);
	}

	/// `i32.atomic.rmw.xor` and its siblings, of 32 bits.
	/// @see <a
	/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md#read-modify-write">Threads,
	/// "Read-Modify-Write"</a>
	public static int xor32(long address, int value, long offset, LinearMemory memory) {
		return (int) INT.getAndBitwiseXor(MemoryOps.ALL, at(address, offset, memory, 4), value);
	}

	/// `i64.atomic.rmw.xor` and its siblings, of 64 bits.
	/// @see <a
	/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md#read-modify-write">Threads,
	/// "Read-Modify-Write"</a>
	public static long xor64(long address, long value, long offset, LinearMemory memory) {
		return (long) LONG.getAndBitwiseXor(MemoryOps.ALL, at(address, offset, memory, 8), value);
	}

	/// `i32.atomic.rmw8.xchg_u` and its siblings, of 8 bits.
	/// @see <a
	/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md#read-modify-write">Threads,
	/// "Read-Modify-Write"</a>
	public static int exchange8(long address, int value, long offset, LinearMemory memory) {
		return NarrowUpdate.EXCHANGE.apply(at(address, offset, memory, 1), 0xFF, value);
	}

	/// `i32.atomic.rmw16.xchg_u` and its siblings, of 16 bits.
	/// @see <a
	/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md#read-modify-write">Threads,
	/// "Read-Modify-Write"</a>
	public static int exchange16(long address, int value, long offset, LinearMemory memory) {
		return NarrowUpdate.EXCHANGE.apply(at(address, offset, memory, 2), 0xFFFF, value);
	}

	/// `i32.atomic.rmw.xchg` and its siblings, of 32 bits.
	/// @see <a
	/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md#read-modify-write">Threads,
	/// "Read-Modify-Write"</a>
	public static int exchange32(long address, int value, long offset, LinearMemory memory) {
		return (int) INT.getAndSet(MemoryOps.ALL, at(address, offset, memory, 4), value);
	}

	/// `i64.atomic.rmw.xchg` and its siblings, of 64 bits.
	/// @see <a
	/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md#read-modify-write">Threads,
	/// "Read-Modify-Write"</a>
	public static long exchange64(long address, long value, long offset, LinearMemory memory) {
		return (long) LONG.getAndSet(MemoryOps.ALL, at(address, offset, memory, 8), value);
	}

	/// `i32.atomic.rmw8.cmpxchg_u` and its siblings, of 8 bits.
	/// @see <a
	/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md#compare-exchange">Threads,
	/// "Compare Exchange"</a>
	public static int compareExchange8(long address, int expected, int replacement, long offset, LinearMemory memory) {
		return NarrowUpdate.compareExchange(at(address, offset, memory, 1), 0xFF, expected, replacement);
	}

	/// `i32.atomic.rmw16.cmpxchg_u` and its siblings, of 16 bits.
	/// @see <a
	/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md#compare-exchange">Threads,
	/// "Compare Exchange"</a>
	public static int compareExchange16(long address, int expected, int replacement, long offset, LinearMemory memory) {
		return NarrowUpdate.compareExchange(at(address, offset, memory, 2), 0xFFFF, expected, replacement);
	}

	/// `i32.atomic.rmw.cmpxchg` and its siblings, of 32 bits.
	/// @see <a
	/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md#compare-exchange">Threads,
	/// "Compare Exchange"</a>
	public static int compareExchange32(long address, int expected, int replacement, long offset, LinearMemory memory) {
		return (int) INT.compareAndExchange(MemoryOps.ALL, at(address, offset, memory, 4), expected, replacement);
	}

	/// `i64.atomic.rmw.cmpxchg` and its siblings, of 64 bits.
	/// @see <a
	/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md#compare-exchange">Threads,
	/// "Compare Exchange"</a>
	public static long compareExchange64(long address, long expected, long replacement, long offset,
			LinearMemory memory) {
		return (long) LONG.compareAndExchange(MemoryOps.ALL, at(address, offset, memory, 8), expected, replacement);
	}

	/// `memory.atomic.wait32`.
	/// @param timeoutNanos how long to wait; negative for as long as it takes
	/// @return 0 if woken, 1 if the value is another one, 2 if nobody came in time
	/// @see <a
	/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md#wait">Threads,
	/// "Wait"</a>
	public static int wait32(long address, int expected, long timeoutNanos, long offset, LinearMemory memory,
			ExecutionContext context) {
		checkAlignment(address + offset, Integer.BYTES);
		ParkingLot parkingLot = parkingLot(memory);
		return parkingLot.await(at(address, offset, memory, Integer.BYTES), Integer.BYTES, expected, timeoutNanos,
				context);
	}

	/// `memory.atomic.wait64`.
	/// @param timeoutNanos how long to wait; negative for as long as it takes
	/// @return 0 if woken, 1 if the value is another one, 2 if nobody came in time
	/// @see <a
	/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md#wait">Threads,
	/// "Wait"</a>
	public static int wait64(long address, long expected, long timeoutNanos, long offset, LinearMemory memory,
			ExecutionContext context) {
		checkAlignment(address + offset, Long.BYTES);
		ParkingLot parkingLot = parkingLot(memory);
		return parkingLot.await(at(address, offset, memory, Long.BYTES), Long.BYTES, expected, timeoutNanos, context);
	}

	/// `memory.atomic.notify`. Nobody waits at a memory that is not shared.
	/// @param count how many to wake at most, unsigned
	/// @return how many were woken
	/// @see <a
	/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md#notify">Threads,
	/// "Notify"</a>
	public static int notify(long address, int count, long offset, LinearMemory memory) {
		long place = at(address, offset, memory, Integer.BYTES);
		ParkingLot parkingLot = memory.parkingLot();
		return (parkingLot != null) ? parkingLot.notify(place, count) : 0;
	}

	/// `atomic.fence`.
	/// @see <a
	/// href="https://github.com/WebAssembly/threads/blob/main/proposals/threads/Overview.md#fence-operator">Threads,
	/// "Fence operator"</a>
	public static void fence() {
		VarHandle.fullFence();
	}

	/// What is at a place: 4 bytes, sign-extended, or 8.
	static long read(long place, int width) {
		return (width == Integer.BYTES) ? (int) INT.getVolatile(MemoryOps.ALL, place)
				: (long) LONG.getVolatile(MemoryOps.ALL, place);
	}

	/// Goes through everything once that is initialized on first use.
	static void prepare(MemorySegment aligned) {
		BYTE.setVolatile(aligned, 0L, (byte) BYTE.getVolatile(aligned, 0L));
		SHORT.setVolatile(aligned, 0L, (short) SHORT.getVolatile(aligned, 0L));
		INT.setVolatile(aligned, 0L, (int) INT.getVolatile(aligned, 0L));
		LONG.setVolatile(aligned, 0L, (long) LONG.getVolatile(aligned, 0L));
		int narrow = (int) INT.getAndAdd(aligned, 0L, 1) + (int) INT.getAndBitwiseAnd(aligned, 0L, 1)
				+ (int) INT.getAndBitwiseOr(aligned, 0L, 1) + (int) INT.getAndBitwiseXor(aligned, 0L, 1)
				+ (int) INT.getAndSet(aligned, 0L, 1) + (int) INT.compareAndExchange(aligned, 0L, 1, 0);
		long wide = (long) LONG.getAndAdd(aligned, 0L, 1L) + (long) LONG.getAndBitwiseAnd(aligned, 0L, 1L)
				+ (long) LONG.getAndBitwiseOr(aligned, 0L, 1L) + (long) LONG.getAndBitwiseXor(aligned, 0L, 1L)
				+ (long) LONG.getAndSet(aligned, 0L, 1L) + (long) LONG.compareAndExchange(aligned, 0L, 1L, 0L);
		for (NarrowUpdate update : NarrowUpdate.values()) {
			narrow += update.updated(narrow, 1);
		}
		INT.setVolatile(aligned, 0L, (int) (narrow + wide));
		ParkingLot.prepare();
	}

	private static ParkingLot parkingLot(LinearMemory memory) {
		ParkingLot parkingLot = memory.parkingLot();
		if (parkingLot == null) {
			throw TrapOps.expectedSharedMemory();
		}
		return parkingLot;
	}

	// Checks as plain loads and stores of memories with 64-bit addresses do (see
	// `Memory64Ops`).
	private static long at(long address, long offset, LinearMemory memory, int width) {
		checkAlignment(address + offset, width);
		if (Long.compareUnsigned(offset, BASE_MASK) > 0) {
			throw TrapOps.outOfBoundsMemoryAccess();
		}
		long behind = offset + (width - 1);
		if (address < 0 || address >= (memory.size & BASE_MASK) - behind) {
			throw TrapOps.outOfBoundsAddress(address);
		}
		return (memory.base & BASE_MASK) + address + offset;
	}

	private static void checkAlignment(long effectiveAddress, int width) {
		if ((effectiveAddress & (width - 1)) != 0) {
			throw TrapOps.unalignedAtomic();
		}
	}

}
