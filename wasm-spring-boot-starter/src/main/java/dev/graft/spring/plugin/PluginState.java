package dev.graft.spring.plugin;

/// Whether a plugin serves.
public enum PluginState {

	/// A version serves.
	ACTIVE,

	/// No version serves since the module could not be loaded.
	FAILED,

	/// No version serves since there is no module: none was found, or its file has been
	/// deleted.
	ABSENT

}
