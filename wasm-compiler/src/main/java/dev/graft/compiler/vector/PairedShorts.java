package dev.graft.compiler.vector;

import dev.graft.artifact.abi.JavaBaseMember;
import dev.graft.compiler.ir.Computed;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.op.NumericOp;
import dev.graft.compiler.op.VectorOp;

/// Minima and maxima of 16-bit lanes, two of which are held in an `int`.
///
/// ```
///     larger    = max(a, b) & 0xffff0000                which of two `int`s is larger, their upper
///               | max(a << 16, b << 16) >>> 16          halves tell, or these are the same
/// ```
///
/// SSE2 has a maximum of 16-bit lanes and none of 32-bit ones, so programs take that for
/// `int`s that are small. These need not become `long`s, then.
final class PairedShorts {

	private static final int UPPER = 0xFFFF_0000;

	private PairedShorts() {
	}

	/// Whether an operator on 16-bit lanes costs the same whether there are four in a
	/// `long` or two in an `int`.
	static boolean computes(VectorOp op) {
		return op == VectorOp.I16X8_MIN_S || op == VectorOp.I16X8_MAX_S;
	}

	/// What such an operator makes of `int`s.
	/// @param one the first operand, by lane; what can be used several times
	/// @param other the second one
	static Expression[] lanes(VectorOp op, Expression[] one, Expression[] other) {
		JavaBaseMember method = (op == VectorOp.I16X8_MIN_S) ? JavaBaseMember.I32_MIN : JavaBaseMember.I32_MAX;
		Expression[] values = new Expression[one.length];
		for (int lane = 0; lane < values.length; lane++) {
			Expression upper = new Computed(method, one[lane], other[lane]);
			Expression lower = new Computed(method, moved(one[lane]), moved(other[lane]));
			values[lane] = Trees.or(Trees.and(upper, Trees.constant(UPPER)), Trees.down(lower, Short.SIZE));
		}
		return values;
	}

	private static Expression moved(Expression value) {
		return Trees.numeric(NumericOp.I32_SHL, value, Trees.constant(Short.SIZE));
	}

}
