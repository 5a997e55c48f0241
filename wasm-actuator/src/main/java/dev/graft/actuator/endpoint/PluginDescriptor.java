package dev.graft.actuator.endpoint;

import java.time.Instant;
import java.util.List;

import dev.graft.spring.plugin.PluginFailure;
import dev.graft.spring.plugin.PluginState;
import dev.graft.spring.plugin.PluginStatus;
import dev.graft.spring.plugin.PluginStatus.InstanceFacts;
import dev.graft.spring.plugin.PluginStatus.ModuleFacts;
import dev.graft.spring.plugin.PluginVersion;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/// A plugin.
///
/// @param state whether it serves
/// @param version the version that serves
/// @param lastFailure the last module that was refused
/// @param interfaces the Java interfaces bound to it
/// @param module what it is made of
/// @param instances its instances
public record PluginDescriptor(PluginState state, @Nullable VersionDescriptor version,
		@Nullable FailureDescriptor lastFailure, List<String> interfaces, @Nullable ModuleDescriptor module,
		@Nullable InstanceFacts instances) implements OperationResponseBody {

	static PluginDescriptor of(PluginStatus plugin) {
		PluginVersion version = plugin.version();
		PluginFailure failure = plugin.lastFailure();
		ModuleFacts module = plugin.module();
		return new PluginDescriptor(plugin.state(), (version != null) ? VersionDescriptor.of(version) : null,
				(failure != null) ? FailureDescriptor.of(failure) : null,
				plugin.interfaces().stream().map(Class::getName).sorted().toList(),
				(module != null) ? ModuleDescriptor.of(module) : null, plugin.instances());
	}

	/// A version.
	///
	/// @param generation 1 for the first since the application started
	/// @param digest SHA-256 of the file
	/// @param origin where it was read from
	/// @param loadedAt when it began to serve
	public record VersionDescriptor(int generation, String digest, String origin, Instant loadedAt) {

		static VersionDescriptor of(PluginVersion version) {
			return new VersionDescriptor(version.generation(), version.digest(), version.origin(), version.loadedAt());
		}

	}

	/// A module that was refused.
	///
	/// @param at when
	/// @param origin where it was read from
	/// @param reason why
	public record FailureDescriptor(Instant at, String origin, String reason) {

		static FailureDescriptor of(PluginFailure failure) {
			return new FailureDescriptor(failure.at(), failure.origin(), String.valueOf(failure.cause()));
		}

	}

	/// A module.
	///
	/// @param exports what it exports
	/// @param imports what it imports
	/// @param sourceBytes the size of its file
	/// @param artifact the file that it was mapped from
	/// @param artifactBytes the size of the artifact
	public record ModuleDescriptor(List<String> exports, List<String> imports, long sourceBytes,
			@Nullable String artifact, long artifactBytes) {

		static ModuleDescriptor of(ModuleFacts module) {
			return new ModuleDescriptor(module.exports(), module.imports(), module.sourceBytes(),
					module.artifact().map(Object::toString).orElse(null), module.artifactBytes());
		}

	}

}
