package dev.graft.artifact.cache;

import dev.graft.artifact.Artifact;
import dev.graft.artifact.format.CorruptArtifactException;
import dev.graft.artifact.format.IncompatibleArtifactException;
import dev.graft.artifact.format.Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Artifacts in files that are named after their keys. Several processes may use the same
/// directory at once.
final class CacheDirectory {

	/*
	 * A file appears under its name whole or not at all: it is written under another name
	 * in the same directory and renamed. It is never changed afterwards, only replaced by
	 * another file or deleted, which does not concern those who have mapped it. So no
	 * process needs to lock anything against another; at worst two of them compile the
	 * same module at the same time, and get the same bytes.
	 *
	 * A file that a power failure has cut short is found like any other damage, by its
	 * checksums, whenever it is used for the first time in a process. Hence nothing is
	 * forced to disk.
	 *
	 * The time of last modification is that of last use. Nothing fails: what cannot be
	 * read is not there, what cannot be written is not kept, and the listener hears of
	 * it.
	 */

	private static final long UNKNOWN = -1;

	private static final String SUFFIX = ".artifact";

	private static final String TEMPORARY_SUFFIX = ".tmp";

	/// Nobody takes that long to write a file: whoever did has died.
	private static final Duration ABANDONED = Duration.ofHours(1);

	private final Path directory;

	private final long maximumBytes;

	private final CacheRecorder recorder;

	private volatile long bytes = UNKNOWN;

	CacheDirectory(Path directory, long maximumBytes, CacheRecorder recorder) {
		this.directory = directory;
		this.maximumBytes = maximumBytes;
		this.recorder = recorder;
	}

	Path path() {
		return this.directory;
	}

	/// The artifact under a key, if it is there, whole, and what is expected. Anything
	/// else that is there is deleted.
	@Nullable Artifact find(CacheKey key, Manifest expected) {
		Path file = file(key);
		try {
			if (!Files.isDirectory(this.directory)) {
				return null;
			}
			requirePrivate();
			Artifact artifact = Artifact.open(file);
			artifact.verify();
			requireManifest(artifact, expected);
			touch(file);
			return artifact;
		}
		catch (NoSuchFileException ex) {
			return null;
		}
		catch (CorruptArtifactException ex) {
			this.recorder.damaged(file, ex);
		}
		catch (IncompatibleArtifactException ex) {
			this.recorder.outdated(file, ex);
		}
		catch (IOException ex) {
			this.recorder.diskFailed(file, ex);
			return null;
		}
		delete(file);
		return null;
	}

	/// Puts an artifact under a key and opens it from there, or says that this was not
	/// possible.
	@Nullable Artifact publish(CacheKey key, byte[] artifact) {
		return publish(key, (file) -> Files.write(file, artifact));
	}

	/// Has an artifact written to a file, puts it under a key and opens it from there, or
	/// says that this was not possible.
	@Nullable Artifact publish(CacheKey key, Source source) {
		Path file = file(key);
		try {
			Files.createDirectories(this.directory, ownerOnly());
			requirePrivate();
			write(file, source);
			Artifact opened = openUnlessDeleted(file);
			makeRoom();
			return opened;
		}
		catch (IOException ex) {
			this.recorder.diskFailed(file, ex);
			return null;
		}
	}

	private void write(Path file, Source source) throws IOException {
		Path temporary = Files.createTempFile(this.directory, file.getFileName() + "-", TEMPORARY_SUFFIX);
		try {
			source.write(temporary);
			Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
		}
		finally {
			Files.deleteIfExists(temporary);
		}
	}

	private static @Nullable Artifact openUnlessDeleted(Path file) throws IOException {
		try {
			return Artifact.open(file);
		}
		catch (NoSuchFileException ex) {
			// Another process had to make room in the meantime.
			return null;
		}
	}

	private static void requireManifest(Artifact artifact, Manifest expected) {
		Manifest found = artifact.manifest();
		if (!found.moduleDigest().equals(expected.moduleDigest())) {
			throw new CorruptArtifactException(artifact.source(), "manifest", 0, "module " + expected.moduleDigest(),
					"module " + found.moduleDigest());
		}
		if (!found.equals(expected)) {
			throw new IncompatibleArtifactException(artifact.source(), "manifest", expected.toString(),
					found.toString(), "compile the module again");
		}
	}

	/// Whoever can write to the directory chooses what modules do. See RATIONALE, "Whom
	/// does the cache trust?"
	private void requirePrivate() throws IOException {
		if (isPosix() && Files.getPosixFilePermissions(this.directory).contains(PosixFilePermission.OTHERS_WRITE)) {
			throw new IOException("the cache directory " + this.directory
					+ " is not used because everybody may write to it; take that permission away");
		}
	}

	private FileAttribute<?>[] ownerOnly() {
		return isPosix()
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")) }
				: new FileAttribute<?>[0];
	}

	private boolean isPosix() {
		return this.directory.getFileSystem().supportedFileAttributeViews().contains("posix");
	}

	/// In a directory that cannot be written to nothing is deleted either, so there is no
	/// need to know what was used last.
	private void touch(Path file) throws IOException {
		if (Files.isWritable(this.directory)) {
			Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
		}
	}

	/// How large the files are, counted now if nobody has counted them yet.
	long bytes() {
		long known = this.bytes;
		if (known != UNKNOWN) {
			return known;
		}
		try {
			return sum(entries());
		}
		catch (IOException ex) {
			this.recorder.diskFailed(this.directory, ex);
			return 0;
		}
	}

	/// Deletes what has not been used for longest until the rest is small enough, and
	/// what dead processes have left.
	private void makeRoom() throws IOException {
		List<Entry> entries = entries();
		entries.sort(Comparator.comparing(Entry::lastUse).thenComparing(Entry::file));
		long rest = sum(entries);
		for (Entry entry : entries) {
			if (rest <= this.maximumBytes) {
				break;
			}
			if (delete(entry.file())) {
				rest -= entry.size();
				this.recorder.evicted(entry.file(), entry.size());
			}
		}
		this.bytes = rest;
	}

	private List<Entry> entries() throws IOException {
		List<Entry> entries = new ArrayList<>();
		if (!Files.isDirectory(this.directory)) {
			return entries;
		}
		try (Stream<Path> files = Files.list(this.directory)) {
			files.forEach((file) -> look(file, entries));
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
		return entries;
	}

	private long sum(List<Entry> entries) {
		long sum = 0;
		for (Entry entry : entries) {
			sum += entry.size();
		}
		this.bytes = sum;
		return sum;
	}

	private void look(Path file, List<Entry> entries) {
		String name = file.getFileName().toString();
		try {
			BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
			if (name.endsWith(SUFFIX)) {
				entries.add(new Entry(file, attributes.size(), attributes.lastModifiedTime()));
			}
			else if (name.endsWith(TEMPORARY_SUFFIX) && name.contains(SUFFIX)
					&& attributes.lastModifiedTime().toInstant().isBefore(Instant.now().minus(ABANDONED))) {
				delete(file);
			}
		}
		catch (NoSuchFileException ex) {
			// Another process was faster.
		}
		catch (IOException ex) {
			this.recorder.diskFailed(file, ex);
		}
	}

	private boolean delete(Path file) {
		try {
			Files.deleteIfExists(file);
			return true;
		}
		catch (IOException ex) {
			this.recorder.diskFailed(file, ex);
			return false;
		}
	}

	private Path file(CacheKey key) {
		return this.directory.resolve(key.digest() + SUFFIX);
	}

	private record Entry(Path file, long size, FileTime lastUse) {
	}

	/// Where an artifact comes from.
	@FunctionalInterface
	interface Source {

		/// Writes it to an empty file.
		/// @throws IOException if that is not possible
		void write(Path file) throws IOException;

	}

}
