package dev.graft.compiler.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.graft.artifact.abi.GeneratedSignatures;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.ValueType;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Element;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.NewArray;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.SetElement;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.VectorOfHalves;
import dev.graft.compiler.model.LocalGroup;
import dev.graft.compiler.op.VariableOp;
import org.jspecify.annotations.Nullable;

/// Lowers locals, parameters first.
///
/// Most are variables. Those behind the first ones are *distant*: kept in two arrays, one
/// of bits and one of references.
final class LocalLowering {

	/// A vector may be taken apart into so many lanes.
	private static final int MOST_LANES = 4;

	private final Body.Variables variables;

	private final OperandStack stack;

	private final FunctionType type;

	private final int mostLocals;

	/// What the method takes.
	private final List<Variable> parameters = new ArrayList<>();

	private final List<Variable> locals = new ArrayList<>();

	/// How many variables the vectors among the locals are, beyond one each.
	private int furtherLanes;

	private final List<DistantLocal> distantLocals = new ArrayList<>();

	private int distantPlaces;

	private @Nullable Variable distantBits;

	private @Nullable Variable distantReferences;

	/// @param mostLocals how many locals, parameters included, are variables
	LocalLowering(LoweringState state, int mostLocals) {
		this.variables = state.variables;
		this.stack = state.stack;
		this.type = state.type;
		this.mostLocals = mostLocals;
	}

	/// What the method takes.
	List<Variable> parameters() {
		return this.parameters;
	}

	/// The locals that are variables, parameters first.
	List<Variable> near() {
		return this.locals;
	}

	/// How many variables the locals are, parameters included.
	int count() {
		return this.locals.size() + this.furtherLanes;
	}

	// Declarations

	/// Declares the parameters of the function's type and the locals of its body.
	void declare(List<LocalGroup> groups) {
		declareParameters();
		for (LocalGroup group : groups) {
			declareLocals(Kind.of(group.type()), group.count());
		}
		createArrays();
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
		this.stack.emit(new Assign(local, new VectorOfHalves(new Read(low), new Read(high))));
	}

	private void declareLocals(Kind kind, int count) {
		for (int number = 0; number < count; number++) {
			if (this.distantLocals.isEmpty() && count() + lanes(kind) <= this.mostLocals) {
				this.locals.add(this.variables.variable(kind));
				this.furtherLanes += lanes(kind) - 1;
			}
			else {
				this.distantLocals.add(new DistantLocal(kind, this.distantPlaces));
				this.distantPlaces += (kind == Kind.VECTOR) ? 2 : 1;
			}
		}
	}

	// As how many variables a local may end.
	private static int lanes(Kind kind) {
		return (kind == Kind.VECTOR) ? MOST_LANES : 1;
	}

	/// Makes the arrays of distant locals, full of zeros. A function that begins again
	/// makes them again.
	void createArrays() {
		if (!this.distantLocals.isEmpty()) {
			this.distantBits = newArray(this.distantBits, Kind.BITS);
			this.distantReferences = newArray(this.distantReferences, Kind.REFERENCES);
		}
	}

	private Variable newArray(@Nullable Variable known, Kind kind) {
		Variable array = (known != null) ? known : this.variables.variable(kind);
		this.stack.emit(new Assign(array, new NewArray(kind, this.distantPlaces)));
		return array;
	}

	// Instructions

	/// `local.get`, `local.set`, `local.tee`
	void access(VariableOp op, int localIndex) {
		if (localIndex < this.locals.size()) {
			near(op, this.locals.get(localIndex));
		}
		else {
			distant(op, this.distantLocals.get(localIndex - this.locals.size()));
		}
	}

	private void near(VariableOp op, Variable local) {
		if (op != VariableOp.LOCAL_GET) {
			Expression value = this.stack.pop();
			if (!(value instanceof Read read && read.variable() == local)) {
				this.stack.emit(new Assign(local, value));
			}
		}
		if (op != VariableOp.LOCAL_SET) {
			this.stack.push(new Read(local));
		}
	}

	private void distant(VariableOp op, DistantLocal local) {
		Variable array = Objects.requireNonNull(local.kind.isReference() ? this.distantReferences : this.distantBits);
		if (op != VariableOp.LOCAL_GET) {
			Expression[] halves = VectorHalves.of(this.stack.pop());
			for (int half = 0; half < halves.length; half++) {
				this.stack.emit(new SetElement(array, local.place + half, halves[half]));
			}
		}
		if (op != VariableOp.LOCAL_SET) {
			this.stack.push(Element.of(local.kind, local.place, array));
		}
	}

	/// A local that is kept in an array.
	/// @param place where it begins; a vector takes two places
	private record DistantLocal(Kind kind, int place) {
	}

}
