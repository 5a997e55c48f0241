package dev.graft.spring.event;

import dev.graft.spring.plugin.PluginVersion;
import org.jspecify.annotations.Nullable;

/// A module was refused. If a version served before, it still does.
public final class WasmPluginLoadFailedEvent extends WasmPluginEvent {

	private static final long serialVersionUID = 1L;

	private final String origin;

	private final Throwable cause;

	private final transient @Nullable PluginVersion serving;

	/// @param plugin the plugin's name
	/// @param origin where the module was read from
	/// @param cause why it was refused
	/// @param serving the version that goes on serving, or null
	public WasmPluginLoadFailedEvent(String plugin, String origin, Throwable cause, @Nullable PluginVersion serving) {
		super(plugin);
		this.origin = origin;
		this.cause = cause;
		this.serving = serving;
	}

	/// Where the module was read from.
	public String getOrigin() {
		return this.origin;
	}

	/// Why the module was refused.
	public Throwable getCause() {
		return this.cause;
	}

	/// The version that goes on serving, or null if there is none.
	public @Nullable PluginVersion getServing() {
		return this.serving;
	}

}
