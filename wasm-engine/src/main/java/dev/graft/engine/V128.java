package dev.graft.engine;

import java.util.HexFormat;

/// A 128-bit vector, the value of a `v128`, as the host sees it: sixteen bytes that
/// instructions read as lanes of some width. Lane 0 is in the lowest bits, as in memory.
///
/// @param low the lower 64 bits, which hold the first lanes
/// @param high the upper 64 bits
/// @see <a
/// href="https://webassembly.github.io/spec/core/syntax/values.html#vectors">Structure,
/// "Vectors"</a>
public record V128(long low, long high) {

	/// All bits zero.
	public static final V128 ZERO = new V128(0, 0);

	/// A vector of four 32-bit integers.
	public static V128 ofInts(int lane0, int lane1, int lane2, int lane3) {
		return new V128(pair(lane0, lane1), pair(lane2, lane3));
	}

	/// A vector of two 64-bit integers.
	public static V128 ofLongs(long lane0, long lane1) {
		return new V128(lane0, lane1);
	}

	/// A vector of four 32-bit floating-point numbers. Every NaN keeps its bits.
	public static V128 ofFloats(float lane0, float lane1, float lane2, float lane3) {
		return ofInts(Float.floatToRawIntBits(lane0), Float.floatToRawIntBits(lane1), Float.floatToRawIntBits(lane2),
				Float.floatToRawIntBits(lane3));
	}

	/// A vector of two 64-bit floating-point numbers. Every NaN keeps its bits.
	public static V128 ofDoubles(double lane0, double lane1) {
		return new V128(Double.doubleToRawLongBits(lane0), Double.doubleToRawLongBits(lane1));
	}

	/// A vector of sixteen bytes.
	/// @throws IllegalArgumentException if there are more or fewer
	public static V128 ofBytes(byte... lanes) {
		if (lanes.length != 2 * Long.BYTES) {
			throw new IllegalArgumentException("a vector has 16 bytes, not " + lanes.length);
		}
		return new V128(bits(lanes, 0), bits(lanes, Long.BYTES));
	}

	private static long bits(byte[] lanes, int from) {
		long bits = 0;
		for (int lane = Long.BYTES - 1; lane >= 0; lane--) {
			bits = bits << Byte.SIZE | lanes[from + lane] & 0xFF;
		}
		return bits;
	}

	private static long pair(int low, int high) {
		return (long) high << Integer.SIZE | low & 0xFFFF_FFFFL;
	}

	/// A lane of `i8x16`.
	/// @param lane 0 to 15
	/// @throws IndexOutOfBoundsException if there is no such lane
	public byte byteLane(int lane) {
		return (byte) bits(lane, Byte.SIZE);
	}

	/// A lane of `i16x8`.
	/// @param lane 0 to 7
	/// @throws IndexOutOfBoundsException if there is no such lane
	public short shortLane(int lane) {
		return (short) bits(lane, Short.SIZE);
	}

	/// A lane of `i32x4`.
	/// @param lane 0 to 3
	/// @throws IndexOutOfBoundsException if there is no such lane
	public int intLane(int lane) {
		return (int) bits(lane, Integer.SIZE);
	}

	/// A lane of `i64x2`.
	/// @param lane 0 or 1
	/// @throws IndexOutOfBoundsException if there is no such lane
	public long longLane(int lane) {
		return bits(lane, Long.SIZE);
	}

	/// A lane of `f32x4`.
	/// @param lane 0 to 3
	/// @throws IndexOutOfBoundsException if there is no such lane
	public float floatLane(int lane) {
		return Float.intBitsToFloat(intLane(lane));
	}

	/// A lane of `f64x2`.
	/// @param lane 0 or 1
	/// @throws IndexOutOfBoundsException if there is no such lane
	public double doubleLane(int lane) {
		return Double.longBitsToDouble(longLane(lane));
	}

	private long bits(int lane, int width) {
		int lanesPerLong = Long.SIZE / width;
		if (lane < 0 || lane >= lanesPerLong * 2) {
			throw new IndexOutOfBoundsException("there is no lane %d of %d".formatted(lane, lanesPerLong * 2));
		}
		return ((lane < lanesPerLong) ? this.low : this.high) >>> (lane % lanesPerLong * width);
	}

	/// `v128 0x` and the bits, highest first.
	@Override
	public String toString() {
		return "v128 0x" + HexFormat.of().toHexDigits(this.high) + HexFormat.of().toHexDigits(this.low);
	}

}
