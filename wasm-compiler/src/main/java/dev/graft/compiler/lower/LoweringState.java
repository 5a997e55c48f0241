package dev.graft.compiler.lower;

import java.util.ArrayList;
import java.util.List;

import dev.graft.artifact.spi.CompilerSettings;
import dev.graft.artifact.type.FunctionType;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.EngineCall;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.NewArray;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Evaluate;
import dev.graft.compiler.ir.Statement.Poll;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.model.ModuleModel;

/// A function that is being lowered: what all families of instructions share.
final class LoweringState {

	final ModuleModel module;

	final CompilerSettings settings;

	/// The type of the function.
	final FunctionType type;

	final Body.Variables variables = new Body.Variables();

	final List<Statement> statements = new ArrayList<>();

	final OperandStack stack = new OperandStack(this.variables, this.statements);

	final Sites sites;

	/// Where the instruction is that is being lowered.
	private int offset;

	private boolean polledAtEntry;

	/// @param module the module, valid but for its bodies
	/// @param type the type of the function
	/// @param settings how to compile
	LoweringState(ModuleModel module, FunctionType type, CompilerSettings settings) {
		this.module = module;
		this.settings = settings;
		this.type = type;
		this.sites = new Sites(settings.addressMap());
	}

	/// Says where the next instruction is in the binary.
	void at(int offset) {
		this.offset = offset;
	}

	/// Makes a site of the instruction.
	int site() {
		return this.sites.add(this.offset);
	}

	/// What the method returns: of a vector its lower half.
	Kind resultKind() {
		Kind result = this.type.results().isEmpty() ? Kind.VOID : Kind.of(this.type.results().getFirst());
		return (result == Kind.VECTOR) ? Kind.LONG : result;
	}

	// Polls

	/// Looks here whether the guest is to be stopped.
	void poll() {
		if (this.settings.interruptible()) {
			this.stack.emit(new Poll(site(), false));
		}
	}

	/// Looks here, at the beginning of a function that may begin again.
	void pollAtBeginning() {
		this.polledAtEntry = true;
		poll();
	}

	/// Looks at the function's entry. A function that calls others can be part of a
	/// recursion that takes longer than anybody wants to wait; one that does not call
	/// cannot.
	void pollAtEntry() {
		if (!this.polledAtEntry && this.settings.interruptible()) {
			this.polledAtEntry = true;
			this.statements.addFirst(new Poll(site(), false));
		}
	}

	// What several families do

	/// Emits what the engine does for an instruction, or pushes it if it has a result.
	void run(EngineCall instruction) {
		if (instruction.kind() == Kind.VOID) {
			this.stack.emit(new Evaluate(instruction));
		}
		else {
			this.stack.push(instruction);
		}
	}

	/// Makes a Java array, in which values travel.
	/// @param kind which array
	Variable newArray(Kind kind, int length) {
		Variable array = this.variables.temporary(kind);
		this.stack.emit(new Assign(array, new NewArray(kind, length)));
		return array;
	}

}
