package dev.graft.spring.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import dev.graft.spring.autoconfigure.WasmProperties.Engine.Cache;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.core.env.PropertyResolver;
import org.springframework.core.log.LogMessage;
import org.springframework.util.StringUtils;

/// Where compiled modules are kept.
///
/// By default where the system keeps such things for one user, not among temporary files:
/// those are everybody's, and what is read back from the cache is run.
final class CacheDirectory {

	private static final Log logger = LogFactory.getLog(CacheDirectory.class);

	private CacheDirectory() {
	}

	/// The directory, which exists; nothing if the cache is off or there is no place for
	/// it.
	static Optional<Path> of(Cache properties, PropertyResolver environment) {
		if (!properties.enabled()) {
			return Optional.empty();
		}
		String configured = properties.directory();
		Path directory = StringUtils.hasText(configured) ? Path.of(configured) : usual(environment);
		try {
			return Optional.of(Files.createDirectories(directory));
		}
		catch (IOException ex) {
			logger.warn(LogMessage.format(
					"Modules are compiled again at each start, since %s cannot be made: %s; see wasm.engine.cache.directory",
					directory, ex));
			return Optional.empty();
		}
	}

	private static Path usual(PropertyResolver environment) {
		String cacheHome = environment.getProperty("XDG_CACHE_HOME");
		Path base = StringUtils.hasText(cacheHome) ? Path.of(cacheHome)
				: Path.of(environment.getProperty("user.home", "."), ".cache");
		return base.resolve("graft");
	}

}
