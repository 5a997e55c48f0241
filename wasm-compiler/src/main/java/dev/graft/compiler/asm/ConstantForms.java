package dev.graft.compiler.asm;

/// The shortest forms of constants.
final class ConstantForms {

	private ConstantForms() {
	}

	/// Whether an `int` fits an instruction by itself.
	static boolean isImmediate(int value) {
		return value == (short) value;
	}

	/// Whether a `long` is best made from a small `int`.
	static boolean isWidened(long value) {
		return value != 0 && value != 1 && value == (short) value;
	}

	/// How many bytes an `int` takes.
	static int size(int value) {
		if (value >= -1 && value <= 5) {
			return 1;
		}
		return (value == (byte) value) ? 2 : 3;
	}

}
