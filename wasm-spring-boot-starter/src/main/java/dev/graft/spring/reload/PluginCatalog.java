package dev.graft.spring.reload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;
import org.springframework.core.log.LogMessage;

/// Where the modules of all plugins are: at the locations that the configuration names,
/// and in the plugin directory. A configured location goes before a file in the
/// directory.
public final class PluginCatalog {

	private static final Log logger = LogFactory.getLog(PluginCatalog.class);

	private final @Nullable PluginDirectory directory;

	private final Map<String, Resource> configured;

	private final Predicate<String> enabled;

	/// @param directory the plugin directory, or null
	/// @param configured the locations of plugins that have one
	/// @param enabled whether a plugin is to be loaded at all
	public PluginCatalog(@Nullable Path directory, Map<String, Resource> configured, Predicate<String> enabled) {
		this.directory = (directory != null) ? new PluginDirectory(directory) : null;
		this.configured = Map.copyOf(configured);
		this.enabled = enabled;
	}

	/// All modules that are there now.
	/// @throws IOException if the directory cannot be listed
	Map<String, PluginLocation> locations() throws IOException {
		Map<String, PluginLocation> locations = new TreeMap<>();
		if (this.directory != null) {
			locations.putAll(this.directory.list());
		}
		for (Map.Entry<String, Resource> entry : this.configured.entrySet()) {
			locations.remove(entry.getKey());
			configured(entry.getKey(), entry.getValue())
				.ifPresent((location) -> locations.put(entry.getKey(), location));
		}
		locations.keySet().removeIf(this.enabled.negate());
		return locations;
	}

	/// All modules of configured plugins, for when the directory cannot be listed.
	Map<String, PluginLocation> configuredLocations() {
		try {
			return new PluginCatalog(null, this.configured, this.enabled).locations();
		}
		catch (IOException ex) {
			throw new IllegalStateException("without a directory nothing is listed", ex);
		}
	}

	private static Optional<PluginLocation> configured(String plugin, Resource resource) {
		Path file = file(resource);
		if (file == null) {
			return resource.exists() ? Optional.of(new PluginLocation.InResource(plugin, resource)) : Optional.empty();
		}
		try {
			return Optional.of(new PluginLocation.InFile(plugin, file, Stamp.of(file)));
		}
		catch (IOException ex) {
			logger.debug(LogMessage.format("Plugin '%s' has no file: %s", plugin, ex));
			return Optional.empty();
		}
	}

	private static @Nullable Path file(Resource resource) {
		try {
			return resource.isFile() ? resource.getFile().toPath() : null;
		}
		catch (IOException ex) {
			logger.debug(LogMessage.format("%s is no file: %s", resource, ex));
			return null;
		}
	}

	/// The directories whose changes concern plugins.
	Set<Path> directories() {
		Set<Path> directories = new LinkedHashSet<>();
		if (this.directory != null) {
			directories.add(this.directory.path());
		}
		for (Resource resource : this.configured.values()) {
			Path file = file(resource);
			if (file != null && file.toAbsolutePath().getParent() != null) {
				directories.add(file.toAbsolutePath().getParent());
			}
		}
		directories.removeIf((path) -> !Files.isDirectory(path));
		return directories;
	}

	/// Whether there is anything that could change.
	boolean isWatchable() {
		return this.directory != null
				|| this.configured.values().stream().anyMatch((resource) -> file(resource) != null);
	}

	/// Where a plugin's module was expected, for people.
	String expectedAt(String plugin) {
		Resource resource = this.configured.get(plugin);
		if (resource != null) {
			return resource.getDescription();
		}
		return (this.directory != null) ? "%s.wasm, .wat or .artifact in %s".formatted(plugin, this.directory.path())
				: "neither wasm.plugins.directory nor wasm.plugin.%s.location is set".formatted(plugin);
	}

}
