package dev.graft.engine.abi;

/// Comparisons whose result is needed as a number; where it decides a jump, generated code compares and jumps by itself.
///
/// @see <a href="https://webassembly.github.io/spec/core/exec/numerics.html#integer-operations">Execution, Numerics,
/// "Integer Operations"</a>
/// @see <a href="https://webassembly.github.io/spec/core/exec/numerics.html#floating-point-operations">Execution,
/// Numerics, "Floating-Point Operations"</a>
public final class ComparisonOps {

	private ComparisonOps() {
	}

	/// `i32.eqz`: 1 if so, 0 if not.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-ieqz">Numerics,
	/// "ieqz"</a>
	public static int i32Eqz(int value) {
		return value == 0 ? 1 : 0;
	}

	/// `i32.eq`: 1 if so, 0 if not.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-ieq">Numerics,
	/// "ieq"</a>
	public static int i32Eq(int left, int right) {
		return left == right ? 1 : 0;
	}

	/// `i32.ne`: 1 if so, 0 if not.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-ine">Numerics,
	/// "ine"</a>
	public static int i32Ne(int left, int right) {
		return left != right ? 1 : 0;
	}

	/// `i32.lt_s`: 1 if so, 0 if not.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-ilt-s">Numerics,
	/// "ilt_s"</a>
	public static int i32LtS(int left, int right) {
		return left < right ? 1 : 0;
	}

	/// `i32.lt_u`: 1 if so, 0 if not.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-ilt-u">Numerics,
	/// "ilt_u"</a>
	public static int i32LtU(int left, int right) {
		return Integer.compareUnsigned(left, right) < 0 ? 1 : 0;
	}

	/// `i32.gt_s`: 1 if so, 0 if not.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-igt-s">Numerics,
	/// "igt_s"</a>
	public static int i32GtS(int left, int right) {
		return left > right ? 1 : 0;
	}

	/// `i32.gt_u`: 1 if so, 0 if not.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-igt-u">Numerics,
	/// "igt_u"</a>
	public static int i32GtU(int left, int right) {
		return Integer.compareUnsigned(left, right) > 0 ? 1 : 0;
	}

	/// `i32.le_s`: 1 if so, 0 if not.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-ile-s">Numerics,
	/// "ile_s"</a>
	public static int i32LeS(int left, int right) {
		return left <= right ? 1 : 0;
	}

	/// `i32.le_u`: 1 if so, 0 if not.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-ile-u">Numerics,
	/// "ile_u"</a>
	public static int i32LeU(int left, int right) {
		return Integer.compareUnsigned(left, right) <= 0 ? 1 : 0;
	}

	/// `i32.ge_s`: 1 if so, 0 if not.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-ige-s">Numerics,
	/// "ige_s"</a>
	public static int i32GeS(int left, int right) {
		return left >= right ? 1 : 0;
	}

	/// `i32.ge_u`: 1 if so, 0 if not.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-ige-u">Numerics,
	/// "ige_u"</a>
	public static int i32GeU(int left, int right) {
		return Integer.compareUnsigned(left, right) >= 0 ? 1 : 0;
	}

	/// `i64.eqz`: 1 if so, 0 if not.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-ieqz">Numerics,
	/// "ieqz"</a>
	public static int i64Eqz(long value) {
		return value == 0 ? 1 : 0;
	}

	/// `i64.eq`: 1 if so, 0 if not.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-ieq">Numerics,
	/// "ieq"</a>
	public static int i64Eq(long left, long right) {
		return left == right ? 1 : 0;
	}

	/// `i64.ne`: 1 if so, 0 if not.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-ine">Numerics,
	/// "ine"</a>
	public static int i64Ne(long left, long right) {
		return left != right ? 1 : 0;
	}

	/// `i64.lt_s`: 1 if so, 0 if not.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-ilt-s">Numerics,
	/// "ilt_s"</a>
	public static int i64LtS(long left, long right) {
		return left < right ? 1 : 0;
	}

	/// `i64.lt_u`: 1 if so, 0 if not.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-ilt-u">Numerics,
	/// "ilt_u"</a>
	public static int i64LtU(long left, long right) {
		return Long.compareUnsigned(left, right) < 0 ? 1 : 0;
	}

	/// `i64.gt_s`: 1 if so, 0 if not.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-igt-s">Numerics,
	/// "igt_s"</a>
	public static int i64GtS(long left, long right) {
		return left > right ? 1 : 0;
	}

	/// `i64.gt_u`: 1 if so, 0 if not.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-igt-u">Numerics,
	/// "igt_u"</a>
	public static int i64GtU(long left, long right) {
		return Long.compareUnsigned(left, right) > 0 ? 1 : 0;
	}

	/// `i64.le_s`: 1 if so, 0 if not.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-ile-s">Numerics,
	/// "ile_s"</a>
	public static int i64LeS(long left, long right) {
		return left <= right ? 1 : 0;
	}

	/// `i64.le_u`: 1 if so, 0 if not.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-ile-u">Numerics,
	/// "ile_u"</a>
	public static int i64LeU(long left, long right) {
		return Long.compareUnsigned(left, right) <= 0 ? 1 : 0;
	}

	/// `i64.ge_s`: 1 if so, 0 if not.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-ige-s">Numerics,
	/// "ige_s"</a>
	public static int i64GeS(long left, long right) {
		return left >= right ? 1 : 0;
	}

	/// `i64.ge_u`: 1 if so, 0 if not.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-ige-u">Numerics,
	/// "ige_u"</a>
	public static int i64GeU(long left, long right) {
		return Long.compareUnsigned(left, right) >= 0 ? 1 : 0;
	}

	/// `f32.eq`: 1 if so, 0 if not.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-feq">Numerics,
	/// "feq"</a>
	public static int f32Eq(float left, float right) {
		return left == right ? 1 : 0;
	}

	/// `f32.ne`: 1 if so, 0 if not.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-fne">Numerics,
	/// "fne"</a>
	public static int f32Ne(float left, float right) {
		return left != right ? 1 : 0;
	}

	/// `f32.lt`: 1 if so, 0 if not.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-flt">Numerics,
	/// "flt"</a>
	public static int f32Lt(float left, float right) {
		return left < right ? 1 : 0;
	}

	/// `f32.gt`: 1 if so, 0 if not.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-fgt">Numerics,
	/// "fgt"</a>
	public static int f32Gt(float left, float right) {
		return left > right ? 1 : 0;
	}

	/// `f32.le`: 1 if so, 0 if not.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-fle">Numerics,
	/// "fle"</a>
	public static int f32Le(float left, float right) {
		return left <= right ? 1 : 0;
	}

	/// `f32.ge`: 1 if so, 0 if not.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-fge">Numerics,
	/// "fge"</a>
	public static int f32Ge(float left, float right) {
		return left >= right ? 1 : 0;
	}

	/// `f64.eq`: 1 if so, 0 if not.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-feq">Numerics,
	/// "feq"</a>
	public static int f64Eq(double left, double right) {
		return left == right ? 1 : 0;
	}

	/// `f64.ne`: 1 if so, 0 if not.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-fne">Numerics,
	/// "fne"</a>
	public static int f64Ne(double left, double right) {
		return left != right ? 1 : 0;
	}

	/// `f64.lt`: 1 if so, 0 if not.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-flt">Numerics,
	/// "flt"</a>
	public static int f64Lt(double left, double right) {
		return left < right ? 1 : 0;
	}

	/// `f64.gt`: 1 if so, 0 if not.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-fgt">Numerics,
	/// "fgt"</a>
	public static int f64Gt(double left, double right) {
		return left > right ? 1 : 0;
	}

	/// `f64.le`: 1 if so, 0 if not.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-fle">Numerics,
	/// "fle"</a>
	public static int f64Le(double left, double right) {
		return left <= right ? 1 : 0;
	}

	/// `f64.ge`: 1 if so, 0 if not.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-fge">Numerics,
	/// "fge"</a>
	public static int f64Ge(double left, double right) {
		return left >= right ? 1 : 0;
	}

}
