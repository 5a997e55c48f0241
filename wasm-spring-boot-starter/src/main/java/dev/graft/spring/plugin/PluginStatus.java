package dev.graft.spring.plugin;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// What there is to know about a plugin at one moment.
///
/// @param name the plugin's name
/// @param state whether it serves
/// @param version the version that serves, or null
/// @param lastFailure the last module that was refused, or null if none was since the
/// version that serves was loaded
/// @param interfaces the Java interfaces bound to it
/// @param module what the version that serves is made of, or null
/// @param instances its instances, or null
public record PluginStatus(String name, PluginState state, @Nullable PluginVersion version,
		@Nullable PluginFailure lastFailure, List<Class<?>> interfaces, @Nullable ModuleFacts module,
		@Nullable InstanceFacts instances) {

	/// A module.
	///
	/// @param exports what it exports, as `name: type`
	/// @param imports what it imports, as `module.name: type`
	/// @param artifact the artifact file that it was mapped from, if it is a file
	/// @param artifactBytes the size of the artifact
	/// @param sourceBytes the size of the file that it came from
	public record ModuleFacts(List<String> exports, List<String> imports, Optional<Path> artifact, long artifactBytes,
			long sourceBytes) {
	}

	/// Instances.
	///
	/// @param live how many there are
	/// @param idle how many of them wait for a call
	/// @param maximum how many there may be
	/// @param memoryBytes how much linear memory they have
	public record InstanceFacts(int live, int idle, int maximum, long memoryBytes) {
	}

}
