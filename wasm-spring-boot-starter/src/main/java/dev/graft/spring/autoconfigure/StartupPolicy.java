package dev.graft.spring.autoconfigure;

/// What a plugin that cannot be had means for the start of the application.
public enum StartupPolicy {

	/// The application starts, says what is wrong and serves the other plugins; calls of
	/// this one throw [dev.graft.spring.plugin.WasmPluginUnavailableException].
	LENIENT,

	/// The application does not start.
	STRICT

}
