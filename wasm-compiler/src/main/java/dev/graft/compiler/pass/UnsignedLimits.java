package dev.graft.compiler.pass;

import java.util.function.ToLongFunction;

import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Load;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Select;
import dev.graft.compiler.ir.Variable;

/// What trees of 32 bits compute at most, as numbers without a sign: a load of a byte 255,
/// what is behind a mask the mask.
final class UnsignedLimits {

	/// What may be anything.
	static final long UNSIGNED_INT = 0xFFFF_FFFFL;

	private final ToLongFunction<Variable> ofVariables;

	/// @param ofVariables what a variable of 32 bits holds at most, an unsigned number of
	/// 32 bits
	UnsignedLimits(ToLongFunction<Variable> ofVariables) {
		this.ofVariables = ofVariables;
	}

	/// The greatest number that a tree may compute.
	/// @param tree of 32 bits
	/// @return an unsigned number of 32 bits
	long most(Expression tree) {
		return switch (tree) {
			case Constant constant -> constant.bits() & UNSIGNED_INT;
			case Load load -> switch (load.access().op()) {
				case I32_LOAD8_U -> 0xFF;
				case I32_LOAD16_U -> 0xFFFF;
				default -> UNSIGNED_INT;
			};
			case Read read -> this.ofVariables.applyAsLong(read.variable());
			case Select select -> Math.max(most(select.operand(0)), most(select.operand(1)));
			case Numeric numeric when numeric.operandCount() == 2 && numeric.operand(0).kind() == Kind.INT ->
				most(numeric);
			default -> UNSIGNED_INT;
		};
	}

	private long most(Numeric numeric) {
		long one = most(numeric.operand(0));
		long other = most(numeric.operand(1));
		boolean counts = numeric.operand(1) instanceof Constant;
		long most = switch (numeric.op()) {
			case I32_AND -> Math.min(one, other);
			case I32_OR, I32_XOR -> Long.highestOneBit(Math.max(one, other)) * 2 - 1;
			case I32_ADD -> one + other;
			case I32_MUL -> (one < Integer.MAX_VALUE) ? one * other : UNSIGNED_INT;
			case I32_SHL -> counts ? one << (other & 31) : UNSIGNED_INT;
			case I32_SHR_U -> counts ? one >>> (other & 31) : one;
			case I32_DIV_U -> one;
			case I32_REM_U -> (other > 0) ? Math.min(one, other - 1) : one;
			default -> UNSIGNED_INT;
		};
		return (most >= 0) ? Math.min(most, UNSIGNED_INT) : UNSIGNED_INT;
	}

}
