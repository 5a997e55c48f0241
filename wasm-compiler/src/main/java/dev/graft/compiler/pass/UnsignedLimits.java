package dev.graft.compiler.pass;

import java.util.function.ToLongFunction;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Load;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Select;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Variable;

/// What trees of whole numbers compute at most, as numbers without a sign: a load of a byte
/// 255, what is behind a mask the mask.
final class UnsignedLimits {

	/// What may be any number of 32 bits.
	static final long UNSIGNED_INT = 0xFFFF_FFFFL;

	/// How often a body is looked through for what variables hold: after the first time
	/// all is known that does not depend on other variables.
	private static final int ROUNDS = 2;

	private static final long UNSIGNED_LONG = -1;

	private final ToLongFunction<Variable> ofVariables;

	/// @param ofVariables what a variable holds at most, an unsigned number of as many
	/// bits as the variable has
	UnsignedLimits(ToLongFunction<Variable> ofVariables) {
		this.ofVariables = ofVariables;
	}

	/// Limits that hold everywhere in a body: a variable holds at most the most of all
	/// that is ever assigned to it.
	static UnsignedLimits of(Body body) {
		UnsignedLimits limits = new UnsignedLimits((variable) -> anything(variable.kind()));
		for (int round = 0; round < ROUNDS; round++) {
			long[] mosts = limits.mosts(body);
			limits = new UnsignedLimits((variable) -> mosts[variable.index()]);
		}
		return limits;
	}

	// What was found before holds for each value, so what is found with it does, too.
	private long[] mosts(Body body) {
		long[] mosts = new long[body.variables().size()];
		for (Variable parameter : body.parameters()) {
			mosts[parameter.index()] = anything(parameter.kind());
		}
		for (Statement statement : body.statements()) {
			if (statement instanceof Assign assign) {
				int index = assign.variable().index();
				if (mosts[index] != anything(assign.variable().kind())) {
					mosts[index] = greater(mosts[index], most(assign.value()));
				}
			}
		}
		return mosts;
	}

	private static long anything(Kind kind) {
		return (kind == Kind.INT) ? UNSIGNED_INT : UNSIGNED_LONG;
	}

	private static long greater(long one, long other) {
		return (Long.compareUnsigned(one, other) < 0) ? other : one;
	}

	/// How many of the lower bits of what a tree computes may be set.
	int bits(Expression tree) {
		return bits(most(tree));
	}

	/// How many of the lower bits of a number are set up to the highest that is.
	/// @param most without a sign
	static int bits(long most) {
		return Long.SIZE - Long.numberOfLeadingZeros(most);
	}

	/// The greatest number that a tree may compute, of another kind than whole numbers
	/// too what may be anything.
	/// @return an unsigned number of as many bits as the tree's
	long most(Expression tree) {
		return switch (tree) {
			case Constant constant when constant.kind() == Kind.INT -> constant.bits() & UNSIGNED_INT;
			case Constant constant when constant.kind() == Kind.LONG -> constant.bits();
			case Load load -> switch (load.access().op()) {
				case I32_LOAD8_U, I64_LOAD8_U -> 0xFF;
				case I32_LOAD16_U, I64_LOAD16_U -> 0xFFFF;
				case I64_LOAD32_U -> UNSIGNED_INT;
				default -> anything(tree.kind());
			};
			case Read read -> this.ofVariables.applyAsLong(read.variable());
			case Select select -> greater(most(select.operand(0)), most(select.operand(1)));
			case Numeric numeric when numeric.kind() == Kind.LONG -> mostOfLongs(numeric);
			case Numeric numeric when numeric.operandCount() == 2 && numeric.operand(0).kind() == Kind.INT ->
				most(numeric);
			default -> anything(tree.kind());
		};
	}

	private long mostOfLongs(Numeric numeric) {
		return switch (numeric.op()) {
			case I64_EXTEND_I32_U -> most(numeric.operand(0));
			case I64_AND -> {
				long one = most(numeric.operand(0));
				long other = most(numeric.operand(1));
				yield (greater(one, other) == one) ? other : one;
			}
			case I64_SHR_U -> (numeric.operand(1) instanceof Constant by) ? most(numeric.operand(0)) >>> by.bits()
					: most(numeric.operand(0));
			default -> UNSIGNED_LONG;
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
