package dev.graft.spring.reload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

import dev.graft.spring.plugin.DefaultWasmPluginRegistry;
import dev.graft.spring.plugin.SwapResult;

/// Reads modules and hands them to the registry.
public final class WasmPluginReloader {

	private final PluginCatalog catalog;

	private final DefaultWasmPluginRegistry registry;

	/// @param catalog knows where modules are
	/// @param registry takes them
	public WasmPluginReloader(PluginCatalog catalog, DefaultWasmPluginRegistry registry) {
		this.catalog = catalog;
		this.registry = registry;
	}

	/// Looks for the module of a plugin now, whether or not its file has changed, and
	/// loads it unless it is what serves already.
	/// @return how that ended, or nothing if there is no module
	public Optional<SwapResult> reload(String plugin) {
		PluginLocation location = locations().get(plugin);
		if (location == null) {
			return Optional.empty();
		}
		try {
			return Optional.of(load(location));
		}
		catch (ChangingFileException ex) {
			return Optional.of(this.registry.refuse(plugin, location.origin(), ex));
		}
	}

	private Map<String, PluginLocation> locations() {
		try {
			return this.catalog.locations();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("the plugin directory cannot be listed", ex);
		}
	}

	/// Loads a module, unless it is what serves already.
	/// @throws ChangingFileException if it is being written at this moment
	SwapResult load(PluginLocation location) throws ChangingFileException {
		try {
			return this.registry.swap(location.read());
		}
		catch (ChangingFileException ex) {
			throw ex;
		}
		catch (IOException ex) {
			return this.registry.refuse(location.plugin(), location.origin(), ex);
		}
	}

}
