package dev.graft.engine.memory;

/// What the memories of an engine take and have taken. A snapshot.
///
/// @param inUse how many memories there are
/// @param warm how many slots wait for the next instance of their module
/// @param made how many slots were ever made
/// @param reused how often a memory got a slot that was there already
/// @param resets how often a slot was made again what it was in the beginning
/// @param waits how often a caller had to wait for a slot
/// @param refusals how often it waited in vain
/// @param reservedBytes the address space of all slots
/// @param committedBytes the current size of all memories
/// @param warmBytes the memory that warm slots keep
public record SlotStatistics(long inUse, long warm, long made, long reused, long resets, long waits, long refusals,
		long reservedBytes, long committedBytes, long warmBytes) {
}
