package dev.graft.engine.abi;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.Limits;
import dev.graft.engine.region.MemoryRegion;

/// Links calls of the loads and stores of [MemoryAccessOps] in generated code.
///
/// In a large method HotSpot's C2 inlines what a linked call leads to where it would not
/// inline a static method, and its C1 calls it through fewer methods than the target of a
/// constant method handle (see `docs/RATIONALE.md`, "Why does code access memory through
/// `invokedynamic`?").
public final class MemoryCallSites {

	/// How often each operator is called before a guest may run, by itself and by a
	/// linked call. HotSpot gives a method counters after some 200 calls, and believes
	/// them after 1,000 more.
	private static final int CALLS = 2_000;

	private static final Map<String, CallSite> SITES = Arrays.stream(MemoryAccessOps.class.getMethods())
		.filter((method) -> method.getDeclaringClass() == MemoryAccessOps.class)
		.collect(Collectors.toUnmodifiableMap(Method::getName, MemoryCallSites::site));

	private MemoryCallSites() {
	}

	/// Links a call. All calls of an operator share what they are linked to.
	/// @param caller who calls
	/// @param operator the name of a method of [MemoryAccessOps]
	/// @param type its type, which the Java platform compares
	public static CallSite link(MethodHandles.Lookup caller, String operator, MethodType type) {
		return Objects.requireNonNull(SITES.get(operator));
	}

	/// Calls all of them, so that what linking and their types need is made, and so often
	/// that HotSpot takes them for hot. Otherwise a loop that it compiles before it has
	/// seen enough calls would keep a call for each access ("low call site frequency").
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
		MethodHandle linkedCalls = LinkedCalls.define();
		for (int call = 0; call < CALLS; call++) {
			callOperators(base);
			linkedCalls.invokeExact(base);
		}
		ExternalType.Memory type = ExternalType.Memory.of(Limits.from(1));
		callCheckedOperators(new LinearMemory(base, type, LinearMemory.PAGE_BYTES, GrowthLimiter.NONE));
	}

	private static void callOperators(long base) {
		MemoryAccessOps.setI8(base, 0, MemoryAccessOps.getI8(base, 0));
		MemoryAccessOps.setI16(base, 0, MemoryAccessOps.getI16(base, 0));
		MemoryAccessOps.setI32(base, 0, MemoryAccessOps.getI32(base, 0));
		MemoryAccessOps.setI64(base, 0, MemoryAccessOps.getI64(base, 0));
		MemoryAccessOps.setF32(base, 0, MemoryAccessOps.getF32(base, 0));
		MemoryAccessOps.setF64(base, 0, MemoryAccessOps.getF64(base, 0));
	}

	// Once is enough: they are in code of which there is so much that they are called
	// often before any of it is compiled by C2, and what they use has been called by the
	// others.
	private static void callCheckedOperators(LinearMemory memory) {
		CheckedAccessOps.storeI8(0, 0, memory, CheckedAccessOps.loadI8(0, 0, memory));
		CheckedAccessOps.storeI16(0, 0, memory, CheckedAccessOps.loadI16(0, 0, memory));
		CheckedAccessOps.storeI32(0, 0, memory, CheckedAccessOps.loadI32(0, 0, memory));
		CheckedAccessOps.storeI64(0, 0, memory, CheckedAccessOps.loadI64(0, 0, memory));
		CheckedAccessOps.storeF32(0, 0, memory, CheckedAccessOps.loadF32(0, 0, memory));
		CheckedAccessOps.storeF64(0, 0, memory, CheckedAccessOps.loadF64(0, 0, memory));
	}

	private static CallSite site(Method operator) {
		try {
			return new ConstantCallSite(MethodHandles.lookup().unreflect(operator));
		}
		catch (IllegalAccessException impossible) {
			throw new ExceptionInInitializerError(impossible);
		}
	}

}
