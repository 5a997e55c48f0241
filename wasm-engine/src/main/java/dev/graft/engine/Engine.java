package dev.graft.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import dev.graft.artifact.Artifact;
import dev.graft.artifact.abi.AbiVersion;
import dev.graft.artifact.cache.ArtifactCache;
import dev.graft.artifact.cache.CacheStatistics;
import dev.graft.artifact.format.Manifest;
import dev.graft.artifact.spi.CompileRequest;
import dev.graft.artifact.spi.MemoryAccess;
import dev.graft.artifact.spi.ModuleCompiler;
import dev.graft.engine.abi.AbiPreparation;
import dev.graft.engine.abi.RawMemory;
import dev.graft.engine.diagnostics.TrapTranslation;
import dev.graft.engine.instance.OpenStores;
import dev.graft.engine.limits.DeadlineScheduler;
import dev.graft.engine.limits.HeapGuard;
import dev.graft.engine.link.CanonicalTypes;
import dev.graft.engine.memory.LinearMemories;
import dev.graft.engine.memory.SlotLimits;
import dev.graft.engine.memory.SlotStatistics;

/// Loads modules, and is what stores, linkers and modules share: configuration, compiler,
/// artifact cache, limits and the one thread that watches deadlines. Thread-safe; one per
/// application is usual.
///
/// There is one way in: an artifact. Source, binary or text, is compiled to an artifact
/// first (or found in the cache), and then loaded as if it had come from a file compiled
/// ahead of time.
public final class Engine implements AutoCloseable {

	private static final int ARTIFACT_PREFIX = 16;

	private final EngineConfig config;

	private final EngineEvents events = new EngineEvents();

	private final Compilation compilation;

	private final ArtifactCache cache;

	private final CanonicalTypes types = new CanonicalTypes();

	private final HostFunctions hostFunctions = new HostFunctions(this.types);

	private final LinearMemories memories;

	private final DeadlineScheduler deadlines = new DeadlineScheduler();

	private final HeapGuard heapGuard;

	private final TrapTranslation traps;

	private final SharedModules modules;

	private final LazyModules lazyModules;

	private volatile boolean closed;

	private Engine(EngineConfig config) {
		AbiPreparation.run();
		HostBoundary.prepare();
		requirePossible(config.memoryAccess());
		this.config = config;
		this.memories = new LinearMemories(slots(config.poolLimits()));
		this.heapGuard = new HeapGuard(config.heapLimitPercent());
		this.compilation = new Compilation(config, this.events);
		this.cache = ArtifactCache.builder(AbiVersion.CURRENT)
			.directory(config.cacheDirectory().orElse(null))
			.maximumDiskBytes(config.cacheDiskBytes())
			.maximumMemoryBytes(config.cacheMemoryBytes())
			.listener(this.events)
			.build();
		this.traps = new TrapTranslation(config.backtraceFrames());
		this.modules = new SharedModules(this.types, this.memories, config.memoryAccess());
		this.lazyModules = new LazyModules(this.cache, this.events);
	}

	private static SlotLimits slots(PoolLimits limits) {
		return new SlotLimits(limits.memories(), Deadlines.nanos(limits.waitLimit()), limits.warmMemories(),
				limits.warmBytes());
	}

	/// An engine with the default configuration.
	public static Engine create() {
		return create(EngineConfig.defaults());
	}

	/// An engine.
	/// @throws RawMemoryAccessException if it was configured for raw memory access, and
	/// the process was not started for that
	public static Engine create(EngineConfig config) {
		return new Engine(config);
	}

	private static void requirePossible(MemoryAccess access) {
		String obstacle = (access == MemoryAccess.RAW) ? RawMemory.obstacle() : null;
		if (obstacle != null) {
			throw new RawMemoryAccessException(obstacle);
		}
	}

	/// How the engine was configured.
	public EngineConfig config() {
		return this.config;
	}

	/// Loads a module from a file: a binary (`.wasm`), text (`.wat`) or artifact, told
	/// apart by content. The module is named after the file.
	///
	/// An artifact is mapped as it is, so the file must not be changed while the module
	/// is in use; replacing it by another one (move, or write and rename) is fine.
	/// [#load(String, byte[])] has no such restriction.
	/// @throws IOException if the file cannot be read
	/// @throws dev.graft.artifact.spi.ModuleException if the module is malformed,
	/// invalid, or uses a feature that is off
	/// @throws dev.graft.artifact.format.ArtifactException if it is an artifact, and
	/// damaged or made for another engine
	/// @throws CompilerMissingException if it has to be compiled and there is no compiler
	public Module load(Path file) throws IOException {
		checkOpen();
		String name = String.valueOf(file.getFileName());
		if (!isArtifact(file)) {
			return load(name, Files.readAllBytes(file));
		}
		long start = this.events.clock();
		try (Artifact artifact = Artifact.open(file)) {
			return loaded(name, ModuleOrigin.PRECOMPILED, this.modules.ofFile(name, compatible(artifact)), start);
		}
	}

	private static boolean isArtifact(Path file) throws IOException {
		try (var content = Files.newInputStream(file)) {
			return Artifact.isArtifact(content.readNBytes(ARTIFACT_PREFIX));
		}
	}

	/// Loads a module from a binary, text or artifact, told apart by content. Loading the
	/// same module again while it is in use gives a module that shares its classes.
	/// @param name what to call it in messages and backtraces, usually a file name
	/// @param bytes the module
	/// @throws dev.graft.artifact.spi.ModuleException if the module is malformed,
	/// invalid, or uses a feature that is off
	/// @throws dev.graft.artifact.format.ArtifactException if it is an artifact, and
	/// damaged or made for another engine
	/// @throws CompilerMissingException if it has to be compiled and there is no compiler
	public Module load(String name, byte[] bytes) {
		checkOpen();
		long start = this.events.clock();
		if (Artifact.isArtifact(bytes)) {
			try (Artifact artifact = this.cache.adopt(name, bytes)) {
				return loaded(name, ModuleOrigin.PRECOMPILED,
						this.modules.ofArtifact(name, compatible(artifact), sha256(bytes)), start);
			}
		}
		ModuleCompiler compiler = this.compilation.compiler(name);
		CompileRequest request = new CompileRequest(name, bytes, this.compilation.settings());
		if (this.config.lazyCompilation() && bytes.length >= LazyModules.LEAST_BYTES) {
			Optional<Module> module = cached(request, compiler, start).or(() -> lazy(request, compiler, start));
			if (module.isPresent()) {
				return module.get();
			}
		}
		try (Artifact artifact = this.cache.get(request, compiler)) {
			return loaded(name, this.events.takeOrigin(), this.modules.ofSource(name, artifact), start);
		}
	}

	private Optional<Module> cached(CompileRequest request, ModuleCompiler compiler, long startNanos) {
		return this.cache.find(request, compiler.version()).map((found) -> {
			try (Artifact artifact = found) {
				return loaded(request.sourceName(), this.events.takeOrigin(),
						this.modules.ofSource(request.sourceName(), artifact), startNanos);
			}
		});
	}

	private Optional<Module> lazy(CompileRequest request, ModuleCompiler compiler, long startNanos) {
		return this.lazyModules.get(request, compiler)
			.map((lazy) -> loaded(request.sourceName(), ModuleOrigin.COMPILED,
					this.modules.ofLazy(request.sourceName(), lazy.outline(), lazy.code()), startNanos));
	}

	/// Waits until all modules that run while they are being compiled have been compiled,
	/// and are in the cache. At once, unless [EngineConfig#lazyCompilation] is on.
	/// @throws InterruptedException if the thread is interrupted while it waits
	public void awaitCompilation() throws InterruptedException {
		this.lazyModules.await();
	}

	private Artifact compatible(Artifact artifact) {
		artifact.requireCompatible(AbiVersion.CURRENT, this.compilation.settings());
		return artifact;
	}

	private Module loaded(String name, ModuleOrigin origin, SharedModule shared, long startNanos) {
		if (shared.hasObjects()) {
			this.heapGuard.prepare();
		}
		Module module = new Module(this, name, origin, shared);
		this.events.loaded(module, startNanos);
		return module;
	}

	/// Compiles a module, without the cache, to an artifact that any engine with the same
	/// [#compatibilityHash] can load.
	/// @param name what to call it in messages, usually a file name
	/// @param source the module, binary or text
	/// @throws dev.graft.artifact.spi.ModuleException if the module is malformed,
	/// invalid, or uses a feature that is off
	/// @throws CompilerMissingException if there is no compiler
	public byte[] precompile(String name, byte[] source) {
		checkOpen();
		return this.compilation.compiler(name).compile(new CompileRequest(name, source, this.compilation.settings()));
	}

	/// Compiles a module to a file, without having all of the artifact in the heap.
	/// @param name what to call it in messages, usually a file name
	/// @param source the module, binary or text
	/// @param artifact the file, which is replaced when all is done
	/// @throws dev.graft.artifact.spi.ModuleException if the module is malformed,
	/// invalid, or uses a feature that is off
	/// @throws CompilerMissingException if there is no compiler
	/// @throws IOException if the file cannot be written
	public void precompile(String name, byte[] source, Path artifact) throws IOException {
		checkOpen();
		ModuleCompiler compiler = this.compilation.compiler(name);
		Path temporary = artifact.resolveSibling(artifact.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
		try {
			compiler.compile(new CompileRequest(name, source, this.compilation.settings()), temporary);
			Files.move(temporary, artifact, StandardCopyOption.REPLACE_EXISTING);
		}
		finally {
			Files.deleteIfExists(temporary);
		}
	}

	/// Two engines with the same hash can exchange artifacts.
	public String compatibilityHash() {
		List<String> features = this.compilation.settings().featureNames().stream().sorted().toList();
		String facts = "%d %s %s %s".formatted(Manifest.FORMAT_VERSION, AbiVersion.CURRENT,
				this.compilation.settings().canonicalText(), features);
		return sha256(facts.getBytes(StandardCharsets.UTF_8));
	}

	private static String sha256(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException("every Java platform has SHA-256", impossible);
		}
	}

	/// What the engine has done so far and holds now.
	public EngineStatistics statistics() {
		CacheStatistics cached = this.cache.statistics();
		OpenStores.Count open = OpenStores.count(this.memories);
		SlotStatistics slots = this.memories.statistics();
		return new EngineStatistics(this.events.compilations(), this.events.compileNanos(), cached.memoryHits(),
				cached.diskHits(), cached.compiled(), cached.damaged(), cached.outdated(), cached.memoryBytes(),
				this.modules.count(), open.stores(), open.instances(), this.events.instantiations(),
				slots.reservedBytes(), slots.committedBytes(), PoolStatistics.of(slots, this.config.poolLimits()),
				this.events.traps());
	}

	/// The directory of the artifact cache, if it has one.
	public Optional<Path> cacheDirectory() {
		return this.cache.directory();
	}

	/// Tells a listener from now on.
	public void addListener(EngineListener listener) {
		this.events.add(listener);
	}

	/// Tells a listener no longer.
	public void removeListener(EngineListener listener) {
		this.events.remove(listener);
	}

	/// Whether the engine has been closed.
	public boolean isClosed() {
		return this.closed;
	}

	/// Ends the engine: nothing can be loaded and no store opened any more. Stores that
	/// are still open can be used until they are closed, with their deadlines.
	@Override
	public void close() {
		this.closed = true;
		this.lazyModules.close();
		this.cache.close();
		this.memories.close();
	}

	/// @throws IllegalStateException if the engine has been closed
	void checkOpen() {
		if (this.closed) {
			throw new IllegalStateException("the engine has been closed");
		}
	}

	EngineEvents events() {
		return this.events;
	}

	CanonicalTypes types() {
		return this.types;
	}

	HostFunctions hostFunctions() {
		return this.hostFunctions;
	}

	LinearMemories memories() {
		return this.memories;
	}

	DeadlineScheduler deadlines() {
		return this.deadlines;
	}

	HeapGuard heapGuard() {
		return this.heapGuard;
	}

	TrapTranslation traps() {
		return this.traps;
	}

}
