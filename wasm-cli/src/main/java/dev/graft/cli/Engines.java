package dev.graft.cli;

import dev.graft.artifact.spi.Feature;
import dev.graft.engine.EngineConfig;
import dev.graft.engine.StoreLimits;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How the command line configures the engine: for one program of the user's own, so
/// without the limits that a server sets.
final class Engines {

	private Engines() {
	}

	/// @param cacheDirectory where compiled modules are kept, or null to keep none
	/// @param features what modules may use
	static EngineConfig.Builder config(@Nullable Path cacheDirectory, Set<Feature> features) {
		EngineConfig.Builder config = EngineConfig.builder()
			.features(features)
			.deadline(null)
			.storeLimits(StoreLimits.UNLIMITED);
		return (cacheDirectory != null) ? config.cacheDirectory(cacheDirectory) : config;
	}

	/// The user's cache directory, by the XDG base directory specification.
	static Path userCacheDirectory() {
		String configured = System.getenv("XDG_CACHE_HOME");
		Path base = (configured != null && !configured.isBlank()) ? Path.of(configured)
				: Path.of(System.getProperty("user.home"), ".cache");
		return base.resolve("graft");
	}

}
