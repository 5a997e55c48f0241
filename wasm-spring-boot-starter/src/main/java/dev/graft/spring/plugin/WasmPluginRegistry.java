package dev.graft.spring.plugin;

import java.util.List;
import java.util.Optional;

/// All plugins of the application: those with a [dev.graft.spring.WasmPlugin] interface,
/// and those found in the plugin directory.
///
/// Safe for use by several threads.
public interface WasmPluginRegistry {

	/// All plugins, by name.
	List<PluginStatus> plugins();

	/// A plugin, if there is one of that name.
	Optional<PluginStatus> plugin(String name);

	/// The object behind a [dev.graft.spring.WasmPlugin] bean: a thread-safe
	/// implementation of an interface that calls whichever version of the plugin serves.
	/// The interface need not be annotated.
	/// @throws WasmPluginMismatchException if the plugin is loaded already and does not
	/// have what the interface asks for
	<T> T proxy(String name, Class<T> type);

}
