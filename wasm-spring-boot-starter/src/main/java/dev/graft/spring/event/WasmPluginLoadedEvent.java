package dev.graft.spring.event;

import dev.graft.spring.plugin.PluginVersion;

/// A plugin serves that did not before.
public final class WasmPluginLoadedEvent extends WasmPluginEvent {

	private static final long serialVersionUID = 1L;

	private final transient PluginVersion version;

	/// The version that serves.
	public WasmPluginLoadedEvent(PluginVersion version) {
		super(version.plugin());
		this.version = version;
	}

	/// The version that serves.
	public PluginVersion getVersion() {
		return this.version;
	}

}
