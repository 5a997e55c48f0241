/// Element and data segments: what of them is computed at compile time and how the rest
/// is laid out in the artifact.
///
/// A memory that the module defines begins as a copy-on-write mapping of an image when
/// everything its active data segments write is known here; then there is nothing left to
/// copy at instantiation.
///
/// Start at [SegmentLayout].
@NullMarked
package dev.graft.compiler.segment;

import org.jspecify.annotations.NullMarked;
