package dev.graft.compiler.emit;

import dev.graft.artifact.abi.JavaBaseMember;
import dev.graft.compiler.asm.Bytecode;
import dev.graft.compiler.asm.Instruction;
import dev.graft.compiler.emit.NumericForms.Step;
import dev.graft.compiler.ir.Expression.Numeric;
import dev.graft.compiler.op.NumericOp;
import org.jspecify.annotations.Nullable;

/// Emits numeric operators whose operands are on the stack.
final class NumericEmitter {

	private final Bytecode code;

	NumericEmitter(Bytecode code) {
		this.code = code;
	}

	void emit(Numeric node) {
		if (Numeric.isDivision(node.op()) && Numeric.isHarmlessDivisor(node.operand(1))) {
			divide(node.op());
			return;
		}
		if (node.site() != 0) {
			this.code.line(node.site());
		}
		for (Step step : NumericForms.of(node.op())) {
			switch (step) {
				case Step.Instruct instruct -> this.code.add(instruct.instruction());
				case Step.Call call -> this.code.use(call.member());
			}
		}
	}

	// By a constant that neither traps nor overflows.
	private void divide(NumericOp op) {
		@Nullable Instruction signed = switch (op) {
			case I32_DIV_S -> Instruction.IDIV;
			case I32_REM_S -> Instruction.IREM;
			case I64_DIV_S -> Instruction.LDIV;
			case I64_REM_S -> Instruction.LREM;
			default -> null;
		};
		if (signed != null) {
			this.code.add(signed);
			return;
		}
		this.code.use(switch (op) {
			case I32_DIV_U -> JavaBaseMember.I32_DIVIDE_UNSIGNED;
			case I32_REM_U -> JavaBaseMember.I32_REMAINDER_UNSIGNED;
			case I64_DIV_U -> JavaBaseMember.I64_DIVIDE_UNSIGNED;
			case I64_REM_U -> JavaBaseMember.I64_REMAINDER_UNSIGNED;
			default -> throw new IllegalArgumentException(op + " does not divide");
		});
	}

}
