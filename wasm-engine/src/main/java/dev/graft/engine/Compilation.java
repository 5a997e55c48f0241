package dev.graft.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.ServiceLoader;

import dev.graft.artifact.abi.VectorApiMember;
import dev.graft.artifact.spi.CompileRequest;
import dev.graft.artifact.spi.CompilerSettings;
import dev.graft.artifact.spi.ModuleCompiler;
import dev.graft.artifact.spi.ModuleException;
import dev.graft.artifact.spi.StagedCompilation;
import org.jspecify.annotations.Nullable;

/// The compiler of an engine: the configured one, or the one that the service loader
/// finds, looked for when it is first needed. Tells the engine's listeners what it does.
/// Thread-safe.
final class Compilation {

	private final EngineConfig config;

	private final EngineEvents events;

	private final CompilerSettings settings;

	private @Nullable ModuleCompiler compiler;

	Compilation(EngineConfig config, EngineEvents events) {
		this.config = config;
		this.events = events;
		this.settings = CompilerSettings.DEFAULT.withFeatures(config.features())
			.withInterruptible(config.interruptible())
			.withAddressMap(config.addressMap())
			.withVectorApi(config.vectorApi() && VectorApiMember.isPresent())
			.withMemoryAccess(config.memoryAccess());
	}

	/// How modules are compiled.
	CompilerSettings settings() {
		return this.settings;
	}

	/// The compiler for a module.
	/// @throws CompilerMissingException if there is none, or it must not be used
	ModuleCompiler compiler(String module) {
		if (!this.config.compilation()) {
			throw new CompilerMissingException(module,
					"compiling is switched off for this engine; load a precompiled artifact");
		}
		return new Observed(find(module));
	}

	private synchronized ModuleCompiler find(String module) {
		if (this.compiler == null) {
			this.compiler = this.config.compiler()
				.or(() -> first(ServiceLoader.load(ModuleCompiler.class)))
				.or(() -> first(ServiceLoader.load(ModuleCompiler.class, Engine.class.getClassLoader())))
				.orElseThrow(() -> new CompilerMissingException(module,
						"no compiler on the class path; add wasm-compiler or load a precompiled artifact"));
		}
		return this.compiler;
	}

	private static Optional<ModuleCompiler> first(ServiceLoader<ModuleCompiler> services) {
		return services.findFirst();
	}

	/// Tells what the compiler does.
	private final class Observed implements ModuleCompiler {

		private final ModuleCompiler delegate;

		Observed(ModuleCompiler delegate) {
			this.delegate = delegate;
		}

		@Override
		public byte[] compile(CompileRequest request) {
			long start = System.nanoTime();
			try {
				byte[] artifact = this.delegate.compile(request);
				compiled(request, start, artifact.length);
				return artifact;
			}
			catch (ModuleException problem) {
				Compilation.this.events.compilationFailed(request.sourceName(), since(start), problem);
				throw problem;
			}
		}

		@Override
		public void compile(CompileRequest request, Path file) throws IOException {
			long start = System.nanoTime();
			try {
				this.delegate.compile(request, file);
				compiled(request, start, Files.size(file));
			}
			catch (ModuleException problem) {
				Compilation.this.events.compilationFailed(request.sourceName(), since(start), problem);
				throw problem;
			}
		}

		private void compiled(CompileRequest request, long start, long bytes) {
			Compilation.this.events.compiled(request.sourceName(), since(start), request.source().length, bytes);
		}

		@Override
		public Optional<StagedCompilation> begin(CompileRequest request) {
			long start = System.nanoTime();
			try {
				return this.delegate.begin(request);
			}
			catch (ModuleException problem) {
				Compilation.this.events.compilationFailed(request.sourceName(), since(start), problem);
				throw problem;
			}
		}

		private static Duration since(long startNanos) {
			return Duration.ofNanos(System.nanoTime() - startNanos);
		}

		@Override
		public String version() {
			return this.delegate.version();
		}

	}

}
