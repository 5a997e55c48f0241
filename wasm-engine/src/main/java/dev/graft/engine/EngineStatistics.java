package dev.graft.engine;

import java.util.Map;

import dev.graft.engine.trap.TrapCode;

/// What an engine has done so far and holds now. A snapshot.
///
/// @param compilations how many modules were compiled
/// @param compileNanos how long that took in total
/// @param memoryCacheHits how often an artifact was found in memory
/// @param diskCacheHits how often an artifact was found in the cache directory
/// @param cacheMisses how often an artifact was found in neither
/// @param cacheEntriesDamaged how many damaged entries were replaced
/// @param cacheEntriesOutdated how many entries of other versions were replaced
/// @param cacheMemoryBytes the size of the artifacts held in memory
/// @param modules how many modules are loaded and in use
/// @param stores how many stores are open
/// @param instances how many instances live in open stores
/// @param instantiations how many instances were ever made
/// @param memoryReservedBytes the address space reserved for memories, of open stores and
/// warm ones
/// @param memoryUsedBytes the current size of memories of open stores
/// @param pool how the slots for memories are used
/// @param traps how many calls ended with a trap, by code; codes that never occurred are
/// absent
public record EngineStatistics(long compilations, long compileNanos, long memoryCacheHits, long diskCacheHits,
		long cacheMisses, long cacheEntriesDamaged, long cacheEntriesOutdated, long cacheMemoryBytes, long modules,
		long stores, long instances, long instantiations, long memoryReservedBytes, long memoryUsedBytes,
		PoolStatistics pool, Map<TrapCode, Long> traps) {

	/// Copies the map.
	public EngineStatistics {
		traps = Map.copyOf(traps);
	}

}
