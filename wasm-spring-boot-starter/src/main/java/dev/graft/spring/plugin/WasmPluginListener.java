package dev.graft.spring.plugin;

import org.jspecify.annotations.Nullable;

/// Is told what happens to plugins, after the fact and in order for each plugin.
/// Applications have it easier with the events of `dev.graft.spring.event`. A listener
/// that throws is logged and changes nothing.
public interface WasmPluginListener {

	/// A version serves, where none did before.
	default void loaded(PluginVersion version) {
	}

	/// A version serves in place of another.
	default void replaced(PluginVersion previous, PluginVersion version) {
	}

	/// A version serves no more, and no other does.
	default void unloaded(PluginVersion version) {
	}

	/// A module was refused.
	/// @param plugin the plugin's name
	/// @param failure what was wrong with it
	/// @param serving the version that goes on serving, or null
	default void refused(String plugin, PluginFailure failure, @Nullable PluginVersion serving) {
	}

}
