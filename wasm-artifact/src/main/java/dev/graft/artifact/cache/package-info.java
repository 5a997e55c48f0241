/// The cache of compiled modules: in memory, and on disk for the next start and for other processes.
///
/// Start at [dev.graft.artifact.cache.ArtifactCache].
@NullMarked
package dev.graft.artifact.cache;

import org.jspecify.annotations.NullMarked;
