package dev.graft.spring.plugin;

/// How long an instance of a plugin lives.
public enum InstanceMode {

	/// Instances are kept and used again, one call at a time each. What a plugin leaves
	/// in its memory is there when the instance is used next.
	POOLED,

	/// Every call has an instance of its own: slower, and nothing is carried over from
	/// one call to another.
	PER_CALL

}
