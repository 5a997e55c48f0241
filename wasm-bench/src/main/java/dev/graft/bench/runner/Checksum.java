package dev.graft.bench.runner;

/// What a call answered, written so that equal answers of different engines are equal
/// texts, whether the engine tells floating-point numbers from integers or not.
final class Checksum {

	private Checksum() {
	}

	/// Whole numbers in decimal, others as the bits of a `double`.
	static String of(Number result) {
		return switch (result) {
			case Float number -> of(number.doubleValue());
			case Double number when number == Math.rint(number) && Math.abs(number) < 0x1p53 ->
				Long.toString(number.longValue());
			case Double number -> "0x%016x".formatted(Double.doubleToLongBits(number));
			default -> Long.toString(result.longValue());
		};
	}

}
