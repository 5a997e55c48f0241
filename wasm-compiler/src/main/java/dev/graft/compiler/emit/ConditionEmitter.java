package dev.graft.compiler.emit;

import java.util.Objects;
import java.util.function.Supplier;

import dev.graft.artifact.abi.JavaBaseMember;
import dev.graft.compiler.asm.Bytecode;
import dev.graft.compiler.asm.Condition;
import dev.graft.compiler.asm.Instruction;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.EngineCall;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Select;
import dev.graft.compiler.op.NumericOp;
import dev.graft.compiler.op.ReferenceOp;
import org.jspecify.annotations.Nullable;

/// Emits conditional jumps, with the comparison that decides them built in, and what is
/// made of such jumps: the value of a comparison, and the choice between two values.
final class ConditionEmitter {

	private final Bytecode code;

	private final ExpressionEmitter expressions;

	private final Supplier<FrameState> state;

	/// @param state tells what the slots hold where a label is placed
	ConditionEmitter(Bytecode code, ExpressionEmitter expressions, Supplier<FrameState> state) {
		this.code = code;
		this.expressions = expressions;
		this.state = state;
	}

	/// Whether a node's value is a truth value that is made by jumping.
	static boolean isCondition(Expression node) {
		return switch (node) {
			case Numeric numeric -> numeric.op() == NumericOp.I32_EQZ || relation(numeric.op()) != null;
			case EngineCall engineCall -> engineCall.op() == ReferenceOp.REF_IS_NULL || isIdentity(engineCall);
			default -> false;
		};
	}

	// Unboxed scalars are equal by value.
	private static boolean isIdentity(EngineCall call) {
		return call.op() == ReferenceOp.REF_EQ && call.first() == 0;
	}

	/// Whether deciding leaves something on the operand stack, before it jumps, that is
	/// neither a variable nor a constant.
	static boolean computes(Expression condition) {
		return switch (condition) {
			case Numeric numeric when numeric.op() == NumericOp.I32_EQZ -> computes(numeric.operand(0));
			case Numeric numeric ->
				!isIntRelation(numeric.op()) || !isAtHand(numeric.operand(0)) || !isAtHand(numeric.operand(1));
			case EngineCall engineCall when isCondition(engineCall) -> false;
			default -> !isAtHand(condition);
		};
	}

	private static boolean isIntRelation(NumericOp op) {
		return switch (op) {
			case I32_EQ, I32_NE, I32_LT_S, I32_GT_S, I32_LE_S, I32_GE_S -> true;
			default -> false;
		};
	}

	private static boolean isAtHand(Expression value) {
		return value instanceof Read || value instanceof Constant;
	}

	/// Leaves 1 if the condition holds, 0 if not.
	void value(Expression condition) {
		int end = this.code.newLabel();
		this.code.constant(1);
		jump(condition, true, end);
		this.code.add(Instruction.POP);
		this.code.constant(0);
		place(end);
	}

	/// Leaves one of two values.
	void choose(Select select) {
		this.expressions.emit(select.operand(0));
		this.expressions.emit(select.operand(1));
		int end = this.code.newLabel();
		jump(select.operand(2), true, end);
		if (select.kind().slots() == 1) {
			this.code.add(Instruction.SWAP);
			place(end);
			this.code.add(Instruction.POP);
		}
		else {
			this.code.add(Instruction.DUP2_X2);
			this.code.add(Instruction.POP2);
			place(end);
			this.code.add(Instruction.POP2);
		}
	}

	private void place(int label) {
		FrameState slots = this.state.get();
		this.code.placeWithin(label, slots.kinds(), slots.size());
	}

	/// Jumps if the condition is not zero, or if it is zero.
	void jump(Expression condition, boolean whenTrue, int label) {
		switch (condition) {
			case Numeric numeric when numeric.op() == NumericOp.I32_EQZ -> jump(numeric.operand(0), !whenTrue, label);
			case Numeric numeric when isComparison(numeric.op()) -> compare(numeric, whenTrue, label);
			case EngineCall engineCall when engineCall.op() == ReferenceOp.REF_IS_NULL -> {
				this.expressions.emit(engineCall.operand(0));
				this.code.jump(whenTrue ? Condition.NULL : Condition.NOT_NULL, label);
			}
			case EngineCall engineCall when isIdentity(engineCall) -> {
				this.expressions.emit(engineCall.operand(0));
				this.expressions.emit(engineCall.operand(1));
				this.code.jump(whenTrue ? Condition.SAME : Condition.NOT_SAME, label);
			}
			default -> {
				this.expressions.emit(condition);
				this.code.jump(whenTrue ? Condition.NE : Condition.EQ, label);
			}
		}
	}

	private static boolean isComparison(NumericOp op) {
		return relation(op) != null;
	}

	private static @Nullable Condition relation(NumericOp op) {
		return switch (op) {
			case I32_EQ, I64_EQ, I64_EQZ, F32_EQ, F64_EQ -> Condition.EQ;
			case I32_NE, I64_NE, F32_NE, F64_NE -> Condition.NE;
			case I32_LT_S, I32_LT_U, I64_LT_S, I64_LT_U, F32_LT, F64_LT -> Condition.LT;
			case I32_GT_S, I32_GT_U, I64_GT_S, I64_GT_U, F32_GT, F64_GT -> Condition.GT;
			case I32_LE_S, I32_LE_U, I64_LE_S, I64_LE_U, F32_LE, F64_LE -> Condition.LE;
			case I32_GE_S, I32_GE_U, I64_GE_S, I64_GE_U, F32_GE, F64_GE -> Condition.GE;
			default -> null;
		};
	}

	private void compare(Numeric comparison, boolean whenTrue, int label) {
		Condition relation = Objects.requireNonNull(relation(comparison.op()));
		Condition condition = whenTrue ? relation : relation.negated();
		this.expressions.emit(comparison.operand(0));
		switch (comparison.op()) {
			case I32_EQ, I32_NE, I32_LT_S, I32_GT_S, I32_LE_S, I32_GE_S -> {
				if (comparison.operand(1) instanceof Constant constant && constant.bits() == 0) {
					this.code.jump(condition, label);
					return;
				}
				this.expressions.emit(comparison.operand(1));
				this.code.jump(condition.ofTwo(), label);
				return;
			}
			case I64_EQZ -> {
				this.code.constant(0L);
				this.code.add(Instruction.LCMP);
			}
			case I32_LT_U, I32_GT_U, I32_LE_U, I32_GE_U -> {
				this.expressions.emit(comparison.operand(1));
				this.code.use(JavaBaseMember.I32_COMPARE_UNSIGNED);
			}
			case I64_LT_U, I64_GT_U, I64_LE_U, I64_GE_U -> {
				this.expressions.emit(comparison.operand(1));
				this.code.use(JavaBaseMember.I64_COMPARE_UNSIGNED);
			}
			default -> {
				this.expressions.emit(comparison.operand(1));
				this.code.add(comparing(comparison.op()));
			}
		}
		this.code.jump(condition, label);
	}

	// Of the two ways to compare floats, the one that makes every relation with a NaN
	// false.
	private static Instruction comparing(NumericOp op) {
		return switch (op) {
			case F32_LT, F32_LE -> Instruction.FCMPG;
			case F32_GT, F32_GE, F32_EQ, F32_NE -> Instruction.FCMPL;
			case F64_LT, F64_LE -> Instruction.DCMPG;
			case F64_GT, F64_GE, F64_EQ, F64_NE -> Instruction.DCMPL;
			default -> Instruction.LCMP;
		};
	}

}
