package dev.graft.engine.abi;

/// Integer instructions that differ from the JVM's: division traps where Java wraps, and
/// unsigned operations.
///
/// Everything else (`add`, `shl`, `rotl`, `clz` …) is a JVM instruction or an intrinsic
/// method of `Integer` and `Long`; both machines take shift counts modulo the width.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/exec/numerics.html#integer-operations">Execution,
/// Numerics, "Integer Operations"</a>
public final class IntegerOps {

	private IntegerOps() {
	}

	/// `i32.div_s`: traps for zero, and for the one quotient that does not fit.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-idiv-s">Numerics,
	/// "idiv_s"</a>
	public static int i32DivS(int dividend, int divisor) {
		if (divisor == 0) {
			throw TrapOps.integerDivideByZero();
		}
		// The JVM gives MIN_VALUE / -1 = MIN_VALUE.
		if (divisor == -1 && dividend == Integer.MIN_VALUE) {
			throw TrapOps.integerOverflow();
		}
		return dividend / divisor;
	}

	/// `i32.div_u`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-idiv-u">Numerics,
	/// "idiv_u"</a>
	public static int i32DivU(int dividend, int divisor) {
		if (divisor == 0) {
			throw TrapOps.integerDivideByZero();
		}
		return Integer.divideUnsigned(dividend, divisor);
	}

	/// `i32.rem_s`: the remainder of the smallest integer by -1 is zero, here as in Java.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-irem-s">Numerics,
	/// "irem_s"</a>
	public static int i32RemS(int dividend, int divisor) {
		if (divisor == 0) {
			throw TrapOps.integerDivideByZero();
		}
		return dividend % divisor;
	}

	/// `i32.rem_u`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-irem-u">Numerics,
	/// "irem_u"</a>
	public static int i32RemU(int dividend, int divisor) {
		if (divisor == 0) {
			throw TrapOps.integerDivideByZero();
		}
		return Integer.remainderUnsigned(dividend, divisor);
	}

	/// `i64.div_s`: traps for zero, and for the one quotient that does not fit.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-idiv-s">Numerics,
	/// "idiv_s"</a>
	public static long i64DivS(long dividend, long divisor) {
		if (divisor == 0) {
			throw TrapOps.integerDivideByZero();
		}
		// The JVM gives MIN_VALUE / -1 = MIN_VALUE.
		if (divisor == -1 && dividend == Long.MIN_VALUE) {
			throw TrapOps.integerOverflow();
		}
		return dividend / divisor;
	}

	/// `i64.div_u`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-idiv-u">Numerics,
	/// "idiv_u"</a>
	public static long i64DivU(long dividend, long divisor) {
		if (divisor == 0) {
			throw TrapOps.integerDivideByZero();
		}
		return Long.divideUnsigned(dividend, divisor);
	}

	/// `i64.rem_s`: the remainder of the smallest integer by -1 is zero, here as in Java.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-irem-s">Numerics,
	/// "irem_s"</a>
	public static long i64RemS(long dividend, long divisor) {
		if (divisor == 0) {
			throw TrapOps.integerDivideByZero();
		}
		return dividend % divisor;
	}

	/// `i64.rem_u`.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/numerics.html#op-irem-u">Numerics,
	/// "irem_u"</a>
	public static long i64RemU(long dividend, long divisor) {
		if (divisor == 0) {
			throw TrapOps.integerDivideByZero();
		}
		return Long.remainderUnsigned(dividend, divisor);
	}

}
