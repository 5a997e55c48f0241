/// What an artifact file says about itself, and why one can be refused.
///
/// [dev.graft.artifact.format.Manifest] is read before anything else of a file. Two
/// exceptions exist: [dev.graft.artifact.format.IncompatibleArtifactException] for a
/// sound file made for something else, and
/// [dev.graft.artifact.format.CorruptArtifactException] for a damaged one.
/// [dev.graft.artifact.format.SectionInput] and [dev.graft.artifact.format.SectionOutput]
/// read and write the bytes of one section; whatever goes wrong while reading is reported
/// with file, section and offset.
@NullMarked
package dev.graft.artifact.format;

import org.jspecify.annotations.NullMarked;
