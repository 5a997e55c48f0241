package dev.graft.engine.abi;

/// Conversions that differ from the JVM's.
///
/// `i32.trunc_sat_f32_s` and its signed siblings are exactly the JVM's `f2i`, `f2l`,
/// `d2i`, `d2l`; `promote` is `f2d`, `demote` is `d2f`. Here are the trapping
/// truncations, whatever has to do with unsigned integers, and nothing else.
///
/// The bounds in the truncations are the nearest floating point numbers outside the
/// integer's range, so that comparing with them is exact; a NaN fails every comparison
/// and ends up with the values that are out of range.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/numerics.html#conversions">Execution,
/// Numerics, "Conversions"</a>
public final class ConversionOps {

	private static final long MAX_U32 = 0xFFFF_FFFFL;

	private static final float F32_2_63 = 0x1p63f;

	private static final double F64_2_63 = 0x1p63;

	private ConversionOps() {
	}

	/// `i32.trunc_f32_s`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-trunc-s">Numerics,
	/// "trunc_s"</a>
	public static int i32TruncF32S(float value) {
		if (value >= -0x1p31f && value < 0x1p31f) {
			return (int) value;
		}
		throw TrapOps.truncation(value);
	}

	/// `i32.trunc_f32_u`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-trunc-u">Numerics,
	/// "trunc_u"</a>
	public static int i32TruncF32U(float value) {
		if (value > -1 && value < 0x1p32f) {
			return (int) (long) value;
		}
		throw TrapOps.truncation(value);
	}

	/// `i64.trunc_f32_s`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-trunc-s">Numerics,
	/// "trunc_s"</a>
	public static long i64TruncF32S(float value) {
		if (value >= -F32_2_63 && value < F32_2_63) {
			return (long) value;
		}
		throw TrapOps.truncation(value);
	}

	/// `i64.trunc_f32_u`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-trunc-u">Numerics,
	/// "trunc_u"</a>
	public static long i64TruncF32U(float value) {
		if (value > -1 && value < 0x1p64f) {
			return unsigned(value);
		}
		throw TrapOps.truncation(value);
	}

	/// `i32.trunc_f64_s`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-trunc-s">Numerics,
	/// "trunc_s"</a>
	public static int i32TruncF64S(double value) {
		if (value > -0x1.00000002p31 && value < 0x1p31) {
			return (int) value;
		}
		throw TrapOps.truncation(value);
	}

	/// `i32.trunc_f64_u`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-trunc-u">Numerics,
	/// "trunc_u"</a>
	public static int i32TruncF64U(double value) {
		if (value > -1 && value < 0x1p32) {
			return (int) (long) value;
		}
		throw TrapOps.truncation(value);
	}

	/// `i64.trunc_f64_s`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-trunc-s">Numerics,
	/// "trunc_s"</a>
	public static long i64TruncF64S(double value) {
		if (value >= -F64_2_63 && value < F64_2_63) {
			return (long) value;
		}
		throw TrapOps.truncation(value);
	}

	/// `i64.trunc_f64_u`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-trunc-u">Numerics,
	/// "trunc_u"</a>
	public static long i64TruncF64U(double value) {
		if (value > -1 && value < 0x1p64) {
			return unsigned(value);
		}
		throw TrapOps.truncation(value);
	}

	/// `i32.trunc_sat_f32_u`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-trunc-sat-u">Numerics,
	/// "trunc_sat_u"</a>
	public static int i32TruncSatF32U(float value) {
		return (int) Math.clamp((long) value, 0, MAX_U32);
	}

	/// `i64.trunc_sat_f32_u`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-trunc-sat-u">Numerics,
	/// "trunc_sat_u"</a>
	public static long i64TruncSatF32U(float value) {
		if (value >= 0x1p64f) {
			return -1;
		}
		return value > 0 ? unsigned(value) : 0;
	}

	/// `i32.trunc_sat_f64_u`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-trunc-sat-u">Numerics,
	/// "trunc_sat_u"</a>
	public static int i32TruncSatF64U(double value) {
		return (int) Math.clamp((long) value, 0, MAX_U32);
	}

	/// `i64.trunc_sat_f64_u`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-trunc-sat-u">Numerics,
	/// "trunc_sat_u"</a>
	public static long i64TruncSatF64U(double value) {
		if (value >= 0x1p64) {
			return -1;
		}
		return value > 0 ? unsigned(value) : 0;
	}

	/// `f32.convert_i32_u`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-convert-u">Numerics,
	/// "convert_u"</a>
	public static float f32ConvertI32U(int value) {
		return (float) (value & MAX_U32);
	}

	/// `f32.convert_i64_u`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-convert-u">Numerics,
	/// "convert_u"</a>
	public static float f32ConvertI64U(long value) {
		if (value >= 0) {
			return (float) value;
		}
		// Halves the number so that it fits a signed one. The bit that falls out still
		// decides ties, so it is
		// kept in the lowest one, which is far below the precision.
		return (float) ((value >>> 1) | (value & 1)) * 2;
	}

	/// `f64.convert_i32_u`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-convert-u">Numerics,
	/// "convert_u"</a>
	public static double f64ConvertI32U(int value) {
		return (double) (value & MAX_U32);
	}

	/// `f64.convert_i64_u`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-convert-u">Numerics,
	/// "convert_u"</a>
	public static double f64ConvertI64U(long value) {
		if (value >= 0) {
			return (double) value;
		}
		// Halves the number so that it fits a signed one. The bit that falls out still
		// decides ties, so it is
		// kept in the lowest one, which is far below the precision.
		return (double) ((value >>> 1) | (value & 1)) * 2;
	}

	// For values in [0, 2^64).
	private static long unsigned(float value) {
		return value < F32_2_63 ? (long) value : (long) (value - F32_2_63) ^ Long.MIN_VALUE;
	}

	// For values in [0, 2^64).
	private static long unsigned(double value) {
		return value < F64_2_63 ? (long) value : (long) (value - F64_2_63) ^ Long.MIN_VALUE;
	}

}
