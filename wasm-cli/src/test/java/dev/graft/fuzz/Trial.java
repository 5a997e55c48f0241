package dev.graft.fuzz;

import dev.graft.artifact.spi.CompileRequest;
import dev.graft.artifact.spi.CompilerSettings;
import dev.graft.artifact.spi.Feature;
import dev.graft.artifact.spi.ModuleException;
import dev.graft.compiler.WasmCompiler;
import dev.graft.compiler.split.MethodLimits;
import dev.graft.engine.Engine;
import dev.graft.engine.EngineConfig;
import dev.graft.engine.ExternType;
import dev.graft.engine.Func;
import dev.graft.engine.Instance;
import dev.graft.engine.Module;
import dev.graft.engine.Store;
import dev.graft.engine.StoreLimits;
import dev.graft.engine.trap.WasmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/// What is tried with bytes of which nothing is known: whether they are a module, and if
/// so, whether it compiles, twice to the same, whether the JVM takes its classes, and
/// whether it can be linked and its functions called without harm.
///
/// A module that is refused is no failure, a module that traps neither.
final class Trial implements AutoCloseable {

	private static final Duration DEADLINE = Duration.ofMillis(300);

	private static final int MEGABYTE = 1 << 20;

	private static final StoreLimits LIMITS = new StoreLimits(16 * MEGABYTE, 64 * MEGABYTE, 100_000, 100,
			16 * MEGABYTE);

	private static final Set<Feature> EVERYTHING = EnumSet.allOf(Feature.class);

	private final WasmCompiler compiler;

	private final Engine engine;

	/// @param limits how large methods may become
	Trial(MethodLimits limits) {
		this.compiler = new WasmCompiler(limits);
		this.engine = Engine
			.create(EngineConfig.builder().features(EVERYTHING).compiler(this.compiler).storeLimits(LIMITS).build());
	}

	/// How far a module has come.
	enum Stage {

		/// It is no module.
		REFUSED,

		/// It has been compiled, but not instantiated.
		COMPILED,

		/// Its functions have been called.
		CALLED

	}

	/// Only whether it is a module.
	Stage compile(String name, byte[] source) {
		try {
			this.compiler.compile(request(name, source));
			return Stage.COMPILED;
		}
		catch (ModuleException refused) {
			return Stage.REFUSED;
		}
	}

	/// Everything.
	Stage attempt(String name, byte[] source) {
		byte[] artifact;
		try {
			artifact = this.compiler.compile(request(name, source));
		}
		catch (ModuleException refused) {
			return Stage.REFUSED;
		}
		if (!Arrays.equals(artifact, this.compiler.compile(request(name, source)))) {
			throw new AssertionError("compiled twice, it is not the same");
		}
		Module module = this.engine.load(name, artifact);
		LoadedClasses.verify(module);
		return call(module);
	}

	private static CompileRequest request(String name, byte[] source) {
		return new CompileRequest(name, source, CompilerSettings.DEFAULT.withFeatures(EVERYTHING));
	}

	private Stage call(Module module) {
		try (Store store = Store.builder(this.engine).deadline(DEADLINE).build()) {
			Instance instance = DefaultHost.linker(store, module).instantiate(store, module);
			instance.exports()
				.values()
				.stream()
				.filter(Func.class::isInstance)
				.map(Func.class::cast)
				.forEach(Trial::call);
			return Stage.CALLED;
		}
		catch (WasmException refused) {
			return Stage.COMPILED;
		}
	}

	private static void call(Func function) {
		ExternType.Function type = function.externType();
		if (!type.type().parameters().stream().allMatch(DefaultHost::hasZero)) {
			return;
		}
		try {
			function.call(type.type().parameters().stream().map(DefaultHost::zero).toArray());
		}
		catch (WasmException stopped) {
			// As good as a result.
		}
	}

	@Override
	public void close() {
		this.engine.close();
	}

}
