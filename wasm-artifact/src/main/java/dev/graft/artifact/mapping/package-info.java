/// The bytes of an artifact, outside of the Java heap, and what it is made of. The only
/// place that maps files.
@NullMarked
package dev.graft.artifact.mapping;

import org.jspecify.annotations.NullMarked;
