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
/// the map. It is made when something is looked for: who loads artifacts from files never
/// does, and Caffeine's classes take a tenth of a second in a process that has just begun.
final class MemoryLevel {

	private final long maximumBytes;

	private volatile @Nullable AsyncCache<CacheKey, Artifact> artifacts;

	MemoryLevel(long maximumBytes) {
		this.maximumBytes = maximumBytes;
	}

	private AsyncCache<CacheKey, Artifact> artifacts() {
		AsyncCache<CacheKey, Artifact> present = this.artifacts;
		return (present != null) ? present : makeOnce();
	}

	private synchronized AsyncCache<CacheKey, Artifact> makeOnce() {
		AsyncCache<CacheKey, Artifact> made = this.artifacts;
		if (made == null) {
			made = Caffeine.newBuilder()
				.maximumWeight(this.maximumBytes)
				.weigher((CacheKey _, Artifact artifact) -> Math.toIntExact(artifact.sizeBytes()))
				.executor(Runnable::run)
				.recordStats()
				.buildAsync();
			this.artifacts = made;
		}
		return made;
	}

	/// The artifact of a key.
	/// @param hit runs if it was there, or on its way, already
	/// @param load makes it otherwise
	Artifact get(CacheKey key, Runnable hit, Supplier<Artifact> load) {
		while (true) {
			CompletableFuture<Artifact> mine = new CompletableFuture<>();
			CompletableFuture<Artifact> present = artifacts().asMap().putIfAbsent(key, mine);
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
		CompletableFuture<Artifact> present = artifacts().getIfPresent(key);
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
		artifacts().put(key, CompletableFuture.completedFuture(artifact));
	}

	long evictions() {
		AsyncCache<CacheKey, Artifact> present = this.artifacts;
		return (present != null) ? present.synchronous().stats().evictionCount() : 0;
	}

	long bytes() {
		AsyncCache<CacheKey, Artifact> present = this.artifacts;
		return (present != null)
				? present.synchronous().policy().eviction().map(Eviction::weightedSize).orElseThrow().orElse(0) : 0;
	}

	void clear() {
		AsyncCache<CacheKey, Artifact> present = this.artifacts;
		if (present != null) {
			present.synchronous().invalidateAll();
		}
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
