package dev.graft.compiler.lower;

import dev.graft.compiler.ir.EngineCall;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.TableIndex;
import dev.graft.compiler.op.NumericOp;
import dev.graft.compiler.op.TableOp;

/// Indices of tables with 64-bit indices. No table is that large, so the instructions
/// have one form, of 32 bits, and what they are given and give is converted.
public final class TableOperands {

	private TableOperands() {
	}

	/// An index or a number of elements in 32 bits; anything else as it is.
	public static Expression narrow(Expression operand) {
		return (operand.kind() == Kind.LONG) ? new TableIndex(operand) : operand;
	}

	static Expression[] narrow(Expression[] operands) {
		Expression[] narrow = new Expression[operands.length];
		for (int index = 0; index < narrow.length; index++) {
			narrow[index] = narrow(operands[index]);
		}
		return narrow;
	}

	/// The size, or the old size, which is `-1` if growing failed.
	static Expression widen(TableOp op, EngineCall instruction) {
		NumericOp extension = (op == TableOp.TABLE_GROW) ? NumericOp.I64_EXTEND_I32_S : NumericOp.I64_EXTEND_I32_U;
		return new Numeric(extension, 0, instruction);
	}

}
