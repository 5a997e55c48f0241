package dev.graft.spring.plugin;

import java.time.Duration;

import dev.graft.engine.trap.WasmException;

/// All instances of a plugin were busy for longer than a call may wait.
public final class WasmPluginBusyException extends WasmException {

	private static final long serialVersionUID = 1L;

	private final String plugin;

	/// @param plugin the plugin's name
	/// @param instances how many instances there are
	/// @param waited how long the call waited
	public WasmPluginBusyException(String plugin, int instances, Duration waited) {
		super("plugin '%s' is busy: none of its %d instances became free within %d ms".formatted(plugin, instances,
				waited.toMillis()));
		this.plugin = plugin;
	}

	/// The plugin's name.
	public String plugin() {
		return this.plugin;
	}

}
