package dev.graft.artifact;

import dev.graft.artifact.format.ArtifactException;
import dev.graft.artifact.format.CorruptArtifactException;
import dev.graft.artifact.format.IncompatibleArtifactException;
import dev.graft.artifact.format.Manifest;
import dev.graft.artifact.mapping.MappedBytes;
import dev.graft.artifact.module.AddressMap;
import dev.graft.artifact.module.FunctionTable;
import dev.graft.artifact.module.ModuleMetadata;
import dev.graft.artifact.module.NameTable;
import dev.graft.artifact.section.SectionKind;
import dev.graft.artifact.spi.CompilerSettings;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An open artifact. Can be used by many threads at once.
///
/// Opening maps the file, checks its headers and decodes the manifest and the metadata;
/// nothing else is read. Every other section is checked against its checksum when it is
/// first asked for, and every class file when it is handed out: what this class returns
/// is what was written, or a [CorruptArtifactException]. [#verify] checks everything at
/// once.
///
/// This object is a handle. Closing it makes it unusable, and nothing else: buffers,
/// segments and views that it handed out stay valid, and the file stays mapped until none
/// of them can be reached any more.
///
/// A file must not be changed in place while it is open (see
/// [dev.graft.artifact.mapping.MappedBytes]). Files that somebody may overwrite belong
/// into the cache, [dev.graft.artifact.cache.ArtifactCache#adopt], or are read whole and
/// opened with [#of].
public final class Artifact implements AutoCloseable {

	private volatile @Nullable ArtifactContents contents;

	private Artifact(ArtifactContents contents) {
		this.contents = contents;
	}

	/// Maps a file.
	/// @throws IOException if there is no such file or it cannot be mapped
	/// @throws IncompatibleArtifactException if the file is of another format
	/// @throws CorruptArtifactException if the file is damaged, or no artifact at all
	public static Artifact open(Path file) throws IOException {
		return new Artifact(ArtifactReader.read(file.toString(), file, MappedBytes.map(file)));
	}

	/// Opens an artifact that is not in a file. The bytes are copied out of the heap.
	/// @param source a name, for messages
	/// @param bytes the artifact
	/// @throws IncompatibleArtifactException if the artifact is of another format
	/// @throws CorruptArtifactException if the artifact is damaged, or not one at all
	public static Artifact of(String source, byte[] bytes) {
		return new Artifact(ArtifactReader.read(source, null, MappedBytes.copy(bytes)));
	}

	/// Whether something is meant to be an artifact, of whatever version.
	/// @param prefix its beginning; 16 bytes are enough
	public static boolean isArtifact(byte[] prefix) {
		return ArtifactReader.isArtifact(prefix);
	}

	/// The file, or the name under which the bytes were given.
	public String source() {
		return contents().source();
	}

	/// The file, if it is one. It may have been deleted or replaced since it was mapped:
	/// other than this object, whoever opens it again has to be ready for that.
	public Optional<Path> file() {
		return Optional.ofNullable(contents().file());
	}

	/// The identity of the mapped file, by which to recognize it among others at the same
	/// path; empty if it is not known, or there is no file.
	/// @see java.nio.file.attribute.BasicFileAttributes#fileKey
	public Optional<Object> fileKey() {
		return Optional.ofNullable(contents().sections().fileKey());
	}

	/// The size of the file.
	public long sizeBytes() {
		return contents().sections().fileSize();
	}

	/// What the artifact was made from, by whom and for what.
	public Manifest manifest() {
		return contents().manifest();
	}

	/// Refuses an artifact that this engine cannot run.
	/// @param abiHash the engine's ABI hash
	/// @param settings how this engine would have compiled the module
	/// @throws IncompatibleArtifactException if the artifact was made for another engine
	/// or with settings that do not do here
	public void requireCompatible(String abiHash, CompilerSettings settings) {
		new CompatibilityCheck(source(), manifest()).require(abiHash, settings);
	}

	/// What linking and instantiation need to know.
	public ModuleMetadata metadata() {
		return contents().metadata();
	}

	/// What there is to know about every function. A view; keep it rather than asking
	/// again.
	/// @throws CorruptArtifactException if the section is damaged
	public FunctionTable functions() {
		return contents().functions();
	}

	/// The names of functions. A view; keep it rather than asking again.
	/// @throws CorruptArtifactException if the section is damaged
	public NameTable names() {
		return contents().names();
	}

	/// Where in the module each site of the generated code comes from. A view; keep it
	/// rather than asking again.
	/// @throws CorruptArtifactException if the section is damaged
	public AddressMap addressMap() {
		return contents().addressMap();
	}

	/// A class file: a direct buffer, a read-only slice of the mapping that
	/// [ClassLoader#defineClass] reads in place; null if there is no such class.
	/// @param binaryName the name, with dots
	/// @throws CorruptArtifactException if the class file is damaged
	public @Nullable ByteBuffer classBytes(String binaryName) {
		return contents().classBytes(binaryName);
	}

	/// The binary names of all classes, sorted.
	public List<String> classNames() {
		return contents().classes().names();
	}

	/// The section `.wasm.elements`, read only; empty if there is none.
	/// @throws CorruptArtifactException if the section is damaged
	public MemorySegment elements() {
		return contents().sections().segment(SectionKind.ELEMENTS);
	}

	/// The section `.wasm.data`, read only; empty if there is none.
	/// @throws CorruptArtifactException if the section is damaged
	public MemorySegment data() {
		return contents().sections().segment(SectionKind.DATA);
	}

	/// The section `.wasm.image`, read only; empty if there is none. To map it from the
	/// [#file], take its place from [#sections].
	/// @throws CorruptArtifactException if the section is damaged
	public MemorySegment image() {
		return contents().sections().segment(SectionKind.IMAGE);
	}

	/// A section as it is, such as `.wasm.debug_info`, read only.
	/// @throws CorruptArtifactException if the section is damaged
	public Optional<MemorySegment> section(String name) {
		return Optional.ofNullable(contents().sections().segment(name));
	}

	/// Where all sections are, in the order of their headers.
	public List<ArtifactSection> sections() {
		return contents().sections().list();
	}

	/// Checks every section against its checksum, which reads the whole file.
	/// @throws ArtifactException if anything is damaged
	public void verify() {
		contents().sections().checkAll();
		contents().functions();
	}

	/// Another handle to the same contents, which is closed on its own.
	public Artifact share() {
		return new Artifact(contents());
	}

	/// Makes this handle unusable: whoever calls it from now on gets an
	/// [IllegalStateException].
	@Override
	public void close() {
		this.contents = null;
	}

	@Override
	public String toString() {
		ArtifactContents contents = this.contents;
		return (contents != null) ? "Artifact " + contents.source() : "Artifact (closed)";
	}

	private ArtifactContents contents() {
		ArtifactContents contents = this.contents;
		if (contents == null) {
			throw new IllegalStateException("this handle to an artifact is closed");
		}
		return contents;
	}

}
