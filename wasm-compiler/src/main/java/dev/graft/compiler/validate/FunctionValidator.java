package dev.graft.compiler.validate;

import dev.graft.artifact.type.ValueType;
import dev.graft.compiler.decode.CodeReader;
import dev.graft.compiler.model.ConstantExpression;
import dev.graft.compiler.model.ModuleModel;
import java.util.List;

/// Validates function bodies and constant expressions of a module that [ModuleValidator]
/// has accepted, and tells what is in them.
///
/// Immutable; any number of threads may use the same one.
///
/// @see <a
/// href="https://webassembly.github.io/spec/core/appendix/algorithm.html">Appendix,
/// "Validation Algorithm"</a>
public final class FunctionValidator {

	private final ModuleModel module;

	/// @param module the module
	public FunctionValidator(ModuleModel module) {
		this.module = module;
	}

	/// Validates the body of a function.
	/// @param functionIndex a function that the module defines
	/// @param sink what is told about each instruction, starting with the function's
	/// first; parameters and locals are known from the model
	public void validateBody(int functionIndex, InstructionSink sink) {
		if (functionIndex < this.module.importedFunctionCount()) {
			throw new IllegalArgumentException("function %d is imported".formatted(functionIndex));
		}
		var type = this.module.functionType(functionIndex);
		LocalTypes locals = LocalTypes.of(type.parameters(), this.module.body(functionIndex));
		CodeReader code = CodeReader.ofBody(this.module, functionIndex);
		new CodeValidation(this.module, code, locals, type.results(), sink, AllowedInstructions.ALL).run();
	}

	/// Validates a constant expression that may use all globals.
	/// @param expression the expression
	/// @param expected the type of its value
	/// @param sink what is told about each instruction; its last is the `end`
	public void validateConstant(ConstantExpression expression, ValueType expected, InstructionSink sink) {
		validateConstant(expression, expected, this.module.globalTypes().size(), sink);
	}

	/// Validates a constant expression.
	/// @param visibleGlobals how many globals it may use; those that come later do not
	/// exist yet
	void validateConstant(ConstantExpression expression, ValueType expected, int visibleGlobals, InstructionSink sink) {
		CodeReader code = CodeReader.of(this.module, expression);
		AllowedInstructions allowed = AllowedInstructions.constant(visibleGlobals);
		new CodeValidation(this.module, code, LocalTypes.none(), List.of(expected), sink, allowed).run();
	}

}
