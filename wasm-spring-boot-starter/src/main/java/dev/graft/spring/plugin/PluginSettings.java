package dev.graft.spring.plugin;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// What a plugin may use, and how it is run. The defaults are those of [#DEFAULTS];
/// properties replace them one by one.
///
/// @param deadline how long a call may take, waiting for an instance not included; zero
/// for no limit
/// @param startTimeout how long start function and `_initialize` may take; zero for no
/// limit
/// @param memoryLimitBytes how large the memory of an instance may grow
/// @param resultLimitBytes how long a string or byte array may be that crosses from a
/// plugin to Java
/// @param instances how instances are kept
/// @param drainTimeout how long a replaced version may go on with calls that it has begun
/// @param wasi what WASI offers to the plugin
/// @param sha256 the digest that its file must have, in hexadecimal digits, or null for
/// any
public record PluginSettings(Duration deadline, Duration startTimeout, long memoryLimitBytes, int resultLimitBytes,
		Instances instances, Duration drainTimeout, Wasi wasi, @Nullable String sha256) {

	/// Safe to run a plugin with that nobody has looked at.
	public static final PluginSettings DEFAULTS = new PluginSettings(Duration.ofSeconds(5), Duration.ofSeconds(5),
			256L << 20, 16 << 20, new Instances(InstanceMode.POOLED, 16, Duration.ofSeconds(2)), Duration.ofSeconds(30),
			new Wasi(List.of(), Map.of()), null);

	/// Knows the settings of every plugin.
	@FunctionalInterface
	public interface Source {

		/// The settings of a plugin.
		PluginSettings of(String plugin);

	}

	/// How instances are kept.
	///
	/// @param mode how long one lives
	/// @param maximum how many there may be at a time, of one version
	/// @param acquireTimeout how long a call waits for one to become free
	public record Instances(InstanceMode mode, int maximum, Duration acquireTimeout) {
	}

	/// What WASI offers: clocks, random numbers, and these; standard output goes to the
	/// log, and there are no files.
	///
	/// @param arguments the program's arguments, after its name
	/// @param environment the program's environment, of which nothing comes from the
	/// host's
	public record Wasi(List<String> arguments, Map<String, String> environment) {
	}

}
