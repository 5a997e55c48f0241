package dev.graft.artifact.cache;

import java.nio.file.Path;
import java.time.Duration;

/// Hears what a cache does, as it does it and on the thread that does it. Every method
/// does nothing unless overridden.
public interface CacheListener {

	/// A listener that does not care.
	CacheListener NONE = new CacheListener() {
	};

	/// A request was answered from memory.
	default void memoryHit(String sourceName) {
	}

	/// A request was answered by mapping a file.
	default void diskHit(String sourceName, Path file, Duration duration) {
	}

	/// A module was compiled.
	default void compiled(String sourceName, Duration duration, long artifactBytes) {
	}

	/// A file was deleted to make room.
	default void evicted(Path file, long bytes) {
	}

	/// A file was damaged, or no artifact at all. The module is compiled again.
	default void damaged(Path file, Exception problem) {
	}

	/// A file is of another format or engine. The module is compiled again.
	default void outdated(Path file, Exception problem) {
	}

	/// A file or the directory could not be read, written or deleted. The cache does
	/// without.
	default void diskFailed(Path path, Exception problem) {
	}

}
