package dev.graft.spring.plugin;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/// Is told of every call of a plugin and of every instance. A bean of this type is found
/// by itself; without one, calls are not timed.
///
/// Called by the thread that made the call, so it must be quick. It must not throw.
@FunctionalInterface
public interface WasmPluginCallListener {

	/// A call has ended.
	/// @param plugin the plugin's name
	/// @param export the export that was called; plugins have few
	/// @param duration how long it took, waiting for an instance included
	/// @param failure what it ended with, or null if it returned
	void called(String plugin, String export, Duration duration, @Nullable Throwable failure);

	/// An instance has been made.
	/// @param plugin the plugin's name
	/// @param duration how long it took, with start function and `_initialize`
	default void instantiated(String plugin, Duration duration) {
	}

}
