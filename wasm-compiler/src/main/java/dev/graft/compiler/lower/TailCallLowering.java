package dev.graft.compiler.lower;

import dev.graft.artifact.type.FunctionType;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Expression.Call;
import dev.graft.compiler.ir.Expression.Constant;
import dev.graft.compiler.ir.Expression.EngineCall;
import dev.graft.compiler.ir.Expression.TailStep;
import dev.graft.compiler.ir.Expression.VectorConstant;
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
import dev.graft.compiler.ir.Target;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.model.ModuleModel;
import dev.graft.compiler.tail.TailCalls;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// Lowers calls in tail position.
final class TailCallLowering {

	private final ModuleModel module;

	private final int functionIndex;

	private final TailCalls tails;

	private final Body.Variables variables;

	private final OperandStack stack;

	private final IntSupplier sites;

	private final Kind result;

	private final Set<Integer> argumentTypes = new HashSet<>();

	private final @Nullable Label beginning;

	/// @param functionIndex the function that is lowered
	/// @param sites makes a site of the instruction that is lowered
	/// @param result what the function's method returns
	TailCallLowering(ModuleModel module, int functionIndex, TailCalls tails, Body.Variables variables,
			OperandStack stack, IntSupplier sites, Kind result) {
		this.module = module;
		this.functionIndex = functionIndex;
		this.tails = tails;
		this.variables = variables;
		this.stack = stack;
		this.sites = sites;
		this.result = result;
		this.beginning = tails.repeats(functionIndex) ? variables.label(true) : null;
	}

	/// The types of functions for which arguments are left in the context.
	Set<Integer> argumentTypes() {
		return this.argumentTypes;
	}

	/// Where a function that calls itself begins again; null if it does not.
	@Nullable Label beginning() {
		return this.beginning;
	}

	/// Whether it is the function itself that is called.
	boolean isRepetition(int callee) {
		return callee == this.functionIndex;
	}

	/// Goes back to the beginning, with new parameters, and other locals as they were.
	/// @param locals all locals, parameters first
	void repeat(List<Variable> locals, FunctionType type) {
		int parameters = type.parameters().size();
		this.stack.settleAll();
		Expression[] arguments = this.stack.pop(parameters);
		for (int index = 0; index < locals.size(); index++) {
			Variable local = locals.get(index);
			this.stack.emit(new Assign(local, (index < parameters) ? arguments[index] : zero(local.kind())));
		}
	}

	private static Expression zero(Kind kind) {
		return (kind == Kind.VECTOR) ? new VectorConstant(0, 0) : Constant.zero(kind);
	}

	/// Jumps back.
	void jumpToBeginning() {
		if (this.beginning == null) {
			throw new IllegalStateException("nobody has seen that the function calls itself");
		}
		this.stack.emit(new Jump(this.beginning));
	}

	/// A call of a function of the module.
	void direct(int callee, Expression[] arguments) {
		int number = this.tails.number(callee);
		if (number == 0) {
			callAndReturn(new Target.Function(callee), arguments);
			return;
		}
		leaveArguments(this.module.functionTypeIndex(callee), arguments);
		leave(TailStep.leaveFor(number));
	}

	/// A call of an imported function, of which only the engine knows what it is.
	void imported(int callee, Expression[] arguments) {
		Expression reference = this.stack.emitToTemporary(EngineCall.function(callee));
		callOrLeave(reference, new Target.Import(callee), this.module.functionTypeIndex(callee), arguments, arguments);
	}

	/// The function that a table holds.
	/// @param index which element
	Expression callee(int tableIndex, int typeIndex, Expression index) {
		return this.stack.emitToTemporary(TailStep.callee(tableIndex, typeIndex, this.sites.getAsInt(), index));
	}

	/// A call of what a reference refers to.
	/// @param callee the reference; read more than once
	void reference(Target.Indirect target, Expression callee, Expression[] arguments) {
		Expression[] operands = Arrays.copyOf(arguments, arguments.length + 1);
		operands[arguments.length] = callee;
		callOrLeave(callee, target, target.typeIndex(), arguments, operands);
	}

	// What never leaves may as well be called: it returns before anything else is called
	// in its place.
	private void callOrLeave(Expression callee, Target target, int typeIndex, Expression[] arguments,
			Expression[] operands) {
		Label leave = this.variables.label(false);
		this.stack.emit(new JumpIf(TailStep.number(this.sites.getAsInt(), callee), true, leave));
		callAndReturn(target, operands);
		this.stack.emit(new Mark(leave));
		leaveArguments(typeIndex, arguments);
		leave(TailStep.leaveFor(callee));
	}

	// The types of the results are the same, so those beyond the first are where they
	// belong.
	private void callAndReturn(Target target, Expression[] operands) {
		Call call = new Call(this.result, target, this.sites.getAsInt(), operands);
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
		this.stack.emit(new Evaluate(
				new Call(Kind.VOID, new Target.TailArguments(typeIndex), this.sites.getAsInt(), arguments)));
	}

	private void leave(TailStep whereTo) {
		this.stack.emit(new Evaluate(whereTo));
		this.stack.emit(new Return((this.result != Kind.VOID) ? Constant.zero(this.result) : null));
	}

}
