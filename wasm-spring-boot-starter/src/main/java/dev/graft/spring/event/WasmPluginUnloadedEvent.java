package dev.graft.spring.event;

import dev.graft.spring.plugin.PluginVersion;

/// A plugin serves no more, since its file is gone or the application is stopping.
public final class WasmPluginUnloadedEvent extends WasmPluginEvent {

	private static final long serialVersionUID = 1L;

	private final transient PluginVersion version;

	/// The version that served until now.
	public WasmPluginUnloadedEvent(PluginVersion version) {
		super(version.plugin());
		this.version = version;
	}

	/// The version that served until now.
	public PluginVersion getVersion() {
		return this.version;
	}

}
