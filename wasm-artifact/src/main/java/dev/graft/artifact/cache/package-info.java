/// The cache of compiled modules: in memory, and on disk for the next start and for other
/// processes.
///
/// ```
///   get ─▶ MemoryLevel ─miss─▶ CacheDirectory ─miss─▶ ModuleCompiler
///          open artifacts,      files, checked whole     │
///          weighed by bytes     before they are used ◀───┘ publish, map
/// ```
///
/// Start at [dev.graft.artifact.cache.ArtifactCache].
@NullMarked
package dev.graft.artifact.cache;

import org.jspecify.annotations.NullMarked;
