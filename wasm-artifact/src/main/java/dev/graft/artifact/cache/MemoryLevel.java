package dev.graft.artifact.cache;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Policy.Eviction;
import dev.graft.artifact.Artifact;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/// Open artifacts, the sum of whose sizes is bounded. Whoever comes first for a key loads
/// it, the others wait for that.
///
/// The map holds futures, so that a compilation, which can take seconds, holds no lock of
/// the map.
final class MemoryLevel {

	private final AsyncCache<CacheKey, Artifact> artifacts;

	MemoryLevel(long maximumBytes) {
		this.artifacts = Caffeine.newBuilder()
			.maximumWeight(maximumBytes)
			.weigher((CacheKey _, Artifact artifact) -> Math.toIntExact(artifact.sizeBytes()))
			.executor(Runnable::run)
			.recordStats()
			.buildAsync();
	}

	/// The artifact of a key.
	/// @param hit runs if it was there, or on its way, already
	/// @param load makes it otherwise
	Artifact get(CacheKey key, Runnable hit, Supplier<Artifact> load) {
		while (true) {
			CompletableFuture<Artifact> mine = new CompletableFuture<>();
			CompletableFuture<Artifact> present = this.artifacts.asMap().putIfAbsent(key, mine);
			if (present == null) {
				return complete(mine, load);
			}
			try {
				Artifact artifact = present.join();
				hit.run();
				return artifact;
			}
			catch (CompletionException | CancellationException ex) {
				// Whoever came first failed, and got the exception, under their name for
				// the
				// module. Ours may differ, so we try for ourselves.
				Thread.onSpinWait();
			}
		}
	}

	long evictions() {
		return this.artifacts.synchronous().stats().evictionCount();
	}

	long bytes() {
		return this.artifacts.synchronous().policy().eviction().map(Eviction::weightedSize).orElseThrow().orElse(0);
	}

	void clear() {
		this.artifacts.synchronous().invalidateAll();
	}

	private static Artifact complete(CompletableFuture<Artifact> future, Supplier<Artifact> load) {
		try {
			Artifact artifact = load.get();
			future.complete(artifact);
			return artifact;
		}
		finally {
			// Nothing to do after success. After an exception or an error the entry goes,
			// and
			// those who wait for it wake up.
			future.cancel(false);
		}
	}

}
