package dev.graft.spring.event;

import dev.graft.spring.plugin.PluginVersion;

/// A version of a plugin serves in place of another. Calls that the other has begun may
/// still be running.
public final class WasmPluginReplacedEvent extends WasmPluginEvent {

	private static final long serialVersionUID = 1L;

	private final transient PluginVersion previous;

	private final transient PluginVersion version;

	/// @param previous the version that served until now
	/// @param version the version that serves
	public WasmPluginReplacedEvent(PluginVersion previous, PluginVersion version) {
		super(version.plugin());
		this.previous = previous;
		this.version = version;
	}

	/// The version that served until now.
	public PluginVersion getPrevious() {
		return this.previous;
	}

	/// The version that serves.
	public PluginVersion getVersion() {
		return this.version;
	}

}
