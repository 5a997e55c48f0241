package dev.graft.artifact.type;

import java.util.OptionalLong;

/// The size range of a memory (in pages) or a table (in elements). Sizes are unsigned
/// 64-bit numbers.
///
/// @param minimum the size to start with
/// @param maximum the size never to exceed, if there is one
/// @see <a
/// href="https://webassembly.github.io/spec/core/syntax/types.html#limits">Structure,
/// "Limits"</a>
public record Limits(long minimum, OptionalLong maximum) {

	/// Limits without a maximum.
	public static Limits from(long minimum) {
		return new Limits(minimum, OptionalLong.empty());
	}

	/// Limits with a maximum.
	public static Limits between(long minimum, long maximum) {
		return new Limits(minimum, OptionalLong.of(maximum));
	}

	/// Import matching: whether something with these limits can stand where `required` is
	/// asked for.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/valid/matching.html#limits">Validation,
	/// Matching, "Limits"</a>
	public boolean matches(Limits required) {
		if (Long.compareUnsigned(this.minimum, required.minimum) < 0) {
			return false;
		}
		if (required.maximum.isEmpty()) {
			return true;
		}
		return this.maximum.isPresent()
				&& Long.compareUnsigned(this.maximum.getAsLong(), required.maximum.getAsLong()) <= 0;
	}

	@Override
	public String toString() {
		String from = Long.toUnsignedString(this.minimum);
		return this.maximum.isPresent() ? from + ".." + Long.toUnsignedString(this.maximum.getAsLong()) : from + "..";
	}

}
