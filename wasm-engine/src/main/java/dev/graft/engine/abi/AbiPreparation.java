package dev.graft.engine.abi;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Objects;

/// Brings everything that generated code may run into to its final state, before any
/// guest runs.
///
/// A guest decides how deep the stack is when a class is first used. If the stack ends
/// while a class is being initialized, the JVM gives that class up for ever: every later
/// use is a `NoClassDefFoundError`, for all guests and perhaps for the host. So nothing
/// may be left to be initialized: not the classes of this package, not what they use of
/// the Java platform to access memory, and not what it takes to throw and describe an
/// exception. Except for [UnusualMemory], which is loaded only: it has no initializer that
/// the stack could end in.
@EngineSide
public final class AbiPreparation {

	private static final List<Class<?>> CLASSES = List.of(ArrayOps.class, AtomicOps.class, BulkMemory.class,
			CallFrame.class, CallOps.class, CastOps.class, CheckedAccessOps.class, ConversionOps.class,
			DroppedSegments.class, ExceptionOps.class, FloatOps.class, FunctionIndices.class, FunctionReference.class,
			FunctionReferences.class, GuestException.class, I31Reference.class, IntegerOps.class, InterruptOps.class,
			Memory64Ops.class, MemoryAccessOps.class, MemoryCallSites.class, MemoryOps.class, NarrowUpdate.class,
			ParkingLot.class, PendingFunctions.class, Polls.class, RawMemory.class, ReferenceOps.class, TableOps.class,
			TagInstance.class, TailOps.class, TrapException.class, TrapOps.class);

	private static boolean done;

	private AbiPreparation() {
	}

	/// Prepares, unless that has been done.
	/// @throws IllegalStateException if the JVM was started so that access to native
	/// memory is denied
	public static synchronized void run() {
		if (!done) {
			prepare();
			done = true;
		}
	}

	private static void prepare() {
		try {
			for (Class<?> each : CLASSES) {
				initialize(each);
			}
			Objects.requireNonNull(UnusualMemory.class);
		}
		catch (ExceptionInInitializerError denied) {
			throw new IllegalStateException("access to native memory is denied to this module; "
					+ "start the JVM with --enable-native-access=ALL-UNNAMED", denied);
		}
		try (Arena arena = Arena.ofConfined()) {
			accessMemory(arena.allocate(2 * Long.BYTES));
			AtomicOps.prepare(arena.allocate(Long.BYTES, Long.BYTES));
		}
		MemoryCallSites.prepare();
		Polls.prepare();
		expectOutOfBounds();
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

	// Every layout makes a path of its own through the memory access API, whatever the
	// segment.
	private static void accessMemory(MemorySegment segment) {
		segment.set(MemoryOps.I8, 1, segment.get(MemoryOps.I8, 1));
		segment.set(MemoryOps.I16, 1, segment.get(MemoryOps.I16, 1));
		segment.set(MemoryOps.I32, 1, segment.get(MemoryOps.I32, 1));
		segment.set(MemoryOps.I64, 1, segment.get(MemoryOps.I64, 1));
		segment.set(MemoryOps.F32, 1, segment.get(MemoryOps.F32, 1));
		segment.set(MemoryOps.F64, 1, segment.get(MemoryOps.F64, 1));
		MemorySegment.copy(segment, 0, segment, 1, Long.BYTES);
		MemorySegment.copy(MemorySegment.ofArray(new byte[1]), 0, segment, 0, 1);
		segment.asSlice(1, Long.BYTES).fill((byte) 0);
	}

	// The Java platform puts the message together when the exception is made. Not by
	// checkIndex, which generated code calls: once HotSpot's code for that has failed a
	// single time, C2 does not optimise it any more wherever it inlines it, in this JVM,
	// and loops over memory take up to ten times as long.
	private static void expectOutOfBounds() {
		try {
			throw new IllegalStateException("out of bounds, and yet valid: " + Objects.checkFromToIndex(0L, 1L, 0L));
		}
		catch (IndexOutOfBoundsException expected) {
			Objects.requireNonNull(expected.getMessage());
		}
	}

	// The figures are put into words wherever the guest is just then.
	private static TrapException heapLimit() {
		ExecutionContext context = new ExecutionContext();
		context.exceedHeapLimit(context.callNumber, 0, 0, 0);
		return context.interruptionTrap();
	}

	private static void raiseTraps() {
		List.of(TrapOps.unreachable(), TrapOps.integerDivideByZero(), TrapOps.integerOverflow(),
				TrapOps.outOfBoundsMemoryAccess(), TrapOps.outOfBoundsTableAccess(), TrapOps.undefinedElement(),
				TrapOps.uninitializedElement(), TrapOps.indirectCallTypeMismatch(), TrapOps.nullReference(),
				TrapOps.nullExceptionReference(), TrapOps.outOfBoundsArrayAccess(), TrapOps.allocationTooLarge(),
				TrapOps.castFailure(), TrapOps.unalignedAtomic(), TrapOps.expectedSharedMemory(), TrapOps.interrupt(),
				heapLimit())
			.forEach((trap) -> Objects.requireNonNull(trap.getMessage()));
	}

}
