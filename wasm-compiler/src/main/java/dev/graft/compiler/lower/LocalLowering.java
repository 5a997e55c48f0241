package dev.graft.compiler.lower;

import java.util.ArrayList;
import java.util.List;

import dev.graft.artifact.abi.GeneratedSignatures;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.ValueType;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Element;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.VectorConstant;
import dev.graft.compiler.ir.VectorOfHalves;
import dev.graft.compiler.model.LocalGroup;
import dev.graft.compiler.op.VariableOp;

/// Lowers locals, parameters first: each is a variable.
final class LocalLowering {

	private final Body.Variables variables;

	private final OperandStack stack;

	private final FunctionType type;

	/// What the method takes.
	private final List<Variable> parameters = new ArrayList<>();

	private final List<Variable> locals = new ArrayList<>();

	LocalLowering(LoweringState state) {
		this.variables = state.variables;
		this.stack = state.stack;
		this.type = state.type;
	}

	/// What the method takes.
	List<Variable> parameters() {
		return this.parameters;
	}

	/// A local.
	Variable get(int localIndex) {
		return this.locals.get(localIndex);
	}

	// Declarations

	/// Declares the parameters of the function's type and the locals of its body.
	void declare(List<LocalGroup> groups) {
		declareParameters();
		for (LocalGroup group : groups) {
			for (int number = 0; number < group.count(); number++) {
				this.locals.add(this.variables.variable(Kind.of(group.type())));
			}
		}
	}

	private void declareParameters() {
		for (ValueType parameter : this.type.parameters()) {
			this.locals.add(this.variables.variable(Kind.of(parameter)));
		}
		if (!GeneratedSignatures.isWide(this.type)) {
			this.locals.forEach(this::declareParameter);
			return;
		}
		Variable bits = this.variables.variable(Kind.BITS);
		Variable references = this.variables.variable(Kind.REFERENCES);
		this.parameters.addAll(List.of(bits, references));
		for (int index = 0; index < this.locals.size(); index++) {
			Variable local = this.locals.get(index);
			Variable array = local.kind().isReference() ? references : bits;
			int place = GeneratedSignatures.place(this.type.parameters(), index);
			this.stack.emit(new Assign(local, Element.of(local.kind(), place, array)));
		}
	}

	// A vector arrives in two halves.
	private void declareParameter(Variable local) {
		if (local.kind() != Kind.VECTOR) {
			this.parameters.add(local);
			return;
		}
		Variable low = this.variables.temporary(Kind.LONG);
		Variable high = this.variables.temporary(Kind.LONG);
		this.parameters.addAll(List.of(low, high));
		this.stack.emit(new Assign(local, new VectorOfHalves(Read.of(low), Read.of(high))));
	}

	/// Gives the locals that are not parameters their first value: where a function
	/// begins that may begin again.
	void zero() {
		for (int index = this.type.parameters().size(); index < this.locals.size(); index++) {
			Variable local = this.locals.get(index);
			this.stack.emit(new Assign(local, zero(local.kind())));
		}
	}

	private static Expression zero(Kind kind) {
		return (kind == Kind.VECTOR) ? new VectorConstant(0, 0) : Constant.zero(kind);
	}

	// Instructions

	/// `local.get`, `local.set`, `local.tee`
	void access(VariableOp op, int localIndex) {
		Variable local = this.locals.get(localIndex);
		if (op != VariableOp.LOCAL_GET) {
			Expression value = this.stack.pop();
			if (!(value instanceof Read read && read.variable() == local)) {
				this.stack.emit(new Assign(local, value));
			}
		}
		if (op != VariableOp.LOCAL_SET) {
			this.stack.push(Read.of(local));
		}
	}

}
