package dev.graft.engine.abi;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Objects;

/// Brings everything that generated code may run into to its final state, before any guest runs.
///
/// A guest decides how deep the stack is when a class is first used. If the stack ends while a class is being
/// initialized, the JVM gives that class up for ever: every later use is a `NoClassDefFoundError`, for all guests and
/// perhaps for the host. So nothing may be left to be initialized: not the classes of this package, not what they use of
/// the Java platform to access memory, and not what it takes to throw and describe an exception.
@EngineSide
public final class AbiPreparation {

	private static final List<Class<?>> CLASSES = List.of(BulkMemory.class, CallOps.class, ConversionOps.class,
			DroppedSegments.class, FloatOps.class, FunctionIndices.class, FunctionReferences.class, IntegerOps.class,
			InterruptOps.class, MemoryOps.class, PendingFunctions.class, ReferenceOps.class, TableOps.class,
			TrapException.class, TrapOps.class);

	private AbiPreparation() {
	}

	/// Prepares. Doing it again does nothing that matters.
	/// @throws IllegalStateException if the JVM was started so that access to native
	/// memory is denied
	public static void run() {
		try {
			CLASSES.forEach(AbiPreparation::initialize);
		}
		catch (ExceptionInInitializerError denied) {
			throw new IllegalStateException("access to native memory is denied to this module; "
					+ "start the JVM with --enable-native-access=ALL-UNNAMED", denied);
		}
		try (Arena arena = Arena.ofConfined()) {
			accessMemory(memory(arena));
		}
		raiseTraps();
	}

	private static void initialize(Class<?> type) {
		try {
			MethodHandles.lookup().ensureInitialized(type);
		}
		catch (IllegalAccessException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	private static LinearMemory memory(Arena arena) {
		MemorySegment page = arena.allocate(LinearMemory.PAGE_BYTES, Long.BYTES);
		return new LinearMemory(page.address(), 1, 1, LinearMemory.PAGE_BYTES, GrowthLimiter.NONE);
	}

	// Every kind of access makes a path of its own through the memory access API.
	private static void accessMemory(LinearMemory memory) {
		MemoryOps.storeI32As8(0, MemoryOps.loadI32U8(0, 0, memory), 0, memory);
		MemoryOps.storeI32As16(1, MemoryOps.loadI32S16(1, 0, memory), 0, memory);
		MemoryOps.storeI32(1, MemoryOps.loadI32(1, 0, memory), 0, memory);
		MemoryOps.storeI64(1, MemoryOps.loadI64(1, 0, memory), 0, memory);
		MemoryOps.storeF32(1, MemoryOps.loadF32(1, 0, memory), 0, memory);
		MemoryOps.storeF64(1, MemoryOps.loadF64(1, 0, memory), 0, memory);
		MemoryOps.fill(0, 0, 1024, memory);
		MemoryOps.copy(0, 1, 1024, memory, memory);
		MemorySegment.copy(MemorySegment.ofArray(new byte[1]), 0, MemoryOps.ALL, memory.base, 1);
		expectOutOfBounds(memory);
	}

	// The Java platform puts the message together when the exception is made.
	private static void expectOutOfBounds(LinearMemory memory) {
		try {
			throw new IllegalStateException("out of bounds, and yet read " + MemoryOps.loadI32(-1, 0, memory));
		}
		catch (IndexOutOfBoundsException expected) {
			Objects.requireNonNull(expected.getMessage());
		}
	}

	private static void raiseTraps() {
		List.of(TrapOps.unreachable(), TrapOps.integerDivideByZero(), TrapOps.integerOverflow(),
				TrapOps.outOfBoundsMemoryAccess(), TrapOps.outOfBoundsTableAccess(), TrapOps.undefinedElement(),
				TrapOps.uninitializedElement(), TrapOps.indirectCallTypeMismatch(), TrapOps.interrupt())
			.forEach((trap) -> Objects.requireNonNull(trap.getMessage()));
	}

}
