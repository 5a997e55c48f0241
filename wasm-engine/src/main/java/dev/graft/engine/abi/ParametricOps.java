package dev.graft.engine.abi;

import org.jspecify.annotations.Nullable;

/// `select`. Both choices have been computed; HotSpot turns the choice into a conditional move where that pays.
///
/// @see <a href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-select">Execution, "select"</a>
public final class ParametricOps {

	private ParametricOps() {
	}

	/// `select` of `i32`: the first if the condition is not zero.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-select">Execution,
	/// "select"</a>
	public static int selectI32(int whenTrue, int whenFalse, int condition) {
		return condition != 0 ? whenTrue : whenFalse;
	}

	/// `select` of `i64`: the first if the condition is not zero.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-select">Execution,
	/// "select"</a>
	public static long selectI64(long whenTrue, long whenFalse, int condition) {
		return condition != 0 ? whenTrue : whenFalse;
	}

	/// `select` of `f32`: the first if the condition is not zero.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-select">Execution,
	/// "select"</a>
	public static float selectF32(float whenTrue, float whenFalse, int condition) {
		return condition != 0 ? whenTrue : whenFalse;
	}

	/// `select` of `f64`: the first if the condition is not zero.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-select">Execution,
	/// "select"</a>
	public static double selectF64(double whenTrue, double whenFalse, int condition) {
		return condition != 0 ? whenTrue : whenFalse;
	}

	/// `select` of a reference: the first if the condition is not zero.
	/// @see <a
	/// href="https://webassembly.github.io/spec/core/exec/instructions.html#exec-select">Execution,
	/// "select"</a>
	public static @Nullable Object selectReference(@Nullable Object whenTrue, @Nullable Object whenFalse,
			int condition) {
		return condition != 0 ? whenTrue : whenFalse;
	}

}
