package dev.graft.fuzz.c;

import dev.graft.artifact.spi.MemoryAccess;
import dev.graft.compiler.WasmCompiler;
import dev.graft.compiler.split.MethodLimits;
import dev.graft.engine.Engine;
import dev.graft.engine.EngineConfig;

/// A way of compiling.
enum Way {

	/// As everyone does.
	WHOLE(MethodLimits.DEFAULT, false, MemoryAccess.FOREIGN),

	/// In methods that are too small for most functions.
	PIECES(MethodLimits.TINY, false, MemoryAccess.FOREIGN),

	/// In sections of methods.
	SECTIONS(MethodLimits.TINY_SECTIONS, false, MemoryAccess.FOREIGN),

	/// With the Vector API, which the JVM has to have been started with.
	VECTORS(MethodLimits.DEFAULT, true, MemoryAccess.FOREIGN),

	/// With raw memory access, which the JVM has to allow.
	RAW(MethodLimits.DEFAULT, false, MemoryAccess.RAW);

	@SuppressWarnings("ImmutableEnumChecker") // never changed
	private final MethodLimits limits;

	private final boolean vectorApi;

	private final MemoryAccess access;

	Way(MethodLimits limits, boolean vectorApi, MemoryAccess access) {
		this.limits = limits;
		this.vectorApi = vectorApi;
		this.access = access;
	}

	/// An engine.
	Engine engine() {
		return Engine.create(EngineConfig.builder()
			.vectorApi(this.vectorApi)
			.memoryAccess(this.access)
			.compiler(new WasmCompiler(this.limits))
			.build());
	}

}
