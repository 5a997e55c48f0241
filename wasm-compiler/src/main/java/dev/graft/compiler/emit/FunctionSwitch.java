package dev.graft.compiler.emit;

import java.util.ArrayList;
import java.util.List;

import dev.graft.artifact.abi.AbiMethod;
import dev.graft.artifact.abi.CallTargets;
import dev.graft.artifact.abi.GeneratedNames;
import dev.graft.artifact.abi.GeneratedSignatures;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.ValueType;
import dev.graft.compiler.asm.Bytecode;
import dev.graft.compiler.asm.Condition;
import dev.graft.compiler.ir.Kind;
import org.jspecify.annotations.Nullable;

/// A method that calls one of few functions of a type. HotSpot inlines it with those that
/// are called often:
///
/// ```
///   call_t3_0(index, …, instance)
///       callee = TableOps.callee(index, table0)         traps if there is none; call_ref has it already
///       if (callee.owner == instance)
///           switch (callee.dispatchSlot)                functions of a type and its subtypes have consecutive
///               case 17: return Functions3.area#42(…)   slots, so the range of the switch is the type check
///       return ((Target_IJ_I) CallOps.checkedTarget(callee, instance, 3)).call(…)
/// ```
public final class FunctionSwitch {

	private final CodeNames names;

	private final int type;

	private final FewFunctions few;

	private final FunctionType functionType;

	private final List<Kind> parameters = new ArrayList<>();

	private final Kind result;

	/// @param names the module's names
	/// @param type a type of which there are few functions
	public FunctionSwitch(CodeNames names, int type) {
		this.names = names;
		this.type = type;
		this.few = names.fewFunctions(type);
		this.functionType = names.module().types().function(type);
		if (GeneratedSignatures.isWide(this.functionType)) {
			this.parameters.addAll(List.of(Kind.BITS, Kind.REFERENCES));
		}
		else {
			for (ValueType parameter : this.functionType.parameters()) {
				Kind kind = Kind.of(parameter);
				this.parameters.addAll((kind == Kind.VECTOR) ? List.of(Kind.LONG, Kind.LONG) : List.of(kind));
			}
		}
		Kind first = this.functionType.results().isEmpty() ? Kind.VOID
				: Kind.of(this.functionType.results().getFirst());
		this.result = (first == Kind.VECTOR) ? Kind.LONG : first;
	}

	/// The method that calls what an element of a table refers to.
	/// @param ownTable whether the table is the module's own
	public void callElement(Bytecode code, int table, boolean ownTable) {
		@Nullable Kind[] slots = slots(Kind.INT);
		int callee = slots.length - 1;
		int elsewhere = code.newLabel();
		code.load(Kind.INT, 0);
		table(code, table);
		if (ownTable && !this.few.functions().isEmpty()) {
			code.loadInstance();
			code.use(AbiMethod.TABLE_SLOT);
			select(code, elsewhere, slots);
			code.place(elsewhere, slots, callee);
			code.load(Kind.INT, 0);
			table(code, table);
			code.use(AbiMethod.TABLE_CALLEE);
			code.store(Kind.REFERENCE, callee);
		}
		else {
			code.use(AbiMethod.TABLE_CALLEE);
			code.store(Kind.REFERENCE, callee);
			selectOwn(code, slots);
		}
		code.load(Kind.REFERENCE, callee);
		code.checkCast(CodeNames.FUNCTION_REFERENCE);
		code.loadInstance();
		code.constant(this.type);
		code.use(AbiMethod.CALL_CHECKED_TARGET);
		callTarget(code);
	}

	/// The method that calls what a reference refers to.
	public void callReference(Bytecode code) {
		@Nullable Kind[] slots = slots(Kind.REFERENCE);
		int callee = slots.length - 1;
		code.load(Kind.REFERENCE, 0);
		code.use(AbiMethod.CALL_CALLEE);
		code.store(Kind.REFERENCE, callee);
		selectOwn(code, slots);
		code.load(Kind.REFERENCE, callee);
		code.loadInstance();
		code.use(AbiMethod.CALL_TARGET);
		callTarget(code);
	}

	private void table(Bytecode code, int table) {
		code.loadInstance();
		code.getField(this.names.instance(), GeneratedNames.table(table), CodeNames.TABLE);
	}

	// The functions of this instance, by the number of the callee.
	private void selectOwn(Bytecode code, @Nullable Kind[] slots) {
		if (this.few.functions().isEmpty()) {
			return;
		}
		int callee = slots.length - 1;
		int elsewhere = code.newLabel();
		code.load(Kind.REFERENCE, callee);
		code.use(AbiMethod.FUNCTION_OWNER);
		code.loadInstance();
		code.jump(Condition.NOT_SAME, elsewhere);
		code.load(Kind.REFERENCE, callee);
		code.use(AbiMethod.FUNCTION_DISPATCH_SLOT);
		select(code, elsewhere, slots);
		code.place(elsewhere, slots, slots.length);
	}

	// With the slot on the stack.
	private void select(Bytecode code, int elsewhere, @Nullable Kind[] slots) {
		int[] labels = new int[this.few.functions().size()];
		for (int number = 0; number < labels.length; number++) {
			labels[number] = code.newLabel();
		}
		code.tableSwitch(this.few.firstSlot(), labels, elsewhere);
		for (int number = 0; number < labels.length; number++) {
			code.place(labels[number], slots, slots.length - 1);
			parameters(code);
			code.loadInstance();
			int function = this.few.functions().get(number);
			code.invokeStatic(this.names.functionOwner(function), this.names.functionName(function),
					this.names.functionDescriptor(this.functionType));
			code.giveBack(this.result);
		}
	}

	// Functions of other instances and of the host; and those of other types, for a trap.
	private void callTarget(Bytecode code) {
		String target = this.names.targetOwner(this.functionType);
		code.checkCast(target);
		parameters(code);
		code.loadInstance();
		code.invokeVirtual(target, CallTargets.CALL, this.names.functionDescriptor(this.functionType));
		code.giveBack(this.result);
	}

	private void parameters(Bytecode code) {
		int slot = 1;
		for (Kind parameter : this.parameters) {
			code.load(parameter, slot);
			slot += parameter.slots();
		}
	}

	// The index or reference, the parameters, the instance, the callee.
	private @Nullable Kind[] slots(Kind operand) {
		int instance = 1 + this.parameters.stream().mapToInt(Kind::slots).sum();
		@Nullable Kind[] slots = new @Nullable Kind[instance + 2];
		slots[0] = operand;
		int slot = 1;
		for (Kind parameter : this.parameters) {
			slots[slot] = parameter;
			slot += parameter.slots();
		}
		slots[instance + 1] = Kind.REFERENCE;
		return slots;
	}

}
