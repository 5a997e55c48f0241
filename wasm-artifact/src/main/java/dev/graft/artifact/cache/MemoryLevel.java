package dev.graft.artifact.cache;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Policy.Eviction;
import dev.graft.artifact.Artifact;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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

	/// The artifact of a key, if it is there; waits for it if it is on its way.
	@Nullable Artifact find(CacheKey key) {
		CompletableFuture<Artifact> present = this.artifacts.getIfPresent(key);
		try {
			return (present != null) ? present.join() : null;
		}
		catch (CompletionException | CancellationException ex) {
			// Whoever was loading it failed, and has been told.
			return null;
		}
	}

	/// Keeps an artifact.
	void put(CacheKey key, Artifact artifact) {
		this.artifacts.put(key, CompletableFuture.completedFuture(artifact));
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
