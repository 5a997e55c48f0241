package dev.graft.compiler.validate;

import dev.graft.artifact.type.ValueType;
import dev.graft.compiler.model.ConstantExpression;
import dev.graft.compiler.model.ModuleModel;

/// Validates function bodies and constant expressions of a module that [ModuleValidator] has accepted, and tells what is in them.
///
/// One validator serves any number of bodies, one after the other; every thread takes its own.
public final class FunctionValidator {

	private final ModuleModel module;

	/// @param module the module, which must not change any more
	public FunctionValidator(ModuleModel module) {
		this.module = module;
	}

	/// Validates the body of a function.
	/// @param functionIndex a function that the module defines
	/// @param sink what is told about each instruction, starting with the function's
	/// first;
	/// parameters and locals are known from the model
	public void validateBody(int functionIndex, InstructionSink sink) {
		if (functionIndex < this.module.importedFunctionCount()) {
			throw new IllegalArgumentException("function %d is imported".formatted(functionIndex));
		}
	}

	/// Validates a constant expression.
	/// @param expression the expression
	/// @param expected the type of its value
	/// @param sink what is told about each instruction; its last is the `end`
	public void validateConstant(ConstantExpression expression, ValueType expected, InstructionSink sink) {
		sink.at(expression.offset());
	}

}
