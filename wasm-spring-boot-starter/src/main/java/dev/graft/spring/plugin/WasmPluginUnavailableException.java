package dev.graft.spring.plugin;

import dev.graft.engine.trap.WasmException;
import org.jspecify.annotations.Nullable;

/// No version of a plugin serves: there is no module for it, or the module could not be
/// loaded.
public final class WasmPluginUnavailableException extends WasmException {

	private static final long serialVersionUID = 1L;

	private final String plugin;

	/// The cause, if there is one, says why the module could not be loaded.
	public WasmPluginUnavailableException(String plugin, String reason, @Nullable Throwable cause) {
		super("plugin '%s' is not available: %s".formatted(plugin, reason), cause);
		this.plugin = plugin;
	}

	/// The plugin's name.
	public String plugin() {
		return this.plugin;
	}

}
