package dev.graft.engine.abi;

/// Atomic updates of 8 and 16 bits, which replace the 32-bit word around them.
///
/// The word may reach beyond the end of a memory with pages of one byte, but not beyond
/// what is reserved for it; and its other bytes stay what they are.
enum NarrowUpdate {

	/// The sum.
	ADD,

	/// The difference.
	SUBTRACT,

	/// The conjunction.
	AND,

	/// The disjunction.
	OR,

	/// The exclusive disjunction.
	XOR,

	/// The new value.
	EXCHANGE;

	/// Updates.
	/// @param place where the bits are
	/// @param mask which bits of a value count
	/// @return the bits that were there
	int apply(long place, int mask, int value) {
		long word = place & -Integer.BYTES;
		int shift = shift(place);
		int found = (int) AtomicOps.INT.getVolatile(MemoryOps.ALL, word);
		while (true) {
			int old = (found >>> shift) & mask;
			int replacement = found & ~(mask << shift) | (updated(old, value) & mask) << shift;
			int witness = (int) AtomicOps.INT.compareAndExchange(MemoryOps.ALL, word, found, replacement);
			if (witness == found) {
				return old;
			}
			found = witness;
		}
	}

	/// Replaces the bits if they are what is expected.
	/// @return the bits that were there
	static int compareExchange(long place, int mask, int expected, int replacement) {
		long word = place & -Integer.BYTES;
		int shift = shift(place);
		int found = (int) AtomicOps.INT.getVolatile(MemoryOps.ALL, word);
		while (((found >>> shift) & mask) == (expected & mask)) {
			int replaced = found & ~(mask << shift) | (replacement & mask) << shift;
			int witness = (int) AtomicOps.INT.compareAndExchange(MemoryOps.ALL, word, found, replaced);
			if (witness == found) {
				return expected & mask;
			}
			found = witness;
		}
		return (found >>> shift) & mask;
	}

	private static int shift(long place) {
		return (int) (place & (Integer.BYTES - 1)) * Byte.SIZE;
	}

	int updated(int old, int value) {
		return switch (this) {
			case ADD -> old + value;
			case SUBTRACT -> old - value;
			case AND -> old & value;
			case OR -> old | value;
			case XOR -> old ^ value;
			case EXCHANGE -> value;
		};
	}

}
