package dev.graft.artifact.abi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The fingerprint of the interface between generated code and the engine. Artifacts
/// carry it, and an engine accepts only its own.
///
/// It is computed from the rows of [AbiMethod], [CallFrameField], [JavaBaseMember],
/// [VectorApiMember] and [RawMemoryMember], so no change of a member can be forgotten. A change that the rows do not show (what a
/// method does, how generated classes are named or built) needs a new [#NUMBER].
public final class AbiVersion {

	/// The version of everything that the rows do not show.
	public static final int NUMBER = 2;

	/// The fingerprint of this build, such as `2-0f3c62ad91be77d4`.
	public static final String CURRENT = NUMBER + "-" + fingerprint();

	private static final int FINGERPRINT_BYTES = 8;

	private AbiVersion() {
	}

	private static String fingerprint() {
		StringBuilder rows = new StringBuilder();
		for (AllowedMember member : AbiMethod.values()) {
			append(rows, member);
		}
		for (AllowedMember member : CallFrameField.all()) {
			append(rows, member);
		}
		for (AllowedMember member : JavaBaseMember.values()) {
			append(rows, member);
		}
		for (AllowedMember member : VectorApiMember.values()) {
			append(rows, member);
		}
		for (AllowedMember member : RawMemoryMember.values()) {
			append(rows, member);
		}
		byte[] digest = sha256(rows.toString().getBytes(StandardCharsets.UTF_8));
		return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
	}

	private static void append(StringBuilder rows, AllowedMember member) {
		rows.append(member.kind()).append(' ').append(member.owner()).append(' ');
		rows.append(member.memberName()).append(' ').append(member.descriptor()).append('\n');
	}

	private static byte[] sha256(byte[] bytes) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(bytes);
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException("every Java platform has SHA-256", impossible);
		}
	}

}
