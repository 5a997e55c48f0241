package dev.graft.engine;

import dev.graft.engine.memory.SlotStatistics;

/// How the slots for memories are used; see [PoolLimits]. A snapshot.
///
/// @param used how many slots have a memory in them
/// @param warm how many wait for the next instance of their module
/// @param limit how many there may be
/// @param made how many were ever made, which takes system calls
/// @param reused how many memories got a slot that was there already
/// @param resets how often a slot was made again what it was in the beginning
/// @param waits how many instantiations had to wait for a slot
/// @param refusals how many waited in vain
/// @param warmBytes how much memory the warm slots keep
public record PoolStatistics(long used, long warm, long limit, long made, long reused, long resets, long waits,
		long refusals, long warmBytes) {

	static PoolStatistics of(SlotStatistics slots, PoolLimits limits) {
		return new PoolStatistics(slots.inUse(), slots.warm(), limits.memories(), slots.made(), slots.reused(),
				slots.resets(), slots.waits(), slots.refusals(), slots.warmBytes());
	}

}
