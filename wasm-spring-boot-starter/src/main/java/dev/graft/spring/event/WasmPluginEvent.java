package dev.graft.spring.event;

import org.springframework.context.ApplicationEvent;

/// Something has happened to a plugin. The source of the event is the plugin's name.
public abstract sealed class WasmPluginEvent extends ApplicationEvent
		permits WasmPluginLoadedEvent, WasmPluginReplacedEvent, WasmPluginUnloadedEvent, WasmPluginLoadFailedEvent {

	private static final long serialVersionUID = 1L;

	private final String plugin;

	WasmPluginEvent(String plugin) {
		super(plugin);
		this.plugin = plugin;
	}

	/// The plugin's name.
	public String getPlugin() {
		return this.plugin;
	}

}
