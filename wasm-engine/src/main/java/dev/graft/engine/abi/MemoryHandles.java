package dev.graft.engine.abi;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.Arrays;

import dev.graft.engine.region.MemoryRegion;

/// The loads and stores of [MemoryAccessOps] as constants for generated code.
///
/// In a large method HotSpot inlines the target of a constant method handle where it would
/// not inline a static method (see `docs/RATIONALE.md`, "Why does code access memory
/// through method handles?").
public final class MemoryHandles {

	/// How often each operator is called before a guest may run, by itself and by handle.
	/// HotSpot gives a method counters after some 200 calls, and believes them after
	/// 1,000
	/// more.
	private static final int CALLS = 2_000;

	/// Loads a byte: `(base, index)`.
	public static final MethodHandle GET_I8 = find("getI8");

	/// Stores a byte: `(base, index, value)`.
	public static final MethodHandle SET_I8 = find("setI8");

	/// Loads 16 bits: `(base, index)`.
	public static final MethodHandle GET_I16 = find("getI16");

	/// Stores 16 bits: `(base, index, value)`.
	public static final MethodHandle SET_I16 = find("setI16");

	/// Loads 32 bits: `(base, index)`.
	public static final MethodHandle GET_I32 = find("getI32");

	/// Stores 32 bits: `(base, index, value)`.
	public static final MethodHandle SET_I32 = find("setI32");

	/// Loads 64 bits: `(base, index)`.
	public static final MethodHandle GET_I64 = find("getI64");

	/// Stores 64 bits: `(base, index, value)`.
	public static final MethodHandle SET_I64 = find("setI64");

	/// Loads an `f32`: `(base, index)`.
	public static final MethodHandle GET_F32 = find("getF32");

	/// Stores an `f32`: `(base, index, value)`.
	public static final MethodHandle SET_F32 = find("setF32");

	/// Loads an `f64`: `(base, index)`.
	public static final MethodHandle GET_F64 = find("getF64");

	/// Stores an `f64`: `(base, index, value)`.
	public static final MethodHandle SET_F64 = find("setF64");

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
			callOperators(base);
			callHandles(base);
		}
	}

	private static void callOperators(long base) {
		MemoryAccessOps.setI8(base, 0, MemoryAccessOps.getI8(base, 0));
		MemoryAccessOps.setI16(base, 0, MemoryAccessOps.getI16(base, 0));
		MemoryAccessOps.setI32(base, 0, MemoryAccessOps.getI32(base, 0));
		MemoryAccessOps.setI64(base, 0, MemoryAccessOps.getI64(base, 0));
		MemoryAccessOps.setF32(base, 0, MemoryAccessOps.getF32(base, 0));
		MemoryAccessOps.setF64(base, 0, MemoryAccessOps.getF64(base, 0));
	}

	private static void callHandles(long base) throws Throwable {
		SET_I8.invokeExact(base, 0L, (int) GET_I8.invokeExact(base, 0L));
		SET_I16.invokeExact(base, 0L, (int) GET_I16.invokeExact(base, 0L));
		SET_I32.invokeExact(base, 0L, (int) GET_I32.invokeExact(base, 0L));
		SET_I64.invokeExact(base, 0L, (long) GET_I64.invokeExact(base, 0L));
		SET_F32.invokeExact(base, 0L, (float) GET_F32.invokeExact(base, 0L));
		SET_F64.invokeExact(base, 0L, (double) GET_F64.invokeExact(base, 0L));
	}

	private static MethodHandle find(String name) {
		return Arrays.stream(MemoryAccessOps.class.getMethods())
			.filter((method) -> method.getName().equals(name))
			.map(MemoryHandles::handle)
			.findAny()
			.orElseThrow();
	}

	private static MethodHandle handle(Method operator) {
		try {
			return MethodHandles.lookup().unreflect(operator);
		}
		catch (IllegalAccessException impossible) {
			throw new ExceptionInInitializerError(impossible);
		}
	}

}
