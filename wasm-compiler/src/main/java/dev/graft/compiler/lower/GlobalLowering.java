package dev.graft.compiler.lower;

import dev.graft.artifact.type.ExternalKind;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.GlobalGet;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Statement.GlobalSet;
import dev.graft.compiler.ir.VectorConstant;
import dev.graft.compiler.model.ConstantExpression;
import dev.graft.compiler.model.ModuleModel;
import dev.graft.compiler.op.VariableOp;

/// Lowers accesses to globals.
final class GlobalLowering {

	private final ModuleModel module;

	private final OperandStack stack;

	GlobalLowering(LoweringState state) {
		this.module = state.module;
		this.stack = state.stack;
	}

	/// `global.get`, `global.set`
	void access(VariableOp op, int globalIndex) {
		if (op != VariableOp.GLOBAL_SET) {
			this.stack.push(value(this.module, globalIndex));
			return;
		}
		Expression[] halves = VectorHalves.of(this.stack.pop());
		for (int half = 0; half < halves.length; half++) {
			this.stack.emit(new GlobalSet(globalIndex, half == 1, halves[half]));
		}
	}

	/// The value of a global: a constant if it can be known here.
	static Expression value(ModuleModel module, int globalIndex) {
		boolean mutable = module.globalTypes().get(globalIndex).mutable();
		Kind kind = Kind.of(module.globalTypes().get(globalIndex).valueType());
		int defined = globalIndex - module.importedCount(ExternalKind.GLOBAL);
		if (!mutable && defined >= 0) {
			switch (module.globals().get(defined).initializer().form()) {
				case ConstantExpression.Form.NumberValue number -> {
					return Constant.of(kind, number.bits());
				}
				case ConstantExpression.Form.VectorValue vector -> {
					return new VectorConstant(vector.low(), vector.high());
				}
				default -> {
				}
			}
		}
		return GlobalGet.of(kind, mutable, globalIndex);
	}

}
