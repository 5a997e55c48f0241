package dev.graft.compiler.validate;

import dev.graft.artifact.spi.Feature;
import dev.graft.compiler.op.AtomicOp;
import dev.graft.compiler.op.ConstantOp;
import dev.graft.compiler.op.ControlOp;
import dev.graft.compiler.op.GcOp;
import dev.graft.compiler.op.MemoryAccessOp;
import dev.graft.compiler.op.MemoryOp;
import dev.graft.compiler.op.NumericOp;
import dev.graft.compiler.op.Op;
import dev.graft.compiler.op.ParametricOp;
import dev.graft.compiler.op.ReferenceOp;
import dev.graft.compiler.op.TableOp;
import dev.graft.compiler.op.VariableOp;
import dev.graft.compiler.op.VectorMemoryOp;
import dev.graft.compiler.op.VectorOp;
import dev.graft.compiler.op.WideArithmeticOp;
import java.util.Set;

/// Which instructions some code may consist of: all in a function, a few in a constant
/// expression.
///
/// @param isConstant whether only constant instructions are allowed
/// @param visibleGlobals how many of the module's globals exist for the code
/// @see <a
/// href="https://webassembly.github.io/spec/core/valid/instructions.html#constant-expressions">Validation,
/// "Constant Expressions"</a>
record AllowedInstructions(boolean isConstant, int visibleGlobals) {

	/// In a function body.
	static final AllowedInstructions ALL = new AllowedInstructions(false, Integer.MAX_VALUE);

	/// In a constant expression.
	static AllowedInstructions constant(int visibleGlobals) {
		return new AllowedInstructions(true, visibleGlobals);
	}

	/// Whether an operator may be used. Which globals may be read depends on the global.
	boolean allows(Op op, Set<Feature> features) {
		return !this.isConstant || switch (op) {
			case ConstantOp _ -> true;
			case ControlOp control -> control == ControlOp.END;
			case VariableOp variable -> variable == VariableOp.GLOBAL_GET;
			case ReferenceOp reference -> reference == ReferenceOp.REF_NULL || reference == ReferenceOp.REF_FUNC;
			case NumericOp numeric -> isArithmetic(numeric) && features.contains(Feature.EXTENDED_CONST);
			case GcOp gc -> isConstant(gc);
			case ParametricOp _, TableOp _, MemoryAccessOp _, MemoryOp _, VectorOp _, VectorMemoryOp _, AtomicOp _,
					WideArithmeticOp _ ->
				false;
		};
	}

	private static boolean isConstant(GcOp op) {
		return switch (op) {
			case STRUCT_NEW, STRUCT_NEW_DEFAULT, ARRAY_NEW, ARRAY_NEW_DEFAULT, ARRAY_NEW_FIXED, REF_I31,
					ANY_CONVERT_EXTERN, EXTERN_CONVERT_ANY ->
				true;
			default -> false;
		};
	}

	private static boolean isArithmetic(NumericOp op) {
		return switch (op) {
			case I32_ADD, I32_SUB, I32_MUL, I64_ADD, I64_SUB, I64_MUL -> true;
			default -> false;
		};
	}

}
