package dev.graft.wast;

import java.util.Locale;

/// How a vector divides into lanes.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/syntax/instructions.html#vector-instructions">Structure,
/// "Vector Instructions"</a>
public enum LaneShape {

	I8X16(Byte.SIZE), I16X8(Short.SIZE), I32X4(Integer.SIZE), I64X2(Long.SIZE), F32X4(Float.SIZE), F64X2(Double.SIZE);

	private static final int VECTOR_BITS = 128;

	private final int laneBits;

	LaneShape(int laneBits) {
		this.laneBits = laneBits;
	}

	/// How many lanes there are.
	public int lanes() {
		return VECTOR_BITS / this.laneBits;
	}

	/// How wide a lane is, in bits.
	public int laneBits() {
		return this.laneBits;
	}

	/// The bits of a vector's lane.
	public long lane(ScriptValue.V128 vector, int lane) {
		int bit = lane * this.laneBits;
		long half = (bit < Long.SIZE) ? vector.low() : vector.high();
		return half << (Long.SIZE - this.laneBits - bit % Long.SIZE) >>> (Long.SIZE - this.laneBits);
	}

	/// A vector of these lanes.
	/// @param bits the lowest bits of each, all others ignored
	public ScriptValue.V128 vector(long[] bits) {
		long[] halves = new long[2];
		for (int lane = 0; lane < bits.length; lane++) {
			int bit = lane * this.laneBits;
			long masked = bits[lane] << (Long.SIZE - this.laneBits) >>> (Long.SIZE - this.laneBits);
			halves[bit / Long.SIZE] |= masked << (bit % Long.SIZE);
		}
		return new ScriptValue.V128(halves[0], halves[1]);
	}

	/// The specification's name, `i32x4`.
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
