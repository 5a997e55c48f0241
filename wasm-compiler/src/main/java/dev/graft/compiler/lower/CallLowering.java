package dev.graft.compiler.lower;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.graft.artifact.abi.GeneratedSignatures;
import dev.graft.artifact.type.ExternalKind;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.ValueType;
import dev.graft.compiler.ir.Call;
import dev.graft.compiler.ir.Effects;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.FurtherResult;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement.Evaluate;
import dev.graft.compiler.ir.Statement.SetElement;
import dev.graft.compiler.ir.Target;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.VectorOfHalves;

/// Lowers calls: arguments to what the method of the callee takes, results from what it
/// returns and leaves in the context.
final class CallLowering {

	/// What finding the function that is called does.
	private static final int FINDING = Effects.READS_TABLE | Effects.TRAPS;

	private final LoweringState state;

	private final OperandStack stack;

	private final Set<Target.Indirect> indirectCalls = new HashSet<>();

	CallLowering(LoweringState state) {
		this.state = state;
		this.stack = state.stack;
	}

	/// What is called through tables and references.
	Set<Target.Indirect> indirectCalls() {
		return this.indirectCalls;
	}

	/// A function type of which references are called.
	Target.Indirect byReference(int typeIndex) {
		Target.Indirect target = Target.Indirect.byReference(typeIndex);
		this.indirectCalls.add(target);
		return target;
	}

	// Instructions

	/// `call`
	void call(int functionIndex, FunctionType type) {
		boolean imported = functionIndex < this.state.module.importedCount(ExternalKind.FUNCTION);
		Target target = imported ? new Target.Import(functionIndex) : new Target.Function(functionIndex);
		this.state.pollAtEntry();
		call(target, type, arguments(type));
	}

	/// `call_indirect`
	void callIndirect(int typeIndex, int tableIndex, FunctionType type) {
		callCallee(new Target.Indirect(typeIndex, tableIndex), type);
	}

	/// `call_ref`
	void callReference(int typeIndex, FunctionType type) {
		callCallee(Target.Indirect.byReference(typeIndex), type);
	}

	// What is called is the last operand of the instruction, and the first of the call.
	private void callCallee(Target.Indirect target, FunctionType type) {
		this.state.pollAtEntry();
		this.indirectCalls.add(target);
		Expression callee;
		if (GeneratedSignatures.isWide(type)) {
			callee = TableOperands.narrow(settledTop());
		}
		else {
			callee = TableOperands.narrow(this.stack.pop());
			this.stack.settleBefore(callee.effects() | FINDING, type.parameters().size());
		}
		call(target, type, withCallee(callee, arguments(type)));
	}

	/// What a call takes whose target is known only when it happens.
	static Expression[] withCallee(Expression callee, Expression[] arguments) {
		Expression[] operands = new Expression[arguments.length + 1];
		operands[0] = callee;
		System.arraycopy(arguments, 0, operands, 1, arguments.length);
		return operands;
	}

	/// The topmost operand, which has been evaluated.
	Expression settledTop() {
		this.stack.settleAll();
		return this.stack.pop();
	}

	// Arguments

	/// Takes arguments off the stack.
	/// @return what a method for functions of the type takes
	Expression[] arguments(FunctionType type) {
		if (!GeneratedSignatures.isWide(type)) {
			return VectorHalves.of(this.stack.pop(type.parameters().size()));
		}
		this.stack.settleAll();
		Expression[] values = VectorHalves.of(this.stack.pop(type.parameters().size()));
		long referenceCount = Arrays.stream(values).filter((value) -> value.kind().isReference()).count();
		Variable bits = this.state.newArray(Kind.BITS, (referenceCount < values.length) ? values.length : 0);
		Variable references = this.state.newArray(Kind.REFERENCES, (referenceCount > 0) ? values.length : 0);
		for (int index = 0; index < values.length; index++) {
			Variable array = values[index].kind().isReference() ? references : bits;
			this.stack.emit(new SetElement(array, index, values[index]));
		}
		return new Expression[] { Read.of(bits), Read.of(references) };
	}

	// Results

	private void call(Target target, FunctionType type, Expression[] operands) {
		List<ValueType> results = type.results();
		if (results.isEmpty()) {
			this.stack.emit(new Evaluate(new Call(Kind.VOID, target, this.state.site(), operands)));
			return;
		}
		Kind kind = Kind.of(results.getFirst());
		Call call = new Call((kind == Kind.VECTOR) ? Kind.LONG : kind, target, this.state.site(), operands);
		if (results.size() == 1 && kind != Kind.VECTOR) {
			this.stack.push(call);
		}
		else {
			results(kind, call, results).forEach(this.stack::push);
		}
	}

	// All results are fetched before anything else can be called.
	private List<Expression> results(Kind kind, Call call, List<ValueType> results) {
		List<Expression> values = new ArrayList<>(results.size());
		Expression first = this.stack.emitToTemporary(call);
		values.add((kind == Kind.VECTOR) ? new VectorOfHalves(first, furtherResult(Kind.LONG, 1)) : first);
		for (int index = 1; index < results.size(); index++) {
			values.add(furtherResult(Kind.of(results.get(index)), GeneratedSignatures.place(results, index)));
		}
		return values;
	}

	private Expression furtherResult(Kind kind, int place) {
		return (kind == Kind.VECTOR)
				? new VectorOfHalves(furtherResult(Kind.LONG, place), furtherResult(Kind.LONG, place + 1))
				: this.stack.emitToTemporary(new FurtherResult(kind, place));
	}

}
