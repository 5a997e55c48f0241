package dev.graft.artifact.type;

import java.util.HexFormat;

/// What a type definition means, in 128 bits: equal types of whatever modules have equal
/// digests, and others have different ones.
///
/// @param high the first 64 bits
/// @param low the last 64 bits
/// @see TypeDigests
public record TypeDigest(long high, long low) {

	/// How many bytes it has.
	public static final int BYTES = 16;

	/// The digest with this text.
	/// @param text what [#toString] gives
	/// @throws IllegalArgumentException if the text is something else
	public static TypeDigest parse(String text) {
		if (text.length() != 2 * BYTES) {
			throw new IllegalArgumentException("%d hexadecimal digits expected, found %s".formatted(2 * BYTES, text));
		}
		return new TypeDigest(HexFormat.fromHexDigitsToLong(text, 0, BYTES),
				HexFormat.fromHexDigitsToLong(text, BYTES, 2 * BYTES));
	}

	/// 32 hexadecimal digits.
	@Override
	public String toString() {
		return HexFormat.of().toHexDigits(this.high) + HexFormat.of().toHexDigits(this.low);
	}

}
