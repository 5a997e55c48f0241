package dev.graft.artifact.cache;

import dev.graft.artifact.Artifact;
import dev.graft.artifact.format.ArtifactException;
import dev.graft.artifact.format.Manifest;
import dev.graft.artifact.spi.CompileRequest;
import dev.graft.artifact.spi.CompilerSettings;
import dev.graft.artifact.spi.ModuleCompiler;
import dev.graft.artifact.spi.ModuleException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The cache of compiled modules. Can be used by many threads, and its directory by many
/// processes, at once.
///
/// A module is looked for in memory, then on disk, then compiled; concurrent requests for
/// the same module compile it once. What comes from disk is checked whole before it is
/// used: a file that is damaged, of another module, or made for another engine is counted
/// and replaced, never trusted. No condition of the disk makes a request fail.
///
/// ```java
/// try (ArtifactCache cache = ArtifactCache.builder(abiHash).directory(directory).build()) {
/// 	Artifact artifact = cache.get("resize.wasm", bytes, CompilerSettings.DEFAULT, compiler);
/// }
/// ```
public final class ArtifactCache implements AutoCloseable {

	private final String abiHash;

	private final MemoryLevel memory;

	private final @Nullable CacheDirectory disk;

	private final CacheRecorder recorder;

	private volatile boolean closed;

	private ArtifactCache(Builder builder) {
		this.abiHash = builder.abiHash;
		this.recorder = new CacheRecorder(builder.listener);
		this.memory = new MemoryLevel(builder.maximumMemoryBytes);
		Path directory = builder.directory;
		this.disk = (directory != null) ? new CacheDirectory(directory, builder.maximumDiskBytes, this.recorder) : null;
	}

	/// Starts to configure a cache.
	/// @param abiHash the hash of the engine's ABI, part of every key
	public static Builder builder(String abiHash) {
		return new Builder(abiHash);
	}

	/// The artifact of a module: from memory, from disk, or compiled now. The handle is
	/// the caller's to close.
	/// @param sourceName the file, URL or name that the module is known by
	/// @param source the module, in binary or text form
	/// @param settings how to compile it
	/// @param compiler what compiles it if need be
	/// @throws ModuleException if the module has to be compiled and cannot be
	public Artifact get(String sourceName, byte[] source, CompilerSettings settings, ModuleCompiler compiler) {
		return get(new CompileRequest(sourceName, source, settings), compiler);
	}

	/// The artifact of a module: from memory, from disk, or compiled now. The handle is
	/// the caller's to close.
	/// @param request the module, and how to compile it
	/// @param compiler what compiles it if need be
	/// @throws ModuleException if the module has to be compiled and cannot be
	public Artifact get(CompileRequest request, ModuleCompiler compiler) {
		requireOpen();
		String sourceName = request.sourceName();
		Manifest expected = request.manifest(this.abiHash, compiler.version());
		CacheKey key = CacheKey.ofManifest(expected);
		return this.memory.get(key, () -> this.recorder.memoryHit(sourceName), () -> {
			Artifact found = find(sourceName, key, expected);
			return (found != null) ? found : compile(request, key, expected, compiler);
		}).share();
	}

	/// The artifact of a module, if it is in memory or on disk. The handle is the
	/// caller's to close.
	/// @param request the module
	/// @param compilerVersion what would compile it
	public Optional<Artifact> find(CompileRequest request, String compilerVersion) {
		requireOpen();
		Manifest expected = request.manifest(this.abiHash, compilerVersion);
		CacheKey key = CacheKey.ofManifest(expected);
		Artifact present = this.memory.find(key);
		if (present != null) {
			this.recorder.memoryHit(request.sourceName());
			return Optional.of(present.share());
		}
		Artifact found = find(request.sourceName(), key, expected);
		if (found == null) {
			return Optional.empty();
		}
		this.memory.put(key, found);
		return Optional.of(found.share());
	}

	/// Keeps the artifact of a module that somebody has had compiled. The handle is the
	/// caller's to close.
	/// @param request the module
	/// @param compilerVersion what has compiled it
	/// @param compiled the artifact
	/// @param duration how long that took
	public Artifact put(CompileRequest request, String compilerVersion, byte[] compiled, Duration duration) {
		requireOpen();
		Manifest expected = request.manifest(this.abiHash, compilerVersion);
		CacheKey key = CacheKey.ofManifest(expected);
		Artifact artifact = keep(request, key, expected, compilerVersion, compiled, duration);
		this.memory.put(key, artifact);
		return artifact.share();
	}

	/// A private copy of an artifact that was compiled elsewhere. For files that somebody
	/// may overwrite, which must not be mapped: the copy is a file in the directory of
	/// this cache, or memory if there is none. The handle is the caller's to close.
	/// @param sourceName the file, URL or name that the artifact is known by
	/// @param artifact the artifact
	/// @throws ArtifactException if the artifact is damaged or of another format
	public Artifact adopt(String sourceName, byte[] artifact) {
		requireOpen();
		CacheKey key = CacheKey.ofArtifact(artifact);
		return this.memory.get(key, () -> this.recorder.memoryHit(sourceName), () -> {
			Artifact given = Artifact.of(sourceName, artifact);
			given.verify();
			Artifact found = find(sourceName, key, given.manifest());
			Artifact kept = (found != null) ? found : publish(key, artifact);
			return (kept != null) ? kept : given;
		}).share();
	}

	/// What this cache has done until now.
	public CacheStatistics statistics() {
		return this.recorder.statistics(this.memory, (this.disk != null) ? this.disk.bytes() : 0);
	}

	/// The directory with the files, unless the cache is in memory only.
	public Optional<Path> directory() {
		return Optional.ofNullable(this.disk).map(CacheDirectory::path);
	}

	/// Lets go of everything in memory. Files, and handles given away, stay.
	@Override
	public void close() {
		this.closed = true;
		this.memory.clear();
	}

	private @Nullable Artifact find(String sourceName, CacheKey key, Manifest expected) {
		long start = System.nanoTime();
		Artifact found = (this.disk != null) ? this.disk.find(key, expected) : null;
		if (found != null) {
			this.recorder.diskHit(sourceName, found.file().orElseThrow(), Duration.ofNanos(System.nanoTime() - start));
		}
		return found;
	}

	private Artifact compile(CompileRequest request, CacheKey key, Manifest expected, ModuleCompiler compiler) {
		long start = System.nanoTime();
		Artifact published = (this.disk != null) ? this.disk.publish(key, (file) -> {
			compiler.compile(request, file);
			this.recorder.compiled(request.sourceName(), Duration.ofNanos(System.nanoTime() - start), Files.size(file));
		}) : null;
		if (published != null) {
			return checked(published, expected, compiler.version());
		}
		byte[] compiled = compiler.compile(request);
		this.recorder.compiled(request.sourceName(), Duration.ofNanos(System.nanoTime() - start), compiled.length);
		return checked(Artifact.of(request.sourceName(), compiled), expected, compiler.version());
	}

	private Artifact keep(CompileRequest request, CacheKey key, Manifest expected, String compilerVersion,
			byte[] compiled, Duration duration) {
		this.recorder.compiled(request.sourceName(), duration, compiled.length);
		Artifact published = publish(key, compiled);
		return checked((published != null) ? published : Artifact.of(request.sourceName(), compiled), expected,
				compilerVersion);
	}

	private static Artifact checked(Artifact artifact, Manifest expected, String compilerVersion) {
		if (!artifact.manifest().equals(expected)) {
			throw new IllegalStateException("compiler %s was asked for %s and wrote %s".formatted(compilerVersion,
					expected, artifact.manifest()));
		}
		return artifact;
	}

	private @Nullable Artifact publish(CacheKey key, byte[] artifact) {
		return (this.disk != null) ? this.disk.publish(key, artifact) : null;
	}

	private void requireOpen() {
		if (this.closed) {
			throw new IllegalStateException("this cache is closed");
		}
	}

	/// Configures a cache.
	public static final class Builder {

		private static final long DEFAULT_MEMORY_BYTES = 256L << 20;

		private static final long DEFAULT_DISK_BYTES = 1L << 30;

		private final String abiHash;

		private @Nullable Path directory;

		private long maximumMemoryBytes = DEFAULT_MEMORY_BYTES;

		private long maximumDiskBytes = DEFAULT_DISK_BYTES;

		private CacheListener listener = CacheListener.NONE;

		private Builder(String abiHash) {
			this.abiHash = abiHash;
		}

		/// Where to keep files; without, the cache is in memory only. Made, for its owner
		/// only, when it is first needed.
		public Builder directory(@Nullable Path directory) {
			this.directory = directory;
			return this;
		}

		/// How large the open artifacts may be in all; 256 MiB unless set.
		/// @throws IllegalArgumentException if negative
		public Builder maximumMemoryBytes(long maximumMemoryBytes) {
			this.maximumMemoryBytes = requireNotNegative("maximumMemoryBytes", maximumMemoryBytes);
			return this;
		}

		/// How large the files may be in all; 1 GiB unless set.
		/// @throws IllegalArgumentException if negative
		public Builder maximumDiskBytes(long maximumDiskBytes) {
			this.maximumDiskBytes = requireNotNegative("maximumDiskBytes", maximumDiskBytes);
			return this;
		}

		/// Who hears of what the cache does.
		public Builder listener(CacheListener listener) {
			this.listener = listener;
			return this;
		}

		/// A cache so configured.
		public ArtifactCache build() {
			return new ArtifactCache(this);
		}

		private static long requireNotNegative(String what, long bytes) {
			if (bytes < 0) {
				throw new IllegalArgumentException(what + " is negative: " + bytes);
			}
			return bytes;
		}

	}

}
