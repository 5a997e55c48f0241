package dev.graft.artifact.spi;

import dev.graft.artifact.format.Manifest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What to compile, and how.
///
/// @param sourceName the file, URL or name that the module is known by, for messages
/// @param source a module in binary or text form; not copied, and not to be changed
/// @param settings how to compile it
@SuppressWarnings("ArrayRecordComponent") // a parameter object: never compared or printed
public record CompileRequest(String sourceName, byte[] source, CompilerSettings settings) {

	/// The SHA-256 of the module as it was given, binary or text, in hexadecimal.
	public String sourceDigest() {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(this.source));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java platform has SHA-256", ex);
		}
	}

	/// The manifest that the artifact must have.
	/// @param abiHash the hash of what generated code may call
	/// @param compilerVersion see [ModuleCompiler#version]
	public Manifest manifest(String abiHash, String compilerVersion) {
		return Manifest.of(abiHash, compilerVersion, this.settings.canonicalText(), this.settings.featureNames(),
				sourceDigest());
	}

}
