package dev.graft.compiler.lower;

import java.util.List;

import dev.graft.artifact.type.NumberType;
import dev.graft.compiler.decode.CodeReader;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.EngineCall;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.VectorConstant;
import dev.graft.compiler.model.ConstantExpression;
import dev.graft.compiler.model.ConstantExpression.Form;
import dev.graft.compiler.model.ModuleModel;
import dev.graft.compiler.op.ConstantOp;
import dev.graft.compiler.op.GcOp;
import dev.graft.compiler.op.NumericOp;
import dev.graft.compiler.op.Op;
import dev.graft.compiler.op.ReferenceOp;
import dev.graft.compiler.op.VariableOp;

/// Lowers constant expressions that have been validated.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/valid/instructions.html#constant-expressions">Validation,
/// "Constant Expressions"</a>
public final class ConstantLowering {

	private final ModuleModel module;

	private final Body.Variables variables;

	private final List<Statement> statements;

	/// @param module the module
	/// @param variables takes the intermediate values
	/// @param statements takes the assignments to them
	public ConstantLowering(ModuleModel module, Body.Variables variables, List<Statement> statements) {
		this.module = module;
		this.variables = variables;
		this.statements = statements;
	}

	/// The value of an expression.
	public Expression value(ConstantExpression expression) {
		return switch (expression.form()) {
			case Form.NumberValue number -> constant(number.type(), number.bits());
			case Form.VectorValue vector -> new VectorConstant(vector.low(), vector.high());
			case Form.GlobalValue global -> GlobalLowering.value(this.module, global.globalIndex());
			case Form.Function function -> EngineCall.function(function.functionIndex());
			case Form.Null none -> Constant.zero(Kind.REFERENCE);
			case Form.Computed computed -> computed(expression);
		};
	}

	private static Expression constant(NumberType type, long bits) {
		return Constant.of(Kind.of(type), bits);
	}

	private Expression computed(ConstantExpression expression) {
		CodeReader code = CodeReader.of(this.module, expression);
		OperandStack stack = new OperandStack(this.variables, this.statements);
		HeapLowering heap = new HeapLowering(this.module, stack, () -> 0);
		ReferenceLowering references = new ReferenceLowering(this.module, stack, () -> 0);
		for (Op op = code.next(); code.hasNext(); op = code.next()) {
			switch (op) {
				case ConstantOp.V128_CONST -> stack.push(new VectorConstant(code.number(), code.highBits()));
				case ConstantOp constant -> stack.push(constant((NumberType) constant.type(), code.number()));
				case VariableOp.GLOBAL_GET -> stack.push(GlobalLowering.value(this.module, code.index()));
				case ReferenceOp.REF_FUNC -> references.function(code.index());
				case ReferenceOp.REF_NULL -> references.pushNull();
				case NumericOp numeric -> compute(numeric, stack);
				case GcOp.REF_I31, GcOp.ANY_CONVERT_EXTERN, GcOp.EXTERN_CONVERT_ANY ->
					references.scalar((GcOp) op, NumberType.I32);
				case GcOp gc -> heap.aggregate(gc, code.index(), code.secondIndex(), null);
				default -> throw new IllegalStateException(op + " is not constant");
			}
		}
		return stack.pop();
	}

	/// Each intermediate value goes to a variable of its own, so that no expression is
	/// deeper than one operator.
	private void compute(NumericOp op, OperandStack stack) {
		Expression second = stack.pop();
		Expression first = stack.pop();
		Variable result = this.variables.temporary(Kind.of(op.signature().result()));
		this.statements.add(new Assign(result, new Numeric(op, 0, first, second)));
		stack.push(Read.of(result));
	}

}
