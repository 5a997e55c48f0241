package dev.graft.spring.plugin;

import java.time.Instant;

/// A version of a plugin that has been loaded.
///
/// @param plugin the plugin's name
/// @param generation 1 for the first version since the application started, 2 for the
/// next
/// @param digest SHA-256 of the module file, in hexadecimal digits
/// @param origin where the module was read from, for people
/// @param loadedAt when it began to serve
public record PluginVersion(String plugin, int generation, String digest, String origin, Instant loadedAt) {

	/// `pricing#2 (3fa9c2d1)`, for messages.
	@Override
	public String toString() {
		return "%s#%d (%s)".formatted(this.plugin, this.generation,
				this.digest.substring(0, Math.min(8, this.digest.length())));
	}

}
