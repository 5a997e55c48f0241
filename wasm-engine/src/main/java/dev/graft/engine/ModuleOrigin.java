package dev.graft.engine;

/// Where the code of a loaded module came from.
public enum ModuleOrigin {

	/// Compiled now.
	COMPILED,

	/// Compiled earlier by this process, and still in memory.
	MEMORY_CACHE,

	/// Compiled by an earlier process, and found in the cache directory.
	DISK_CACHE,

	/// Compiled ahead of time: an artifact was loaded.
	PRECOMPILED

}
