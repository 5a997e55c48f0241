package dev.graft.engine.memory;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Optional;

/// The image section of an artifact: what the initial contents of its memories are cut
/// from.
///
/// @param bytes the section
/// @param file where the same bytes are in a file, if they are in one
public record ImageBytes(MemorySegment bytes, Optional<InFile> file) {

	/// A place in a file.
	/// @param path the file
	/// @param fileKey identifies the file that `bytes` was mapped from, as the path may
	/// lead to another one by now; see
	/// [java.nio.file.attribute.BasicFileAttributes#fileKey]
	/// @param offset where the section begins
	public record InFile(Path path, Object fileKey, long offset) {

	}

}
