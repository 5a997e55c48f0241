package dev.graft.artifact.format;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/// What an artifact was made from, by whom and for what: the first thing that is read of
/// a file.
///
/// @param formatVersion the version of the file format, [#FORMAT_VERSION] for files
/// written by this code
/// @param abiHash the hash over everything that generated code may call; an engine runs
/// an artifact only if its own is the same
/// @param compilerVersion the version of the compiler, for people and for the cache
/// @param settings the canonical text of the compiler's settings
/// @param features the WebAssembly proposals that the module may use, by name, sorted
/// @param moduleDigest the SHA-256 of the module as the compiler was given it, binary or
/// text, in hexadecimal
public record Manifest(int formatVersion, String abiHash, String compilerVersion, String settings, Set<String> features,
		String moduleDigest) {

	/// The version of the file format that this code reads and writes. It moves with
	/// every change to the meaning of a byte; there is no reading of older versions,
	/// since an artifact can always be made again from its module.
	public static final int FORMAT_VERSION = 2;

	/// Copies and sorts the features.
	public Manifest {
		features = Collections.unmodifiableSet(new TreeSet<>(features));
	}

	/// The manifest of a file written by this code.
	public static Manifest of(String abiHash, String compilerVersion, String settings, Set<String> features,
			String moduleDigest) {
		return new Manifest(FORMAT_VERSION, abiHash, compilerVersion, settings, features, moduleDigest);
	}

}
