package dev.graft.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A loaded module: validated, compiled and ready to be linked. Immutable, thread-safe; its classes are unloaded when
/// neither it nor an instance of it is used any more.
public final class Module {

	private Module() {
	}

	/// The engine that loaded it.
	public Engine engine() {
		return Pending.body();
	}

	/// What it was called when it was loaded, usually a file name.
	public String name() {
		return Pending.body();
	}

	/// The SHA-256 digest of the `.wasm` bytes, in hexadecimal.
	public String digest() {
		return Pending.body();
	}

	/// What it needs, in order.
	public List<ImportType> imports() {
		return Pending.body();
	}

	/// What it offers, in order.
	public List<ExportType> exports() {
		return Pending.body();
	}

	/// What it offers under a name.
	public Optional<ExternType> export(String name) {
		return Pending.body();
	}

	/// Where its code came from when it was first loaded.
	public ModuleOrigin origin() {
		return Pending.body();
	}

	/// The file that its artifact is mapped from, if there is one.
	public Optional<Path> artifactFile() {
		return Pending.body();
	}

	/// The size of its artifact.
	public long artifactSizeBytes() {
		return Pending.body();
	}

	/// Name and digest, for logs.
	@Override
	public String toString() {
		return Pending.body();
	}

}
