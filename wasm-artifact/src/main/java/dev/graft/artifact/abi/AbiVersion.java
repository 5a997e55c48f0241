package dev.graft.artifact.abi;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

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
		byte[] text = rows.toString().getBytes(StandardCharsets.UTF_8);
		return checksum(new CRC32C(), text) + checksum(new CRC32(), text);
	}

	private static void append(StringBuilder rows, AllowedMember member) {
		rows.append(member.kind()).append(' ').append(member.owner()).append(' ');
		rows.append(member.memberName()).append(' ').append(member.descriptor()).append('\n');
	}

	// Who changes the interface means no harm, so a checksum will do, and together these
	// two are one of 64 bits. A digest would be the first thing that many processes ask
	// of the platform's cryptography, and is computed before HotSpot has compiled it.
	private static String checksum(Checksum checksum, byte[] text) {
		checksum.update(text);
		return HexFormat.of().toHexDigits((int) checksum.getValue());
	}

}
