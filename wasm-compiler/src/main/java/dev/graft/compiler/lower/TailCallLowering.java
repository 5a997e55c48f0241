package dev.graft.compiler.lower;

import dev.graft.artifact.type.FunctionType;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Call;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.EngineCall;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Region;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Enter;
import dev.graft.compiler.ir.Statement.Evaluate;
import dev.graft.compiler.ir.Statement.Jump;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Leave;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Return;
import dev.graft.compiler.ir.TailStep;
import dev.graft.compiler.ir.Target;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.VectorConstant;
import dev.graft.compiler.tail.TailCalls;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lowers calls in tail position.
final class TailCallLowering {

	private final LoweringState state;

	private final int functionIndex;

	private final TailCalls tails;

	private final LocalLowering locals;

	private final CallLowering calls;

	private final Body.Variables variables;

	private final OperandStack stack;

	/// What the function's method returns.
	private final Kind result;

	private final Set<Integer> argumentTypes = new HashSet<>();

	/// Where a function that calls itself begins again; null if it does not.
	private final @Nullable Label beginning;

	/// @param functionIndex the function that is lowered
	/// @param tails what the module's functions do with their calls in tail position
	/// @param locals the function's locals
	/// @param calls knows what arguments become
	TailCallLowering(LoweringState state, int functionIndex, TailCalls tails, LocalLowering locals,
			CallLowering calls) {
		this.state = state;
		this.functionIndex = functionIndex;
		this.tails = tails;
		this.locals = locals;
		this.calls = calls;
		this.variables = state.variables;
		this.stack = state.stack;
		this.result = state.resultKind();
		this.beginning = tails.repeats(functionIndex) ? this.variables.label(true) : null;
	}

	/// The types of functions for which arguments are left in the context.
	Set<Integer> argumentTypes() {
		return this.argumentTypes;
	}

	/// Marks where the function begins again, if it does. To be done when the locals have
	/// been declared.
	void markBeginning() {
		if (this.beginning != null) {
			this.stack.emit(new Mark(this.beginning));
			this.locals.zero();
			this.state.pollAtBeginning();
		}
	}

	// Instructions

	/// `return_call`
	void call(int callee, FunctionType type) {
		this.state.pollAtEntry();
		if (callee == this.functionIndex) {
			repeat(type);
			return;
		}
		this.stack.settleAll();
		Expression[] arguments = this.calls.arguments(type);
		if (callee < this.state.module.importedFunctionCount()) {
			imported(callee, arguments);
		}
		else {
			direct(callee, arguments);
		}
	}

	/// `return_call_indirect`
	void callIndirect(int typeIndex, int tableIndex, FunctionType type) {
		this.state.pollAtEntry();
		Expression index = TableOperands.narrow(this.stack.pop());
		int site = this.state.site();
		reference(typeIndex, type, this.stack.emitToTemporary(TailStep.callee(tableIndex, typeIndex, site, index)));
	}

	/// `return_call_ref`
	void callReference(int typeIndex, FunctionType type) {
		this.state.pollAtEntry();
		reference(typeIndex, type, this.calls.settledTop());
	}

	// Repetition

	// Goes back to the beginning, with new parameters, and other locals as they were.
	private void repeat(FunctionType type) {
		int parameters = type.parameters().size();
		this.stack.settleAll();
		Expression[] arguments = this.stack.pop(parameters);
		for (int index = 0; index < parameters; index++) {
			this.stack.emit(new Assign(this.locals.get(index), arguments[index]));
		}
		if (this.beginning == null) {
			throw new IllegalStateException("nobody has seen that the function calls itself");
		}
		this.stack.emit(new Jump(this.beginning));
	}

	// Callees

	// A function of the module.
	private void direct(int callee, Expression[] arguments) {
		int number = this.tails.number(callee);
		if (number == 0) {
			callAndReturn(new Target.Function(callee), arguments);
			return;
		}
		leaveArguments(this.state.module.functionTypeIndex(callee), arguments);
		leave(TailStep.leaveFor(number));
	}

	// An imported function, of which only the engine knows what it is.
	private void imported(int callee, Expression[] arguments) {
		Expression reference = this.stack.emitToTemporary(EngineCall.function(callee));
		callOrLeave(reference, new Target.Import(callee), this.state.module.functionTypeIndex(callee), arguments,
				arguments);
	}

	// What a reference refers to, which is read more than once.
	private void reference(int typeIndex, FunctionType type, Expression callee) {
		Target.Indirect target = this.calls.byReference(typeIndex);
		this.stack.settleAll();
		Expression[] arguments = this.calls.arguments(type);
		callOrLeave(callee, target, typeIndex, arguments, CallLowering.withCallee(callee, arguments));
	}

	// What never leaves may as well be called: it returns before anything else is called
	// in its place.
	private void callOrLeave(Expression callee, Target target, int typeIndex, Expression[] arguments,
			Expression[] operands) {
		Label leave = this.variables.label(false);
		this.stack.emit(new JumpIf(TailStep.number(this.state.site(), callee), true, leave));
		callAndReturn(target, operands);
		this.stack.emit(new Mark(leave));
		leaveArguments(typeIndex, arguments);
		leave(TailStep.leaveFor(callee));
	}

	// The types of the results are the same, so those beyond the first are where they
	// belong.
	private void callAndReturn(Target target, Expression[] operands) {
		Call call = new Call(this.result, target, this.state.site(), operands);
		// The function is as good as gone, and its handlers with it.
		this.stack.emit(new Enter(Region.NONE));
		if (this.result == Kind.VOID) {
			this.stack.emit(new Evaluate(call));
			this.stack.emit(new Return(null));
		}
		else {
			this.stack.emit(new Return(call));
		}
		this.stack.emit(new Leave());
	}

	private void leaveArguments(int typeIndex, Expression[] arguments) {
		this.argumentTypes.add(typeIndex);
		this.stack
			.emit(new Evaluate(new Call(Kind.VOID, new Target.TailArguments(typeIndex), this.state.site(), arguments)));
	}

	private void leave(TailStep whereTo) {
		this.stack.emit(new Evaluate(whereTo));
		this.stack.emit(new Return((this.result != Kind.VOID) ? Constant.zero(this.result) : null));
	}

}
