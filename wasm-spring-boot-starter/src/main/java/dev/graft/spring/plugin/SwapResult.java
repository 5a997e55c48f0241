package dev.graft.spring.plugin;

import org.jspecify.annotations.Nullable;

/// How an attempt to load a module ended.
public sealed interface SwapResult {

	/// The version serves.
	///
	/// @param version the version
	/// @param previous the version that served until now, or null
	record Published(PluginVersion version, @Nullable PluginVersion previous) implements SwapResult {
	}

	/// The version that serves is this one already.
	///
	/// @param version the version
	record Unchanged(PluginVersion version) implements SwapResult {
	}

	/// The module was refused.
	///
	/// @param failure what was wrong with it
	/// @param serving the version that goes on serving, or null
	record Refused(PluginFailure failure, @Nullable PluginVersion serving) implements SwapResult {
	}

}
