package dev.graft.cli;

import dev.graft.artifact.type.NumberType;
import dev.graft.artifact.type.ValueType;
import org.jspecify.annotations.Nullable;

/// WebAssembly values as text on the command line. Integers are decimal or hexadecimal
/// (`0x`), signed or unsigned; a reference is `null`.
final class Values {

	private Values() {
	}

	/// Reads a value.
	/// @throws UsageException if the text is not a value of the type
	static @Nullable Object parse(String text, ValueType type) {
		try {
			if (type instanceof NumberType number) {
				return switch (number) {
					case I32 -> integer(text, 32).intValue();
					case I64 -> integer(text, 64);
					case F32 -> Float.parseFloat(text);
					case F64 -> Double.parseDouble(text);
				};
			}
		}
		catch (NumberFormatException ex) {
			throw new UsageException("'%s' is not an %s".formatted(text, type));
		}
		if (type.isReference() && text.equals("null")) {
			return null;
		}
		throw new UsageException("'%s' cannot be passed as %s from the command line".formatted(text, type));
	}

	private static Long integer(String text, int bits) {
		boolean negative = text.startsWith("-");
		String digits = negative ? text.substring(1) : text;
		long magnitude = digits.startsWith("0x") ? Long.parseUnsignedLong(digits.substring(2), 16)
				: Long.parseUnsignedLong(digits);
		long value = negative ? -magnitude : magnitude;
		boolean fits = negative ? value >= -(1L << (bits - 1)) && value <= 0
				: Long.compareUnsigned(magnitude, -1L >>> (64 - bits)) <= 0;
		if (!fits) {
			throw new NumberFormatException(text);
		}
		return value;
	}

	/// Writes a value.
	static String format(@Nullable Object value) {
		return (value != null) ? value.toString() : "null";
	}

}
