package dev.graft.artifact.cache;

/// What a cache has done since it was made. A snapshot.
///
/// @param memoryHits requests answered from memory
/// @param diskHits requests answered by mapping a file
/// @param compiled requests for which a module was compiled
/// @param memoryEvictions artifacts dropped from memory to make room
/// @param diskEvictions files deleted to make room
/// @param damaged files that were damaged or something else altogether, and were replaced
/// @param outdated files of another format or engine, which were replaced
/// @param diskFailures how often a file could not be read, written or deleted, so that
/// the cache did without
/// @param memoryBytes how many bytes of artifacts are held in memory
/// @param diskBytes how many bytes the files in the directory have, as far as this cache
/// knows
public record CacheStatistics(long memoryHits, long diskHits, long compiled, long memoryEvictions, long diskEvictions,
		long damaged, long outdated, long diskFailures, long memoryBytes, long diskBytes) {
}
