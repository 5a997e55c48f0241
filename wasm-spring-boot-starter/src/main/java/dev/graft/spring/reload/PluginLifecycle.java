package dev.graft.spring.reload;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

import dev.graft.spring.plugin.DefaultWasmPluginRegistry;
import dev.graft.spring.plugin.PluginState;
import dev.graft.spring.plugin.PluginStatus;
import dev.graft.spring.plugin.SwapResult;
import dev.graft.spring.plugin.WasmPluginMismatchException;
import dev.graft.spring.plugin.WasmPluginMismatchException.Mismatch;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.log.LogMessage;

/// Loads plugins when the application starts, before the web server does, and closes them
/// when it stops, after the web server has.
///
/// A plugin that is called earlier, by a bean that is being created, has all plugins
/// loaded at that moment. They are loaded one after the other by the thread that asks,
/// which may hold the locks of beans that are being created; compiling uses more threads
/// by itself.
public final class PluginLifecycle implements SmartLifecycle, DisposableBean {

	/// Below the phases of web servers, so started before and stopped after them.
	public static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 4096;

	private static final Log logger = LogFactory.getLog(PluginLifecycle.class);

	private final PluginCatalog catalog;

	private final WasmPluginReloader reloader;

	private final DefaultWasmPluginRegistry registry;

	private final ReloadSettings settings;

	private final Runnable declare;

	private final boolean strict;

	private final AtomicReference<State> state = new AtomicReference<>(State.NEW);

	private final ReentrantLock loading = new ReentrantLock();

	private volatile Map<String, PluginLocation> loaded = Map.of();

	private @Nullable PluginWatcher watcher;

	/// @param catalog knows where modules are
	/// @param reloader loads them
	/// @param registry serves them
	/// @param settings how changes are dealt with
	/// @param declare tells the registry which interfaces there are
	/// @param strict whether the application must not start without one of its plugins
	public PluginLifecycle(PluginCatalog catalog, WasmPluginReloader reloader, DefaultWasmPluginRegistry registry,
			ReloadSettings settings, Runnable declare, boolean strict) {
		this.catalog = catalog;
		this.reloader = reloader;
		this.registry = registry;
		this.settings = settings;
		this.declare = declare;
		this.strict = strict;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

	@Override
	public boolean isRunning() {
		return this.state.get() == State.RUNNING;
	}

	@Override
	public void start() {
		this.loading.lock();
		try {
			this.state.compareAndSet(State.STOPPED, State.NEW);
			loadIfNew();
		}
		finally {
			this.loading.unlock();
		}
		if (this.settings.enabled() && this.catalog.isWatchable()) {
			this.watcher = new PluginWatcher(this.catalog, this.reloader, this.registry, this.settings, this.loaded);
			this.watcher.start();
		}
		this.state.set(State.RUNNING);
	}

	/// Loads all plugins, unless that has been done. Calls that come in meanwhile from
	/// other threads do not wait, since the thread that loads may need beans that they
	/// hold: they find that there is nothing yet.
	public void loadOnce() {
		if (!this.loading.tryLock()) {
			return;
		}
		try {
			loadIfNew();
		}
		finally {
			this.loading.unlock();
		}
	}

	private void loadIfNew() {
		if (!this.state.compareAndSet(State.NEW, State.LOADED)) {
			return;
		}
		boolean completed = false;
		try {
			load();
			completed = true;
			this.registry.setBeforeFirstCall(PluginLifecycle::nothing);
		}
		finally {
			if (!completed) {
				this.state.set(State.NEW);
			}
		}
	}

	private void load() {
		this.registry.setWhyAbsent("plugins are being loaded");
		this.declare.run();
		Map<String, PluginLocation> locations = locations();
		List<Mismatch> mismatches = new ArrayList<>();
		Map<String, PluginLocation> settled = new HashMap<>();
		locations.forEach((plugin, location) -> load(location, settled, mismatches));
		this.loaded = settled;
		this.registry.setWhyAbsent("there is no module for it");
		if (!mismatches.isEmpty()) {
			throw new WasmPluginMismatchException(mismatches);
		}
		checkAbsent();
	}

	private Map<String, PluginLocation> locations() {
		try {
			return this.catalog.locations();
		}
		catch (IOException ex) {
			if (this.strict) {
				throw new WasmPluginsMissingException(List.of("the plugin directory cannot be listed: " + ex));
			}
			logger.warn(LogMessage.format("The plugin directory cannot be listed: %s", ex));
			return this.catalog.configuredLocations();
		}
	}

	/// A file that is being written at this moment is left to the watcher.
	private void load(PluginLocation location, Map<String, PluginLocation> settled, List<Mismatch> mismatches) {
		try {
			SwapResult result = this.reloader.load(location);
			settled.put(location.plugin(), location);
			if (result instanceof SwapResult.Refused refused
					&& refused.failure().cause() instanceof WasmPluginMismatchException mismatch) {
				mismatches.addAll(mismatch.mismatches());
			}
		}
		catch (ChangingFileException ex) {
			logger.warn(LogMessage.format("Plugin '%s': %s", location.plugin(), ex.getMessage()));
		}
	}

	/// Refused modules have been reported already, one by one.
	private void checkAbsent() {
		List<String> missing = new ArrayList<>();
		for (PluginStatus status : this.registry.plugins()) {
			if (status.state() == PluginState.ABSENT) {
				String problem = "plugin '%s' has no module, its methods fail until there is one: %s"
					.formatted(status.name(), this.catalog.expectedAt(status.name()));
				logger.warn(problem);
				missing.add(problem);
			}
			else if (status.lastFailure() != null) {
				missing.add("plugin '%s', %s: %s".formatted(status.name(), status.lastFailure().origin(),
						status.lastFailure().cause()));
			}
		}
		if (this.strict && !missing.isEmpty()) {
			throw new WasmPluginsMissingException(missing);
		}
	}

	@Override
	public void stop(Runnable callback) {
		end(callback);
	}

	@Override
	public void stop() {
		end(PluginLifecycle::nothing);
	}

	/// Also when the application failed to start after plugins had been loaded.
	@Override
	public void destroy() {
		stop();
	}

	private void end(Runnable callback) {
		this.state.set(State.STOPPED);
		this.registry.setWhyAbsent("the application is stopping");
		this.registry.setBeforeFirstCall(PluginLifecycle::nothing);
		PluginWatcher running = this.watcher;
		if (running != null) {
			running.stop();
			this.watcher = null;
		}
		this.registry.unloadAll("the application is stopping", callback);
	}

	private static void nothing() {
	}

	/// Loading happens once, on the way from new to loaded; running is what Spring asks
	/// about.
	private enum State {

		NEW, LOADED, RUNNING, STOPPED

	}

}
