package dev.graft.spring.reload;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.graft.spring.plugin.DefaultWasmPluginRegistry;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.core.log.LogMessage;
import org.springframework.util.StringUtils;

/// Looks for changes, and has changed plugins loaded, on a thread of its own.
final class PluginWatcher {

	private static final Log logger = LogFactory.getLog(PluginWatcher.class);

	private static final Duration SHORTEST_WAIT = Duration.ofMillis(10);

	private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

	private final PluginCatalog catalog;

	private final WasmPluginReloader reloader;

	private final DefaultWasmPluginRegistry registry;

	private final ReloadSettings settings;

	private final ChangeDetector changes;

	private @Nullable DirectoryChanges events;

	private @Nullable Thread thread;

	private boolean directoryIsMissing;

	/// @param loaded what has been loaded already
	PluginWatcher(PluginCatalog catalog, WasmPluginReloader reloader, DefaultWasmPluginRegistry registry,
			ReloadSettings settings, Map<String, PluginLocation> loaded) {
		this.catalog = catalog;
		this.reloader = reloader;
		this.registry = registry;
		this.settings = settings;
		this.changes = new ChangeDetector(settings.quietPeriod());
		this.changes.settle(stamps(loaded));
	}

	private static Map<String, Stamp> stamps(Map<String, PluginLocation> locations) {
		Map<String, Stamp> stamps = new HashMap<>();
		locations.forEach((plugin, location) -> stamps.put(plugin, location.stamp()));
		return stamps;
	}

	void start() {
		DirectoryChanges events = new DirectoryChanges(this.settings.strategy());
		this.events = events;
		this.thread = Thread.ofPlatform().name("wasm-reload").daemon().start(() -> run(events));
	}

	/// Lets a swap that is under way come to its end: interrupted in the middle, it would
	/// look like a bad module.
	void stop() {
		if (this.events == null || this.thread == null) {
			return;
		}
		this.events.close();
		try {
			if (!this.thread.join(LONGEST_STOP)) {
				logger.warn("A plugin is still being loaded and is left to itself");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void run(DirectoryChanges events) {
		try {
			Optional<Set<String>> names = Optional.of(Set.of());
			while (names.isPresent()) {
				names.get().forEach(this::suspect);
				events.watch(this.catalog.directories());
				look();
				names = events.await(untilNextLook());
			}
		}
		catch (InterruptedException ex) {
			logger.warn("Plugins are no longer watched, since somebody interrupted the thread");
		}
	}

	private Duration untilNextLook() {
		Duration wait = this.changes.isWaiting() ? this.settings.quietPeriod().dividedBy(2)
				: this.settings.pollInterval();
		return (wait.compareTo(SHORTEST_WAIT) > 0) ? wait : SHORTEST_WAIT;
	}

	/// A file that was written to may have another content although size and time are the
	/// same.
	private void suspect(String fileName) {
		this.changes.suspect(StringUtils.stripFilenameExtension(fileName));
	}

	/// One look. Nothing that goes wrong here may end the thread.
	private void look() {
		try {
			Map<String, PluginLocation> now = this.catalog.locations();
			this.directoryIsMissing = false;
			this.changes.observe(stamps(now), System.nanoTime()).forEach((plugin) -> deal(plugin, now.get(plugin)));
		}
		catch (IOException ex) {
			reportMissingDirectory(ex);
		}
		catch (RuntimeException ex) {
			logger.error("Looking for changed plugins failed; the next look may do better", ex);
		}
	}

	/// A directory that cannot be listed says nothing about its files; nothing is
	/// unloaded for it.
	private void reportMissingDirectory(IOException problem) {
		if (!this.directoryIsMissing) {
			logger.warn(LogMessage.format("The plugin directory cannot be listed, all plugins stay as they are: %s",
					problem));
		}
		this.directoryIsMissing = true;
	}

	private void deal(String plugin, @Nullable PluginLocation location) {
		if (location != null) {
			load(plugin, location);
		}
		else if (this.settings.onDelete() == DeletedFilePolicy.UNLOAD) {
			this.registry.unload(plugin, "its file is gone");
		}
	}

	private void load(String plugin, PluginLocation location) {
		try {
			this.reloader.load(location);
		}
		catch (ChangingFileException ex) {
			logger.debug(LogMessage.format("Plugin '%s': %s", plugin, ex.getMessage()));
			this.changes.suspect(plugin);
		}
	}

}
