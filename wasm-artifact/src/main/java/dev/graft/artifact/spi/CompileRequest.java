package dev.graft.artifact.spi;

import dev.graft.artifact.format.Manifest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// What to compile, and how. Thread-safe.
public final class CompileRequest {

	private final String sourceName;

	private final byte[] source;

	private final CompilerSettings settings;

	/// Computed when it is first asked for: that takes a while for a large module.
	private volatile @Nullable String sourceDigest;

	/// @param sourceName the file, URL or name that the module is known by, for messages
	/// @param source a module in binary or text form; not copied, and not to be changed
	/// @param settings how to compile it
	public CompileRequest(String sourceName, byte[] source, CompilerSettings settings) {
		this.sourceName = sourceName;
		this.source = source;
		this.settings = settings;
	}

	/// The file, URL or name that the module is known by, for messages.
	public String sourceName() {
		return this.sourceName;
	}

	/// The module in binary or text form; not copied, and not to be changed.
	public byte[] source() {
		return this.source;
	}

	/// How to compile it.
	public CompilerSettings settings() {
		return this.settings;
	}

	/// The SHA-256 of the module as it was given, binary or text, in hexadecimal.
	public String sourceDigest() {
		String known = this.sourceDigest;
		if (known == null) {
			known = digest(this.source);
			this.sourceDigest = known;
		}
		return known;
	}

	private static String digest(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
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
