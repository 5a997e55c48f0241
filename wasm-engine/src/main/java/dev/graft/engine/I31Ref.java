package dev.graft.engine;

/// An unboxed scalar, an `i31ref`: 31 bits that a guest handles like a reference. Two are
/// equal if their values are.
///
/// @param value the value as a signed number, from -2<sup>30</sup> up to but not
/// including 2<sup>30</sup>
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/runtime.html#values">Execution,
/// Runtime Structure, "Values"</a>
public record I31Ref(int value) {

	/// The smallest value.
	public static final int MIN_VALUE = -(1 << 30);

	/// The largest value.
	public static final int MAX_VALUE = (1 << 30) - 1;

	/// Checks the range.
	/// @throws IllegalArgumentException if the value takes more than 31 bits; see
	/// [#wrapping]
	public I31Ref {
		if (value < MIN_VALUE || value > MAX_VALUE) {
			throw new IllegalArgumentException("%d takes more than 31 bits".formatted(value));
		}
	}

	/// The lower 31 bits of a number, as `ref.i31` takes them.
	public static I31Ref wrapping(int number) {
		return new I31Ref(number << 1 >> 1);
	}

	/// The value as an unsigned number, as `i31.get_u` gives it.
	public int unsignedValue() {
		return this.value & Integer.MAX_VALUE;
	}

}
