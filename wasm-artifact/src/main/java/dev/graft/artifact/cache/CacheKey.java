package dev.graft.artifact.cache;

import dev.graft.artifact.format.Manifest;
import dev.graft.artifact.section.ManifestSection;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What an entry of the cache is known by.
///
/// The key of a compiled module is the SHA-256 of the manifest that its artifact must
/// have. The manifest names everything that the artifact's bytes depend on: module,
/// settings, features, compiler, ABI and format. So whatever changes, the key changes;
/// and an entry under a key can be told from one that does not belong there by its
/// manifest.
///
/// @param digest 64 hexadecimal digits
record CacheKey(String digest) {

	static CacheKey ofManifest(Manifest manifest) {
		return of(ManifestSection.write(manifest));
	}

	/// The key of an artifact that was compiled elsewhere: the digest of its bytes.
	static CacheKey ofArtifact(byte[] artifact) {
		return of(ByteBuffer.wrap(artifact));
	}

	private static CacheKey of(ByteBuffer bytes) {
		try {
			MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
			sha256.update(bytes);
			return new CacheKey(HexFormat.of().formatHex(sha256.digest()));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java platform has SHA-256", ex);
		}
	}

}
