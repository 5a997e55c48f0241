package dev.graft.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A loaded module: validated, compiled and ready to be linked. Immutable, thread-safe;
/// its classes are unloaded when neither it nor an instance of it is used any more.
public final class Module {

	private static final int SHORT_DIGEST = 12;

	private final Engine engine;

	private final String name;

	private final ModuleOrigin origin;

	private final SharedModule shared;

	Module(Engine engine, String name, ModuleOrigin origin, SharedModule shared) {
		this.engine = engine;
		this.name = name;
		this.origin = origin;
		this.shared = shared;
	}

	/// The engine that loaded it.
	public Engine engine() {
		return this.engine;
	}

	/// What it was called when it was loaded, usually a file name.
	public String name() {
		return this.name;
	}

	/// The SHA-256 digest of the `.wasm` bytes, in hexadecimal.
	public String digest() {
		return this.shared.digest();
	}

	/// What it needs, in order.
	public List<ImportType> imports() {
		return this.shared.imports();
	}

	/// What it offers, in order.
	public List<ExportType> exports() {
		return this.shared.exportTypes();
	}

	/// What it offers under a name.
	public Optional<ExternType> export(String name) {
		return exports().stream().filter((export) -> export.name().equals(name)).map(ExportType::type).findFirst();
	}

	/// The types that it defines, by index.
	public List<DefinedType> types() {
		return DefinedType.all(this.engine, this.shared.types().all());
	}

	/// Where its code came from when it was first loaded.
	public ModuleOrigin origin() {
		return this.origin;
	}

	/// The file that its artifact is mapped from, if there is one.
	public Optional<Path> artifactFile() {
		return this.shared.artifactFile();
	}

	/// The size of its artifact.
	public long artifactSizeBytes() {
		return this.shared.artifactBytes();
	}

	SharedModule shared() {
		return this.shared;
	}

	/// Name and digest, for logs.
	@Override
	public String toString() {
		return this.name + " (" + digest().substring(0, SHORT_DIGEST) + ")";
	}

}
