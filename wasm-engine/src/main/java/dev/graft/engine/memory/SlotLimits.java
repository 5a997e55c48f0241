package dev.graft.engine.memory;

/// How much address space and memory the memories of an engine may take together.
///
/// @param slots the most memories at a time, used and warm ones together
/// @param waitNanos how long to wait for one if all are in use
/// @param warm the most slots that wait, reset, for the next instance of their module
/// @param keepBytes the most memory that a warm slot keeps
public record SlotLimits(int slots, long waitNanos, int warm, long keepBytes) {

	/// As many as there is address space for, and none kept.
	public static final SlotLimits NONE_KEPT = new SlotLimits(Integer.MAX_VALUE, 0, 0, 0);

}
