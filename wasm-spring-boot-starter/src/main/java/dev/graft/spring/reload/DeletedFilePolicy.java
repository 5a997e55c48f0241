package dev.graft.spring.reload;

/// What happens to a plugin whose file is gone from the plugin directory.
public enum DeletedFilePolicy {

	/// The plugin is drained and closed; calls fail until there is a file again.
	UNLOAD,

	/// The plugin goes on serving.
	KEEP

}
