package dev.graft.engine.abi;

/// Vector instructions that generated code does not compute with its own instructions.
///
/// Vectors do not come here whole, as a method cannot return 128 bits without making an
/// object: a method computes one lane of 32 or 64 bits, or all lanes of 8 or 16 bits in
/// one half of a vector, which is a `long`. Generated code computes most by itself.
///
/// Methods have the names of the instructions. Where the specification leaves the result
/// of a relaxed instruction open, it is that of the deterministic profile.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/instructions.html#vector-instructions">Execution,
/// "Vector Instructions"</a>
public final class VectorOps {

	private static final int LANES = 16;

	private static final long BYTE = 0xFF;

	private static final long SHORT = 0xFFFF;

	private VectorOps() {
	}

	private static long byteOf(long low, long high, long indices) {
		int index = (int) (indices & BYTE);
		long half = ((index & 8) != 0) ? high : low;
		return (index < LANES) ? half >>> (index << 3) & BYTE : 0;
	}

	private static long q15(long a, long b) {
		return Math.min((short) a * (short) b + 0x4000 >> 15, Short.MAX_VALUE) & SHORT;
	}

	private static long byteProducts(long a, long b) {
		return (byte) a * (byte) b + (byte) (a >>> 8) * (byte) (b >>> 8) & SHORT;
	}

	/// `i8x16.swizzle`, half of the lanes.
	public static long i8x16Swizzle(long low, long high, long indices) {
		return byteOf(low, high, indices) | byteOf(low, high, indices >>> 8) << 8
				| byteOf(low, high, indices >>> 16) << 16 | byteOf(low, high, indices >>> 24) << 24
				| byteOf(low, high, indices >>> 32) << 32 | byteOf(low, high, indices >>> 40) << 40
				| byteOf(low, high, indices >>> 48) << 48 | byteOf(low, high, indices >>> 56) << 56;
	}

	/// `i16x8.q15mulr_sat_s`, four lanes.
	public static long i16x8Q15mulrSatS(long a, long b) {
		return q15(a, b) | q15(a >>> 16, b >>> 16) << 16 | q15(a >>> 32, b >>> 32) << 32
				| q15(a >>> 48, b >>> 48) << 48;
	}

	/// `i16x8.relaxed_dot_i8x16_i7x16_s`, four lanes.
	public static long i16x8RelaxedDotI8x16I7x16S(long a, long b) {
		return byteProducts(a, b) | byteProducts(a >>> 16, b >>> 16) << 16 | byteProducts(a >>> 32, b >>> 32) << 32
				| byteProducts(a >>> 48, b >>> 48) << 48;
	}

	/// `i32x4.relaxed_dot_i8x16_i7x16_add_s`, a lane.
	public static int i32x4RelaxedDotI8x16I7x16AddS(long a, long b, int c) {
		return (short) byteProducts(a, b) + (short) byteProducts(a >>> 16, b >>> 16) + c;
	}

}
