package dev.graft.artifact;

import dev.graft.artifact.abi.VectorApiMember;
import dev.graft.artifact.format.IncompatibleArtifactException;
import dev.graft.artifact.format.Manifest;
import dev.graft.artifact.spi.CompilerSettings;
import dev.graft.artifact.spi.MemoryAccess;
import java.util.Set;
import java.util.TreeSet;

/// Compares an artifact's manifest with what an engine is and how it is configured.
///
/// What only makes an artifact better or worse to look at (names, addresses, debug
/// information) does not matter here.
final class CompatibilityCheck {

	private static final String RECOMPILE = "compile the module again with this version of Graft";

	private final String source;

	private final Manifest manifest;

	CompatibilityCheck(String source, Manifest manifest) {
		this.source = source;
		this.manifest = manifest;
	}

	void require(String abiHash, CompilerSettings settings) {
		requireAbi(abiHash);
		requireInterruptible(settings);
		requireVectorApi();
		requireMemoryAccess(settings);
		requireFeatures(settings);
	}

	/// Generated code calls into the engine: both have to mean the same methods.
	private void requireAbi(String expected) {
		if (!this.manifest.abiHash().equals(expected)) {
			throw incompatible("engine ABI", expected, this.manifest.abiHash(), RECOMPILE);
		}
	}

	/// An artifact that never looks up cannot be stopped, which is fine only for an
	/// engine that does not want to stop anything.
	private void requireInterruptible(CompilerSettings settings) {
		String needed = "interruptible=true";
		if (settings.interruptible() && !Set.of(this.manifest.settings().split(" ")).contains(needed)) {
			throw incompatible("compiler settings", needed, this.manifest.settings(),
					"compile the module again as interruptible, or switch interruption off for this engine");
		}
	}

	/// Code that names classes which are not there cannot run.
	private void requireVectorApi() {
		boolean used = Set.of(this.manifest.settings().split(" ")).contains(CompilerSettings.VECTOR_API);
		if (used && !VectorApiMember.isPresent()) {
			throw incompatible("compiler settings", "no " + CompilerSettings.VECTOR_API, this.manifest.settings(),
					"start Java with --add-modules " + VectorApiMember.MODULE
							+ ", or compile the module again without the Vector API");
		}
	}

	/// Code that reads and writes at any address runs only where somebody wants it.
	private void requireMemoryAccess(CompilerSettings settings) {
		boolean raw = Set.of(this.manifest.settings().split(" ")).contains(CompilerSettings.RAW_MEMORY_ACCESS);
		if (raw && settings.memoryAccess() != MemoryAccess.RAW) {
			throw incompatible("compiler settings", "no " + CompilerSettings.RAW_MEMORY_ACCESS,
					this.manifest.settings(),
					"configure this engine for raw memory access, or compile the module again without it");
		}
	}

	private void requireFeatures(CompilerSettings settings) {
		Set<String> missing = new TreeSet<>(this.manifest.features());
		missing.removeAll(settings.featureNames());
		if (!missing.isEmpty()) {
			throw incompatible("WebAssembly features", "no more than " + new TreeSet<>(settings.featureNames()),
					"also " + missing, "compile the module again without them, or enable them for this engine");
		}
	}

	private IncompatibleArtifactException incompatible(String field, String expected, String found, String remedy) {
		return new IncompatibleArtifactException(this.source, field, expected, found, remedy);
	}

}
