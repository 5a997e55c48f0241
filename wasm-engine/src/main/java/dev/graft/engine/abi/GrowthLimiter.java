package dev.graft.engine.abi;

/// Is asked before a memory or a table grows.
@EngineSide
@FunctionalInterface
public interface GrowthLimiter {

	/// Allows everything.
	GrowthLimiter NONE = (current, desired) -> true;

	/// Whether growing may go ahead; if so, it has succeeded.
	/// @param current the present size: bytes for a memory, elements for a table
	/// @param desired the size asked for
	boolean allows(long current, long desired);

}
