package dev.graft.engine;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

import dev.graft.artifact.Artifact;
import dev.graft.artifact.abi.AbiVersion;
import dev.graft.artifact.cache.ArtifactCache;
import dev.graft.artifact.format.Manifest;
import dev.graft.artifact.spi.CompileRequest;
import dev.graft.artifact.spi.ModuleCompiler;
import dev.graft.artifact.spi.StagedCompilation;
import org.jspecify.annotations.Nullable;

/// The modules of an engine that run while they are being compiled. Whoever asks for one
/// of them again, under another name perhaps, shares the work. Thread-safe.
final class LazyModules {

	/// Smaller modules are compiled before somebody could notice.
	static final int LEAST_BYTES = 64 << 10;

	private final ArtifactCache cache;

	private final EngineEvents events;

	private final Map<Manifest, CompletableFuture<Optional<LazyModule>>> modules = new ConcurrentHashMap<>();

	private volatile boolean closed;

	LazyModules(ArtifactCache cache, EngineEvents events) {
		this.cache = cache;
		this.events = events;
	}

	/// A module that can be used although it has not been compiled; empty if the compiler
	/// wants to compile it as a whole.
	/// @throws dev.graft.artifact.spi.ModuleException if it is malformed, invalid, or
	/// uses a feature that is off
	Optional<LazyModule> get(CompileRequest request, ModuleCompiler compiler) {
		Manifest manifest = request.manifest(AbiVersion.CURRENT, compiler.version());
		while (true) {
			CompletableFuture<Optional<LazyModule>> mine = new CompletableFuture<>();
			CompletableFuture<Optional<LazyModule>> present = this.modules.putIfAbsent(manifest, mine);
			if (present == null) {
				return begin(request, compiler, manifest, mine);
			}
			try {
				return present.join();
			}
			catch (CompletionException | CancellationException ex) {
				// Whoever came first failed, and got the exception, under their name for
				// the module.
				Thread.onSpinWait();
			}
		}
	}

	private Optional<LazyModule> begin(CompileRequest request, ModuleCompiler compiler, Manifest manifest,
			CompletableFuture<Optional<LazyModule>> mine) {
		try {
			Optional<LazyModule> module = compiler.begin(request).map((staged) -> lazy(request, compiler, staged));
			if (module.isEmpty()) {
				this.modules.remove(manifest);
			}
			mine.complete(module);
			module.map(LazyModule::code).ifPresent(this::start);
			return module;
		}
		finally {
			if (!mine.isDone()) {
				this.modules.remove(manifest);
				mine.cancel(false);
			}
		}
	}

	private void start(LazyCode code) {
		code.start();
		if (this.closed) {
			code.stop();
		}
	}

	private LazyModule lazy(CompileRequest request, ModuleCompiler compiler, StagedCompilation staged) {
		Artifact outline = Artifact.of(request.sourceName(), staged.outline());
		return new LazyModule(outline,
				new LazyCode(request.sourceName(), staged, new Publication(request, compiler.version())));
	}

	/// Waits until nothing is being compiled in the background any more.
	void await() throws InterruptedException {
		for (CompletableFuture<Optional<LazyModule>> module : this.modules.values()) {
			LazyModule lazy = present(module);
			if (lazy != null) {
				lazy.code().await();
			}
		}
	}

	/// Ends all background work. Who is beginning with a module finds out by itself.
	void close() {
		this.closed = true;
		for (CompletableFuture<Optional<LazyModule>> module : this.modules.values()) {
			LazyModule lazy = present(module);
			if (lazy != null) {
				lazy.code().stop();
			}
		}
		this.modules.clear();
	}

	private static @Nullable LazyModule present(CompletableFuture<Optional<LazyModule>> module) {
		boolean there = module.isDone() && !module.isCompletedExceptionally();
		return there ? module.join().orElse(null) : null;
	}

	/// @param outline everything but the code of functions
	/// @param code the code of functions
	record LazyModule(Artifact outline, LazyCode code) {
	}

	/// Puts what has been compiled into the cache.
	private final class Publication implements LazyCode.Observer {

		private final CompileRequest request;

		private final String compilerVersion;

		Publication(CompileRequest request, String compilerVersion) {
			this.request = request;
			this.compilerVersion = compilerVersion;
		}

		@Override
		public Artifact completed(Duration duration, byte[] artifact) {
			LazyModules.this.events.compiled(this.request.sourceName(), duration, this.request.source().length,
					artifact.length);
			Artifact kept = LazyModules.this.cache.put(this.request, this.compilerVersion, artifact, duration);
			forget();
			return kept;
		}

		@Override
		public void failed(Duration duration, RuntimeException problem) {
			try {
				LazyModules.this.events.compilationFailed(this.request.sourceName(), duration, problem);
			}
			finally {
				forget();
			}
		}

		private void forget() {
			LazyModules.this.modules.remove(this.request.manifest(AbiVersion.CURRENT, this.compilerVersion));
		}

	}

}
