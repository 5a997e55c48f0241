package dev.graft.artifact.cache;

import dev.graft.artifact.Artifact;
import dev.graft.artifact.spi.CompilerSettings;
import dev.graft.artifact.spi.ModuleCompiler;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The cache of compiled modules.
@SuppressWarnings("DoNotCallSuggester")
public final class ArtifactCache implements AutoCloseable {

	private final Builder builder;

	private ArtifactCache(Builder builder) {
		this.builder = builder;
	}

	/// @param abiHash the hash of the engine's ABI, part of every key
	public static Builder builder(String abiHash) {
		return new Builder(abiHash);
	}

	/// The artifact of a module: from memory, from disk, or compiled now. Whoever asked
	/// closes it.
	public Artifact get(String sourceName, byte[] source, CompilerSettings settings, ModuleCompiler compiler) {
		throw new UnsupportedOperationException();
	}

	/// The artifact of a module if it is in the cache: for engines without a compiler.
	public Optional<Artifact> find(String sourceName, byte[] source, CompilerSettings settings,
			String compilerVersion) {
		throw new UnsupportedOperationException();
	}

	public CacheStatistics statistics() {
		throw new UnsupportedOperationException();
	}

	/// The directory with the files, unless the cache is in memory only.
	public Optional<Path> directory() {
		return Optional.ofNullable(this.builder.directory);
	}

	@Override
	public void close() {
	}

	/// Settings of a cache.
	public static final class Builder {

		private final String abiHash;

		private @Nullable Path directory;

		private long maximumMemoryBytes = 256L << 20;

		private long maximumDiskBytes = 1L << 30;

		private CacheListener listener = CacheListener.NONE;

		private Builder(String abiHash) {
			this.abiHash = abiHash;
		}

		/// Where to keep files; without, the cache is in memory only.
		public Builder directory(@Nullable Path directory) {
			this.directory = directory;
			return this;
		}

		public Builder maximumMemoryBytes(long maximumMemoryBytes) {
			this.maximumMemoryBytes = maximumMemoryBytes;
			return this;
		}

		public Builder maximumDiskBytes(long maximumDiskBytes) {
			this.maximumDiskBytes = maximumDiskBytes;
			return this;
		}

		public Builder listener(CacheListener listener) {
			this.listener = listener;
			return this;
		}

		public ArtifactCache build() {
			if (this.maximumDiskBytes < 0 || this.maximumMemoryBytes < 0) {
				throw new IllegalArgumentException(this.abiHash + this.listener);
			}
			return new ArtifactCache(this);
		}

	}

}
