package dev.graft.engine.abi;

/// Floating point instructions that differ from the JVM's.
///
/// Arithmetic (`add` … `div`, `sqrt`) and comparison are JVM instructions. What differs
/// is how NaNs come out. The JVM does not say which NaN an operation gives, Wasm does in
/// part: `abs`, `neg` and `copysign` change the sign bit and nothing else, even of a NaN;
/// every other operation gives an *arithmetic* NaN, one whose quiet bit is set, and a
/// canonical one if all NaNs that went in were canonical. The methods of `Math` may
/// return a signalling NaN as they got it, so NaNs go through an addition here, which
/// quiets them on all hardware.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/numerics.html#floating-point-operations">Execution,
/// Numerics, "Floating-Point Operations"</a>
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/numerics.html#nan-propagation">Execution,
/// Numerics, "NaN Propagation"</a>
public final class FloatOps {

	private static final int F32_SIGN = 0x8000_0000;

	private static final long F64_SIGN = 0x8000_0000_0000_0000L;

	private FloatOps() {
	}

	/// `f32.abs`: clears the sign bit.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-fabs">Numerics,
	/// "fabs"</a>
	public static float f32Abs(float value) {
		return Float.intBitsToFloat(Float.floatToRawIntBits(value) & ~F32_SIGN);
	}

	/// `f32.neg`: flips the sign bit.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-fneg">Numerics,
	/// "fneg"</a>
	public static float f32Neg(float value) {
		return Float.intBitsToFloat(Float.floatToRawIntBits(value) ^ F32_SIGN);
	}

	/// `f32.copysign`: the first operand with the sign bit of the second.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-fcopysign">Numerics,
	/// "fcopysign"</a>
	public static float f32Copysign(float magnitude, float sign) {
		return Float.intBitsToFloat(
				(Float.floatToRawIntBits(magnitude) & ~F32_SIGN) | (Float.floatToRawIntBits(sign) & F32_SIGN));
	}

	/// `f32.ceil`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-fceil">Numerics,
	/// "fceil"</a>
	public static float f32Ceil(float value) {
		return Float.isNaN(value) ? value + value : (float) Math.ceil(value);
	}

	/// `f32.floor`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-ffloor">Numerics,
	/// "ffloor"</a>
	public static float f32Floor(float value) {
		return Float.isNaN(value) ? value + value : (float) Math.floor(value);
	}

	/// `f32.trunc`: towards zero. Keeps the sign of zero. No jump decides which
	/// way to round, as it would be expensive where signs alternate.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-ftrunc">Numerics,
	/// "ftrunc"</a>
	public static float f32Trunc(float value) {
		int sign = Float.floatToRawIntBits(value) & Integer.MIN_VALUE;
		return Float.intBitsToFloat(Float.floatToRawIntBits(f32Floor(Math.abs(value))) | sign);
	}

	/// `f32.nearest`: to even on a tie.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-fnearest">Numerics,
	/// "fnearest"</a>
	public static float f32Nearest(float value) {
		return Float.isNaN(value) ? value + value : (float) Math.rint(value);
	}

	/// `f32.min`: NaN if either is one; -0 is less than +0.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-fmin">Numerics,
	/// "fmin"</a>
	public static float f32Min(float left, float right) {
		return Float.isNaN(left) || Float.isNaN(right) ? left + right : Math.min(left, right);
	}

	/// `f32.max`: NaN if either is one; +0 is greater than -0.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-fmax">Numerics,
	/// "fmax"</a>
	public static float f32Max(float left, float right) {
		return Float.isNaN(left) || Float.isNaN(right) ? left + right : Math.max(left, right);
	}

	/// `f64.abs`: clears the sign bit.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-fabs">Numerics,
	/// "fabs"</a>
	public static double f64Abs(double value) {
		return Double.longBitsToDouble(Double.doubleToRawLongBits(value) & ~F64_SIGN);
	}

	/// `f64.neg`: flips the sign bit.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-fneg">Numerics,
	/// "fneg"</a>
	public static double f64Neg(double value) {
		return Double.longBitsToDouble(Double.doubleToRawLongBits(value) ^ F64_SIGN);
	}

	/// `f64.copysign`: the first operand with the sign bit of the second.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-fcopysign">Numerics,
	/// "fcopysign"</a>
	public static double f64Copysign(double magnitude, double sign) {
		return Double.longBitsToDouble(
				(Double.doubleToRawLongBits(magnitude) & ~F64_SIGN) | (Double.doubleToRawLongBits(sign) & F64_SIGN));
	}

	/// `f64.ceil`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-fceil">Numerics,
	/// "fceil"</a>
	public static double f64Ceil(double value) {
		return Double.isNaN(value) ? value + value : Math.ceil(value);
	}

	/// `f64.floor`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-ffloor">Numerics,
	/// "ffloor"</a>
	public static double f64Floor(double value) {
		return Double.isNaN(value) ? value + value : Math.floor(value);
	}

	/// `f64.trunc`: towards zero. Keeps the sign of zero. No jump decides which
	/// way to round, as it would be expensive where signs alternate.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-ftrunc">Numerics,
	/// "ftrunc"</a>
	public static double f64Trunc(double value) {
		long sign = Double.doubleToRawLongBits(value) & Long.MIN_VALUE;
		return Double.longBitsToDouble(Double.doubleToRawLongBits(f64Floor(Math.abs(value))) | sign);
	}

	/// `f64.nearest`: to even on a tie.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-fnearest">Numerics,
	/// "fnearest"</a>
	public static double f64Nearest(double value) {
		return Double.isNaN(value) ? value + value : Math.rint(value);
	}

	/// `f64.min`: NaN if either is one; -0 is less than +0.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-fmin">Numerics,
	/// "fmin"</a>
	public static double f64Min(double left, double right) {
		return Double.isNaN(left) || Double.isNaN(right) ? left + right : Math.min(left, right);
	}

	/// `f64.max`: NaN if either is one; +0 is greater than -0.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-fmax">Numerics,
	/// "fmax"</a>
	public static double f64Max(double left, double right) {
		return Double.isNaN(left) || Double.isNaN(right) ? left + right : Math.max(left, right);
	}

}
