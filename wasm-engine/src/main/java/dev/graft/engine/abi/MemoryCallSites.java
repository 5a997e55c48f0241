package dev.graft.engine.abi;

import java.lang.foreign.Arena;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

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

	private static final String THREAD_NAME = "graft-accesses";

	/// How often each operator is called, by itself and by a linked call. HotSpot gives a
	/// method counters after some 200 calls, and believes them after 1,000 more.
	private static final int CALLS = 2_000;

	private static final Map<String, CallSite> SITES = sites();

	private MemoryCallSites() {
	}

	/// Links a call. All calls of an operator share what they are linked to.
	/// @param caller who calls
	/// @param operator the name of a method of [MemoryAccessOps]
	/// @param type its type, which the Java platform compares
	public static CallSite link(MethodHandles.Lookup caller, String operator, MethodType type) {
		return Objects.requireNonNull(SITES.get(operator));
	}

	/// Calls all of them, so that what linking and their types need is made, and, in a
	/// thread of its own, so often that HotSpot takes them for hot. Otherwise a loop that
	/// it compiles before it has seen enough calls would keep a call for each access
	/// ("low call site frequency"); but it is long before it compiles the first one.
	@EngineSide
	static void prepare() {
		try {
			MethodHandle linkedCalls = LinkedCalls.define();
			withScratch((base) -> {
				callOperators(base);
				linkedCalls.invokeExact(base);
				ExternalType.Memory type = ExternalType.Memory.of(Limits.from(1));
				callCheckedOperators(new LinearMemory(base, type, LinearMemory.PAGE_BYTES, GrowthLimiter.NONE));
			});
			StartThread.run(THREAD_NAME, () -> callOften(linkedCalls));
		}
		catch (ReflectiveOperationException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	private static void callOften(MethodHandle linkedCalls) {
		withScratch((base) -> {
			for (int call = 0; call < CALLS; call++) {
				callOperators(base);
				linkedCalls.invokeExact(base);
			}
		});
	}

	private static void withScratch(Calls calls) {
		try {
			if (MemoryRegion.isIsolated()) {
				withPage(calls);
				return;
			}
			try (Arena arena = Arena.ofConfined()) {
				calls.call(arena.allocate(Long.BYTES).address());
			}
		}
		catch (Throwable impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	// Other memory is out of reach.
	private static void withPage(Calls calls) throws Throwable {
		long place = MemoryRegion.map(LinearMemory.PAGE_BYTES);
		calls.call(place);
		MemoryRegion.unmap(place, LinearMemory.PAGE_BYTES);
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

	private static Map<String, CallSite> sites() {
		Map<String, CallSite> sites = new HashMap<>();
		for (Method method : MemoryAccessOps.class.getDeclaredMethods()) {
			if (Modifier.isPublic(method.getModifiers())) {
				sites.put(method.getName(), site(method));
			}
		}
		return sites;
	}

	private static CallSite site(Method operator) {
		try {
			return new ConstantCallSite(MethodHandles.lookup().unreflect(operator));
		}
		catch (IllegalAccessException impossible) {
			throw new ExceptionInInitializerError(impossible);
		}
	}

	/// What is done at a place of eight bytes that may change.
	private interface Calls {

		void call(long base) throws Throwable;

	}

}
