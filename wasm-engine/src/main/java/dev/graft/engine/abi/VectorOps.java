package dev.graft.engine.abi;

/// Vector instructions that generated code does not compute with its own instructions.
///
/// Vectors do not come here whole, as a method cannot return 128 bits without making an
/// object: a method computes one lane of 32 or 64 bits, or all lanes of 8 or 16 bits in
/// one half of a vector, which is a `long`. Lanes in a `long` are computed together.
/// Carries must not cross from one lane to the next, so the highest bit of each lane is
/// kept apart:
///
/// ```
///   a + b     the lower bits of all lanes are added; the highest bit is that sum's carry, a's bit and b's bit
///   a < b     is known at the highest bit of each lane, and spread over the lane by "2 * bit - bit / 128"
/// ```
///
/// Methods have the names of the instructions. Where the specification leaves the result
/// of a relaxed instruction open, it is that of the deterministic profile.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/instructions.html#vector-instructions">Execution,
/// "Vector Instructions"</a>
public final class VectorOps {

	private static final long HIGH_8 = 0x8080_8080_8080_8080L;

	private static final long LOW_8 = 0x7F7F_7F7F_7F7F_7F7FL;

	private static final long BYTES = 0x0101_0101_0101_0101L;

	private static final long HIGH_16 = 0x8000_8000_8000_8000L;

	private static final long LOW_16 = 0x7FFF_7FFF_7FFF_7FFFL;

	private static final long SHORTS = 0x0001_0001_0001_0001L;

	private static final long UNSIGNED_INT = 0xFFFF_FFFFL;

	private static final int LANES = 16;

	private static final long BYTE = 0xFF;

	private static final long SHORT = 0xFFFF;

	private VectorOps() {
	}

	// All bits of the bytes whose highest bit is set.
	private static long i8x16Mask(long highestBits) {
		return (highestBits << 1) - (highestBits >>> 7);
	}

	// All bits of the 16-bit lanes whose highest bit is set.
	private static long i16x8Mask(long highestBits) {
		return (highestBits << 1) - (highestBits >>> 15);
	}

	// The lower bytes of four 16-bit lanes, side by side.
	private static long packed(long lanes) {
		long pairs = lanes & 0x00FF_00FF_00FF_00FFL;
		pairs = (pairs | pairs >>> 8) & 0x0000_FFFF_0000_FFFFL;
		return (pairs | pairs >>> 16) & UNSIGNED_INT;
	}

	// What is out of range has bits beyond the seventh that are not the sign.
	private static long signedBytes(long lanes) {
		long signs = i16x8Mask(lanes & HIGH_16);
		long magnitude = lanes ^ signs;
		long large = i16x8Mask(((magnitude & 0x7F80_7F80_7F80_7F80L) + 0x7F80_7F80_7F80_7F80L) & HIGH_16);
		return (magnitude | large) & 0x007F_007F_007F_007FL ^ signs;
	}

	// What is negative becomes zero, what has bits beyond the eighth 255.
	private static long unsignedBytes(long lanes) {
		long negative = i16x8Mask(lanes & HIGH_16);
		long large = i16x8Mask(((lanes & 0x7F00_7F00_7F00_7F00L) + 0x7F00_7F00_7F00_7F00L) & HIGH_16);
		return (lanes | large) & ~negative;
	}

	private static long byteOf(long low, long high, long indices) {
		int index = (int) (indices & BYTE);
		long half = ((index & 8) != 0) ? high : low;
		return (index < LANES) ? half >>> (index << 3) & BYTE : 0;
	}

	// All bits of the bytes whose lowest bit is set.
	private static long i8x16Ones(long lanes) {
		long lowest = lanes & BYTES;
		return (lowest << 8) - lowest;
	}

	// From the values of a function of three bits, its coefficients: each is the sum of
	// the values for all subsets of its bits.
	private static long coefficients(long values) {
		long ones = values ^ (values << 8 & 0xFF00_FF00_FF00_FF00L);
		long twos = ones ^ (ones << 16 & 0xFFFF_0000_FFFF_0000L);
		return twos ^ twos << 32;
	}

	private static long polynomial(long coefficients, long one, long two, long four) {
		return linear(coefficients, one) ^ (two & linear(coefficients >>> 16, one))
				^ (four & (linear(coefficients >>> 32, one) ^ (two & linear(coefficients >>> 48, one))));
	}

	private static long linear(long coefficients, long one) {
		return (coefficients & BYTE) * BYTES ^ (one & (coefficients >>> 8 & BYTE) * BYTES);
	}

	private static long q15(long a, long b) {
		return Math.min((short) a * (short) b + 0x4000 >> 15, Short.MAX_VALUE) & SHORT;
	}

	private static long byteProducts(long a, long b) {
		return (byte) a * (byte) b + (byte) (a >>> 8) * (byte) (b >>> 8) & SHORT;
	}

	private static long shorts(int a, int b, int c, int d) {
		return a & SHORT | (b & SHORT) << 16 | (c & SHORT) << 32 | (long) d << 48;
	}

	/// `i8x16.add`, eight lanes.
	public static long i8x16Add(long a, long b) {
		return ((a & LOW_8) + (b & LOW_8)) ^ ((a ^ b) & HIGH_8);
	}

	/// `i8x16.sub`, eight lanes.
	public static long i8x16Sub(long a, long b) {
		return ((a | HIGH_8) - (b & LOW_8)) ^ ((a ^ ~b) & HIGH_8);
	}

	/// `i8x16.neg`, eight lanes.
	public static long i8x16Neg(long a) {
		return i8x16Sub(0, a);
	}

	/// `i8x16.abs`, eight lanes.
	public static long i8x16Abs(long a) {
		long negative = i8x16Mask(a & HIGH_8);
		return (a ^ negative) + ((a & HIGH_8) >>> 7);
	}

	/// `i8x16.eq`, eight lanes.
	public static long i8x16Eq(long a, long b) {
		long differing = a ^ b;
		return i8x16Mask(~(((differing & LOW_8) + LOW_8) | differing) & HIGH_8);
	}

	/// `i8x16.lt_s`, eight lanes.
	public static long i8x16LtS(long a, long b) {
		long notBelow = (a | HIGH_8) - (b & LOW_8);
		return i8x16Mask(((a & ~b) | (~(a ^ b) & ~notBelow)) & HIGH_8);
	}

	/// `i8x16.lt_u`, eight lanes.
	public static long i8x16LtU(long a, long b) {
		long notBelow = (a | HIGH_8) - (b & LOW_8);
		return i8x16Mask(((~a & b) | (~(a ^ b) & ~notBelow)) & HIGH_8);
	}

	/// `i8x16.min_s`, eight lanes.
	public static long i8x16MinS(long a, long b) {
		return b ^ ((a ^ b) & i8x16LtS(a, b));
	}

	/// `i8x16.max_s`, eight lanes.
	public static long i8x16MaxS(long a, long b) {
		return a ^ ((a ^ b) & i8x16LtS(a, b));
	}

	/// `i8x16.min_u`, eight lanes.
	public static long i8x16MinU(long a, long b) {
		return b ^ ((a ^ b) & i8x16LtU(a, b));
	}

	/// `i8x16.max_u`, eight lanes.
	public static long i8x16MaxU(long a, long b) {
		return a ^ ((a ^ b) & i8x16LtU(a, b));
	}

	/// `i8x16.add_sat_s`, eight lanes.
	public static long i8x16AddSatS(long a, long b) {
		long sum = i8x16Add(a, b);
		long overflowing = i8x16Mask(~(a ^ b) & (a ^ sum) & HIGH_8);
		long limit = ((a & HIGH_8) >>> 7) + LOW_8;
		return sum ^ ((sum ^ limit) & overflowing);
	}

	/// `i8x16.add_sat_u`, eight lanes.
	public static long i8x16AddSatU(long a, long b) {
		long sum = i8x16Add(a, b);
		return sum | i8x16Mask(((a & b) | ((a | b) & ~sum)) & HIGH_8);
	}

	/// `i8x16.sub_sat_s`, eight lanes.
	public static long i8x16SubSatS(long a, long b) {
		long difference = i8x16Sub(a, b);
		long overflowing = i8x16Mask((a ^ b) & (a ^ difference) & HIGH_8);
		long limit = ((a & HIGH_8) >>> 7) + LOW_8;
		return difference ^ ((difference ^ limit) & overflowing);
	}

	/// `i8x16.sub_sat_u`, eight lanes.
	public static long i8x16SubSatU(long a, long b) {
		long difference = i8x16Sub(a, b);
		return difference & ~i8x16Mask(((~a & b) | (~(a ^ b) & difference)) & HIGH_8);
	}

	/// `i8x16.avgr_u`, eight lanes.
	public static long i8x16AvgrU(long a, long b) {
		return (a | b) - (((a ^ b) >>> 1) & LOW_8);
	}

	/// `i8x16.shl`, eight lanes.
	public static long i8x16Shl(long a, int count) {
		int by = count & 7;
		return (a << by) & ((0xFFL << by & 0xFFL) * BYTES);
	}

	/// `i8x16.shr_u`, eight lanes.
	public static long i8x16ShrU(long a, int count) {
		int by = count & 7;
		return (a >>> by) & ((0xFFL >>> by) * BYTES);
	}

	/// `i8x16.shr_s`, eight lanes.
	public static long i8x16ShrS(long a, int count) {
		int by = count & 7;
		long shifted = (a >>> by) & ((0xFFL >>> by) * BYTES);
		return shifted | (i8x16Mask(a & HIGH_8) & ~((0xFFL >>> by) * BYTES));
	}

	/// `i8x16.popcnt`, eight lanes.
	public static long i8x16Popcnt(long a) {
		long pairs = a - ((a >>> 1) & 0x5555_5555_5555_5555L);
		long fours = (pairs & 0x3333_3333_3333_3333L) + ((pairs >>> 2) & 0x3333_3333_3333_3333L);
		return (fours + (fours >>> 4)) & 0x0F0F_0F0F_0F0F_0F0FL;
	}

	/// `i8x16.all_true`, eight lanes.
	public static int i8x16AllTrue(long a) {
		return (((((a & LOW_8) + LOW_8) | a) & HIGH_8) == HIGH_8) ? 1 : 0;
	}

	/// `i8x16.bitmask`, eight lanes.
	public static int i8x16Bitmask(long a) {
		return (int) ((((a & HIGH_8) >>> 7) * 0x0102_0408_1020_4080L) >>> 56);
	}

	/// `i8x16.narrow_i16x8_s`, half of the lanes.
	public static long i8x16NarrowI16x8S(long low, long high) {
		return packed(signedBytes(low)) | packed(signedBytes(high)) << 32;
	}

	/// `i8x16.narrow_i16x8_u`, half of the lanes.
	public static long i8x16NarrowI16x8U(long low, long high) {
		return packed(unsignedBytes(low)) | packed(unsignedBytes(high)) << 32;
	}

	/// Either `i8x16.narrow_i16x8_s` or `i8x16.narrow_i16x8_u`, half of the lanes, where
	/// none is out of range.
	public static long i8x16Pack(long low, long high) {
		return packed(low) | packed(high) << 32;
	}

	/// `i8x16.swizzle`, half of the lanes.
	public static long i8x16Swizzle(long low, long high, long indices) {
		return byteOf(low, high, indices) | byteOf(low, high, indices >>> 8) << 8
				| byteOf(low, high, indices >>> 16) << 16 | byteOf(low, high, indices >>> 24) << 24
				| byteOf(low, high, indices >>> 32) << 32 | byteOf(low, high, indices >>> 40) << 40
				| byteOf(low, high, indices >>> 48) << 48 | byteOf(low, high, indices >>> 56) << 56;
	}

	/// `i8x16.swizzle` of a table that generated code knows, half of the lanes, with
	/// indices below 16.
	///
	/// Each bit of an index, spread over its lane, is a factor, and the result the sum
	/// without carries of products of these and coefficients. Those follow from the
	/// table, so that HotSpot computes them when it compiles the call.
	public static long i8x16Lookup(long low, long high, long indices) {
		long lower = coefficients(low);
		long upper = coefficients(high) ^ lower;
		long one = i8x16Ones(indices);
		long two = i8x16Ones(indices >>> 1);
		long four = i8x16Ones(indices >>> 2);
		return polynomial(lower, one, two, four) ^ (i8x16Ones(indices >>> 3) & polynomial(upper, one, two, four));
	}

	/// `i16x8.add`, four lanes.
	public static long i16x8Add(long a, long b) {
		return ((a & LOW_16) + (b & LOW_16)) ^ ((a ^ b) & HIGH_16);
	}

	/// `i16x8.sub`, four lanes.
	public static long i16x8Sub(long a, long b) {
		return ((a | HIGH_16) - (b & LOW_16)) ^ ((a ^ ~b) & HIGH_16);
	}

	/// `i16x8.neg`, four lanes.
	public static long i16x8Neg(long a) {
		return i16x8Sub(0, a);
	}

	/// `i16x8.abs`, four lanes.
	public static long i16x8Abs(long a) {
		long negative = i16x8Mask(a & HIGH_16);
		return (a ^ negative) + ((a & HIGH_16) >>> 15);
	}

	/// `i16x8.eq`, four lanes.
	public static long i16x8Eq(long a, long b) {
		long differing = a ^ b;
		return i16x8Mask(~(((differing & LOW_16) + LOW_16) | differing) & HIGH_16);
	}

	/// `i16x8.lt_s`, four lanes.
	public static long i16x8LtS(long a, long b) {
		long notBelow = (a | HIGH_16) - (b & LOW_16);
		return i16x8Mask(((a & ~b) | (~(a ^ b) & ~notBelow)) & HIGH_16);
	}

	/// `i16x8.lt_u`, four lanes.
	public static long i16x8LtU(long a, long b) {
		long notBelow = (a | HIGH_16) - (b & LOW_16);
		return i16x8Mask(((~a & b) | (~(a ^ b) & ~notBelow)) & HIGH_16);
	}

	/// `i16x8.min_s`, four lanes.
	public static long i16x8MinS(long a, long b) {
		return b ^ ((a ^ b) & i16x8LtS(a, b));
	}

	/// `i16x8.max_s`, four lanes.
	public static long i16x8MaxS(long a, long b) {
		return a ^ ((a ^ b) & i16x8LtS(a, b));
	}

	/// `i16x8.min_u`, four lanes.
	public static long i16x8MinU(long a, long b) {
		return b ^ ((a ^ b) & i16x8LtU(a, b));
	}

	/// `i16x8.max_u`, four lanes.
	public static long i16x8MaxU(long a, long b) {
		return a ^ ((a ^ b) & i16x8LtU(a, b));
	}

	/// `i16x8.add_sat_s`, four lanes.
	public static long i16x8AddSatS(long a, long b) {
		long sum = i16x8Add(a, b);
		long overflowing = i16x8Mask(~(a ^ b) & (a ^ sum) & HIGH_16);
		long limit = ((a & HIGH_16) >>> 15) + LOW_16;
		return sum ^ ((sum ^ limit) & overflowing);
	}

	/// `i16x8.add_sat_u`, four lanes.
	public static long i16x8AddSatU(long a, long b) {
		long sum = i16x8Add(a, b);
		return sum | i16x8Mask(((a & b) | ((a | b) & ~sum)) & HIGH_16);
	}

	/// `i16x8.sub_sat_s`, four lanes.
	public static long i16x8SubSatS(long a, long b) {
		long difference = i16x8Sub(a, b);
		long overflowing = i16x8Mask((a ^ b) & (a ^ difference) & HIGH_16);
		long limit = ((a & HIGH_16) >>> 15) + LOW_16;
		return difference ^ ((difference ^ limit) & overflowing);
	}

	/// `i16x8.sub_sat_u`, four lanes.
	public static long i16x8SubSatU(long a, long b) {
		long difference = i16x8Sub(a, b);
		return difference & ~i16x8Mask(((~a & b) | (~(a ^ b) & difference)) & HIGH_16);
	}

	/// `i16x8.avgr_u`, four lanes.
	public static long i16x8AvgrU(long a, long b) {
		return (a | b) - (((a ^ b) >>> 1) & LOW_16);
	}

	/// `i16x8.shl`, four lanes.
	public static long i16x8Shl(long a, int count) {
		int by = count & 15;
		return (a << by) & ((0xFFFFL << by & 0xFFFFL) * SHORTS);
	}

	/// `i16x8.shr_u`, four lanes.
	public static long i16x8ShrU(long a, int count) {
		int by = count & 15;
		return (a >>> by) & ((0xFFFFL >>> by) * SHORTS);
	}

	/// `i16x8.shr_s`, four lanes.
	public static long i16x8ShrS(long a, int count) {
		int by = count & 15;
		long shifted = (a >>> by) & ((0xFFFFL >>> by) * SHORTS);
		return shifted | (i16x8Mask(a & HIGH_16) & ~((0xFFFFL >>> by) * SHORTS));
	}

	/// `i16x8.mul`, four lanes.
	public static long i16x8Mul(long a, long b) {
		return ((a * b) & 0xFFFFL) | (((a >>> 16) * (b >>> 16)) & 0xFFFFL) << 16
				| (((a >>> 32) * (b >>> 32)) & 0xFFFFL) << 32 | ((a >>> 48) * (b >>> 48)) << 48;
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

	/// `i16x8.all_true`, four lanes.
	public static int i16x8AllTrue(long a) {
		return (((((a & LOW_16) + LOW_16) | a) & HIGH_16) == HIGH_16) ? 1 : 0;
	}

	/// `i16x8.bitmask`, four lanes.
	public static int i16x8Bitmask(long a) {
		return (int) ((((a & HIGH_16) >>> 15) * 0x0001_0002_0004_0008L) >>> 48) & 0xF;
	}

	/// `i16x8.narrow_i32x4_s`, half of the lanes.
	public static long i16x8NarrowI32x4S(int a, int b, int c, int d) {
		return shorts(Math.clamp(a, Short.MIN_VALUE, Short.MAX_VALUE), Math.clamp(b, Short.MIN_VALUE, Short.MAX_VALUE),
				Math.clamp(c, Short.MIN_VALUE, Short.MAX_VALUE), Math.clamp(d, Short.MIN_VALUE, Short.MAX_VALUE));
	}

	/// `i16x8.narrow_i32x4_u`, half of the lanes.
	public static long i16x8NarrowI32x4U(int a, int b, int c, int d) {
		return shorts(Math.clamp(a, 0, 0xFFFF), Math.clamp(b, 0, 0xFFFF), Math.clamp(c, 0, 0xFFFF),
				Math.clamp(d, 0, 0xFFFF));
	}

	/// `i16x8.extend_low_i8x16_s`, four lanes.
	public static long i16x8ExtendLowI8x16S(long a) {
		long extended = i16x8ExtendLowI8x16U(a);
		long signs = extended & 0x0080_0080_0080_0080L;
		return extended | ((signs << 9) - (signs << 1));
	}

	/// `i16x8.extend_low_i8x16_u`, four lanes.
	public static long i16x8ExtendLowI8x16U(long a) {
		long spread = a & 0xFFFF_FFFFL;
		spread = (spread | spread << 16) & 0x0000_FFFF_0000_FFFFL;
		return (spread | spread << 8) & 0x00FF_00FF_00FF_00FFL;
	}

	/// `i16x8.extmul_low_i8x16_s`, four lanes.
	public static long i16x8ExtmulLowI8x16S(long a, long b) {
		return shorts((byte) a * (byte) b, (byte) (a >>> 8) * (byte) (b >>> 8), (byte) (a >>> 16) * (byte) (b >>> 16),
				(byte) (a >>> 24) * (byte) (b >>> 24));
	}

	/// `i16x8.extmul_low_i8x16_u`, four lanes.
	public static long i16x8ExtmulLowI8x16U(long a, long b) {
		return (a & 0xFF) * (b & 0xFF) | (a >>> 8 & 0xFF) * (b >>> 8 & 0xFF) << 16
				| (a >>> 16 & 0xFF) * (b >>> 16 & 0xFF) << 32 | (a >>> 24 & 0xFF) * (b >>> 24 & 0xFF) << 48;
	}

	/// `i16x8.extadd_pairwise_i8x16_s`, four lanes.
	public static long i16x8ExtaddPairwiseI8x16S(long a) {
		return i16x8Sub(i16x8ExtaddPairwiseI8x16U(a ^ HIGH_8), 0x0100_0100_0100_0100L);
	}

	/// `i16x8.extadd_pairwise_i8x16_u`, four lanes.
	public static long i16x8ExtaddPairwiseI8x16U(long a) {
		return (a & 0x00FF_00FF_00FF_00FFL) + (a >>> 8 & 0x00FF_00FF_00FF_00FFL);
	}

	/// `i32x4.abs`, a lane.
	public static int i32x4Abs(int a) {
		return Math.abs(a);
	}

	/// `i32x4.eq`, a lane.
	public static int i32x4Eq(int a, int b) {
		int differing = a ^ b;
		return ~((differing | -differing) >> 31);
	}

	/// `i32x4.lt_s`, a lane.
	public static int i32x4LtS(int a, int b) {
		return (int) (((long) a - b) >> 63);
	}

	/// `i32x4.lt_u`, a lane.
	public static int i32x4LtU(int a, int b) {
		return (int) (((a & UNSIGNED_INT) - (b & UNSIGNED_INT)) >> 63);
	}

	/// `i32x4.min_s`, a lane.
	public static int i32x4MinS(int a, int b) {
		return Math.min(a, b);
	}

	/// `i32x4.min_u`, a lane.
	public static int i32x4MinU(int a, int b) {
		return Math.min(a ^ Integer.MIN_VALUE, b ^ Integer.MIN_VALUE) ^ Integer.MIN_VALUE;
	}

	/// `i32x4.max_s`, a lane.
	public static int i32x4MaxS(int a, int b) {
		return Math.max(a, b);
	}

	/// `i32x4.max_u`, a lane.
	public static int i32x4MaxU(int a, int b) {
		return Math.max(a ^ Integer.MIN_VALUE, b ^ Integer.MIN_VALUE) ^ Integer.MIN_VALUE;
	}

	/// `i32x4.all_true`, all lanes.
	public static int i32x4AllTrue(int a, int b, int c, int d) {
		return (a != 0 && b != 0 && c != 0 && d != 0) ? 1 : 0;
	}

	/// `i32x4.dot_i16x8_s`, a lane.
	public static int i32x4DotI16x8S(long a, long b) {
		return (short) a * (short) b + ((int) a >> 16) * ((int) b >> 16);
	}

	/// `i32x4.extadd_pairwise_i16x8_s`, a lane.
	public static int i32x4ExtaddPairwiseI16x8S(long a) {
		return (short) a + ((int) a >> 16);
	}

	/// `i32x4.extadd_pairwise_i16x8_u`, a lane.
	public static int i32x4ExtaddPairwiseI16x8U(long a) {
		return ((int) a & 0xFFFF) + ((int) a >>> 16);
	}

	/// `i32x4.relaxed_dot_i8x16_i7x16_add_s`, a lane.
	public static int i32x4RelaxedDotI8x16I7x16AddS(long a, long b, int c) {
		return (short) byteProducts(a, b) + (short) byteProducts(a >>> 16, b >>> 16) + c;
	}

	/// `i64x2.abs`, a lane.
	public static long i64x2Abs(long a) {
		return Math.abs(a);
	}

	/// `i64x2.eq`, a lane.
	public static long i64x2Eq(long a, long b) {
		long differing = a ^ b;
		return ~((differing | -differing) >> 63);
	}

	/// `i64x2.lt_s`, a lane.
	public static long i64x2LtS(long a, long b) {
		return ((a & ~b) | (~(a ^ b) & (a - b))) >> 63;
	}

	/// `i64x2.all_true`, all lanes.
	public static int i64x2AllTrue(long a, long b) {
		return (a != 0 && b != 0) ? 1 : 0;
	}

	/// `f32x4.eq`, a lane.
	public static int f32x4Eq(float a, float b) {
		return (a == b) ? -1 : 0;
	}

	/// `f32x4.lt`, a lane.
	public static int f32x4Lt(float a, float b) {
		return (a < b) ? -1 : 0;
	}

	/// `f32x4.le`, a lane.
	public static int f32x4Le(float a, float b) {
		return (a <= b) ? -1 : 0;
	}

	/// `f32x4.pmin`, a lane.
	public static float f32x4Pmin(float a, float b) {
		return (b < a) ? b : a;
	}

	/// `f32x4.pmax`, a lane.
	public static float f32x4Pmax(float a, float b) {
		return (a < b) ? b : a;
	}

	/// `f32x4.relaxed_madd`, a lane.
	public static float f32x4RelaxedMadd(float a, float b, float c) {
		return Math.fma(a, b, c);
	}

	/// `f32x4.relaxed_nmadd`, a lane.
	public static float f32x4RelaxedNmadd(float a, float b, float c) {
		return Math.fma(-a, b, c);
	}

	/// `f64x2.eq`, a lane.
	public static long f64x2Eq(double a, double b) {
		return (a == b) ? -1 : 0;
	}

	/// `f64x2.lt`, a lane.
	public static long f64x2Lt(double a, double b) {
		return (a < b) ? -1 : 0;
	}

	/// `f64x2.le`, a lane.
	public static long f64x2Le(double a, double b) {
		return (a <= b) ? -1 : 0;
	}

	/// `f64x2.pmin`, a lane.
	public static double f64x2Pmin(double a, double b) {
		return (b < a) ? b : a;
	}

	/// `f64x2.pmax`, a lane.
	public static double f64x2Pmax(double a, double b) {
		return (a < b) ? b : a;
	}

	/// `f64x2.relaxed_madd`, a lane.
	public static double f64x2RelaxedMadd(double a, double b, double c) {
		return Math.fma(a, b, c);
	}

	/// `f64x2.relaxed_nmadd`, a lane.
	public static double f64x2RelaxedNmadd(double a, double b, double c) {
		return Math.fma(-a, b, c);
	}

}
