package dev.graft.bench.runner;

/// A host function.
@FunctionalInterface
public interface HostCall {

	/// Performs it.
	/// @param memory the memory of the guest that calls
	/// @param arguments one per parameter: integers as they are, floating-point numbers
	/// as anything
	/// @return the result, for functions that have one
	int call(GuestMemory memory, long[] arguments);

}
