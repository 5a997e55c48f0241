package dev.graft.engine.abi;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

import dev.graft.artifact.abi.GeneratedNames;
import dev.graft.engine.region.MemoryRegion;

/// Loads and stores at addresses that have been checked, as constants for generated code.
///
/// In a large method HotSpot inlines the target of a constant method handle where it would
/// not inline a static method (see `docs/RATIONALE.md`, "Why does code access memory
/// through method handles?").
///
/// The targets give a name to each step, which makes them larger than the 35 bytes of
/// bytecode up to which HotSpot's C1 inlines: it calls them, and only C2 inlines them
/// (see there, "Why are the methods that access memory as large as they are?").
public final class MemoryHandles {

	private static final long BASE_MASK = GeneratedNames.BASE_MASK;

	/// How often each is called before a guest may run. HotSpot gives a method counters
	/// after some 200 calls, and believes them after 1,000 more.
	private static final int CALLS = 2_000;

	/// Loads a byte, sign-extended: `(base, index)`.
	public static final MethodHandle GET_I8 = load("getI8", int.class);

	/// Loads 16 bits, sign-extended: `(base, index)`.
	public static final MethodHandle GET_I16 = load("getI16", int.class);

	/// Loads 32 bits: `(base, index)`.
	public static final MethodHandle GET_I32 = load("getI32", int.class);

	/// Loads 64 bits: `(base, index)`.
	public static final MethodHandle GET_I64 = load("getI64", long.class);

	/// Loads an `f32`: `(base, index)`.
	public static final MethodHandle GET_F32 = load("getF32", float.class);

	/// Loads an `f64`: `(base, index)`.
	public static final MethodHandle GET_F64 = load("getF64", double.class);

	/// Stores a byte: `(base, index, value)`.
	public static final MethodHandle SET_I8 = store("setI8", int.class);

	/// Stores 16 bits: `(base, index, value)`.
	public static final MethodHandle SET_I16 = store("setI16", int.class);

	/// Stores 32 bits: `(base, index, value)`.
	public static final MethodHandle SET_I32 = store("setI32", int.class);

	/// Stores 64 bits: `(base, index, value)`.
	public static final MethodHandle SET_I64 = store("setI64", long.class);

	/// Stores an `f32`: `(base, index, value)`.
	public static final MethodHandle SET_F32 = store("setF32", float.class);

	/// Stores an `f64`: `(base, index, value)`.
	public static final MethodHandle SET_F64 = store("setF64", double.class);

	private MemoryHandles() {
	}

	/// Calls all of them, so that what their types need is made, and so often that
	/// HotSpot takes them for hot. Otherwise a loop that it compiles before it has seen
	/// enough calls would keep a call for each access ("low call site frequency").
	/// @param scratch eight bytes that may change
	@EngineSide
	static void prepare(MemorySegment scratch) {
		try {
			if (MemoryRegion.isIsolated()) {
				prepareIsolated();
			}
			else {
				callOften(scratch.address());
			}
		}
		catch (Throwable impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	// Other memory is out of reach.
	private static void prepareIsolated() throws Throwable {
		long place = MemoryRegion.map(LinearMemory.PAGE_BYTES);
		callOften(place);
		MemoryRegion.unmap(place, LinearMemory.PAGE_BYTES);
	}

	private static void callOften(long base) throws Throwable {
		for (int call = 0; call < CALLS; call++) {
			callAll(base);
		}
	}

	private static void callAll(long base) throws Throwable {
		SET_I8.invokeExact(base, 0L, (int) GET_I8.invokeExact(base, 0L));
		SET_I16.invokeExact(base, 0L, (int) GET_I16.invokeExact(base, 0L));
		SET_I32.invokeExact(base, 0L, (int) GET_I32.invokeExact(base, 0L));
		SET_I64.invokeExact(base, 0L, (long) GET_I64.invokeExact(base, 0L));
		SET_F32.invokeExact(base, 0L, (float) GET_F32.invokeExact(base, 0L));
		SET_F64.invokeExact(base, 0L, (double) GET_F64.invokeExact(base, 0L));
	}

	static int getI8(long base, long index) {
		MemorySegment all = MemoryOps.ALL;
		ValueLayout.OfByte layout = MemoryOps.I8;
		long start = base & BASE_MASK;
		long place = start + index;
		int value = all.get(layout, place);
		return value;
	}

	static int getI16(long base, long index) {
		MemorySegment all = MemoryOps.ALL;
		ValueLayout.OfShort layout = MemoryOps.I16;
		long start = base & BASE_MASK;
		long place = start + index;
		int value = all.get(layout, place);
		return value;
	}

	static int getI32(long base, long index) {
		MemorySegment all = MemoryOps.ALL;
		ValueLayout.OfInt layout = MemoryOps.I32;
		long start = base & BASE_MASK;
		long place = start + index;
		int value = all.get(layout, place);
		return value;
	}

	static long getI64(long base, long index) {
		MemorySegment all = MemoryOps.ALL;
		ValueLayout.OfLong layout = MemoryOps.I64;
		long start = base & BASE_MASK;
		long place = start + index;
		long value = all.get(layout, place);
		return value;
	}

	static float getF32(long base, long index) {
		MemorySegment all = MemoryOps.ALL;
		ValueLayout.OfFloat layout = MemoryOps.F32;
		long start = base & BASE_MASK;
		long place = start + index;
		float value = all.get(layout, place);
		return value;
	}

	static double getF64(long base, long index) {
		MemorySegment all = MemoryOps.ALL;
		ValueLayout.OfDouble layout = MemoryOps.F64;
		long start = base & BASE_MASK;
		long place = start + index;
		double value = all.get(layout, place);
		return value;
	}

	static void setI8(long base, long index, int value) {
		MemorySegment all = MemoryOps.ALL;
		ValueLayout.OfByte layout = MemoryOps.I8;
		long start = base & BASE_MASK;
		long place = start + index;
		all.set(layout, place, (byte) value);
	}

	static void setI16(long base, long index, int value) {
		MemorySegment all = MemoryOps.ALL;
		ValueLayout.OfShort layout = MemoryOps.I16;
		long start = base & BASE_MASK;
		long place = start + index;
		all.set(layout, place, (short) value);
	}

	static void setI32(long base, long index, int value) {
		MemorySegment all = MemoryOps.ALL;
		ValueLayout.OfInt layout = MemoryOps.I32;
		long start = base & BASE_MASK;
		long place = start + index;
		all.set(layout, place, value);
	}

	static void setI64(long base, long index, long value) {
		MemorySegment all = MemoryOps.ALL;
		ValueLayout.OfLong layout = MemoryOps.I64;
		long start = base & BASE_MASK;
		long place = start + index;
		all.set(layout, place, value);
	}

	static void setF32(long base, long index, float value) {
		MemorySegment all = MemoryOps.ALL;
		ValueLayout.OfFloat layout = MemoryOps.F32;
		long start = base & BASE_MASK;
		long place = start + index;
		all.set(layout, place, value);
	}

	static void setF64(long base, long index, double value) {
		MemorySegment all = MemoryOps.ALL;
		ValueLayout.OfDouble layout = MemoryOps.F64;
		long start = base & BASE_MASK;
		long place = start + index;
		all.set(layout, place, value);
	}

	private static MethodHandle load(String name, Class<?> value) {
		return find(name, MethodType.methodType(value, long.class, long.class));
	}

	private static MethodHandle store(String name, Class<?> value) {
		return find(name, MethodType.methodType(void.class, long.class, long.class, value));
	}

	private static MethodHandle find(String name, MethodType type) {
		try {
			return MethodHandles.lookup().findStatic(MemoryHandles.class, name, type);
		}
		catch (ReflectiveOperationException impossible) {
			throw new ExceptionInInitializerError(impossible);
		}
	}

}
