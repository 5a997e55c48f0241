package dev.graft.artifact;

import dev.graft.artifact.format.Manifest;
import dev.graft.artifact.module.AddressMap;
import dev.graft.artifact.module.FunctionTable;
import dev.graft.artifact.module.ModuleMetadata;
import dev.graft.artifact.module.NameTable;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An open artifact. Can be used by many threads at once.
@SuppressWarnings("DoNotCallSuggester")
public final class Artifact implements AutoCloseable {

	private Artifact() {
	}

	/// Maps a file.
	public static Artifact open(Path file) throws IOException {
		throw new UnsupportedOperationException();
	}

	/// Opens an artifact that is not in a file. The bytes are copied out of the heap.
	public static Artifact of(String source, byte[] bytes) {
		throw new UnsupportedOperationException();
	}

	/// Whether something that begins with these bytes is meant to be an artifact: 16
	/// bytes
	/// are enough.
	public static boolean isArtifact(byte[] prefix) {
		throw new UnsupportedOperationException();
	}

	/// Where it came from, for messages.
	public String source() {
		throw new UnsupportedOperationException();
	}

	public Optional<Path> file() {
		throw new UnsupportedOperationException();
	}

	public long sizeBytes() {
		throw new UnsupportedOperationException();
	}

	public Manifest manifest() {
		throw new UnsupportedOperationException();
	}

	public ModuleMetadata metadata() {
		throw new UnsupportedOperationException();
	}

	public FunctionTable functions() {
		throw new UnsupportedOperationException();
	}

	public NameTable names() {
		throw new UnsupportedOperationException();
	}

	public AddressMap addressMap() {
		throw new UnsupportedOperationException();
	}

	/// A class file: a direct buffer, a slice of the mapping, or null if there is no such
	/// class.
	public @Nullable ByteBuffer classBytes(String binaryName) {
		throw new UnsupportedOperationException();
	}

	public List<String> classNames() {
		throw new UnsupportedOperationException();
	}

	/// The section `.wasm.elements`, read only; empty if there is none.
	public MemorySegment elements() {
		throw new UnsupportedOperationException();
	}

	/// The section `.wasm.data`, read only; empty if there is none.
	public MemorySegment data() {
		throw new UnsupportedOperationException();
	}

	/// The section `.wasm.image`, read only; empty if there is none.
	public MemorySegment image() {
		throw new UnsupportedOperationException();
	}

	/// A section as it is, such as a `.wasm.debug_…` one.
	public Optional<MemorySegment> section(String name) {
		throw new UnsupportedOperationException();
	}

	public List<ArtifactSection> sections() {
		throw new UnsupportedOperationException();
	}

	/// Checks every section and class file against its checksum.
	public void verify() {
		throw new UnsupportedOperationException();
	}

	/// Another handle to the same contents, closed on its own.
	public Artifact share() {
		throw new UnsupportedOperationException();
	}

	/// Whoever uses this handle from now on gets an [IllegalStateException]; what it
	/// handed out stays valid.
	@Override
	public void close() {
	}

}
