package dev.graft.spring.reload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/// What can be told of a file without reading it. Another stamp says that the file is
/// worth reading, not that it has other content: that is for the digest to say.
///
/// The real path is in it because ConfigMaps of Kubernetes are replaced by changing where
/// a symbolic link points, with the times of the files unchanged.
///
/// @param realPath the file, all links followed
/// @param size its size in bytes
/// @param modifiedNanos when it was modified
/// @param fileKey its identity in the file system, where there is one
/// @param readable whether it may be read
record Stamp(String realPath, long size, long modifiedNanos, @Nullable Object fileKey, boolean readable) {

	/// For resources that are no files: they do not change.
	static final Stamp FIXED = new Stamp("", 0, 0, null, true);

	static Stamp of(Path file) throws IOException {
		Path real = file.toRealPath();
		BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
		return new Stamp(real.toString(), attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
				attributes.fileKey(), Files.isReadable(real));
	}

}
