package dev.graft.spring.reload;

/// How changes in the plugin directory are noticed.
public enum WatchStrategy {

	/// The operating system tells, and the directory is looked at from time to time in
	/// case it did not (it does not on network file systems).
	WATCH,

	/// The directory is looked at from time to time.
	POLL

}
