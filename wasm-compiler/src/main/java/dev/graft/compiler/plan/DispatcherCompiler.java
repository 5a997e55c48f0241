package dev.graft.compiler.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import dev.graft.artifact.abi.AbiMethod;
import dev.graft.artifact.abi.CallTargets;
import dev.graft.artifact.abi.GeneratedNames;
import dev.graft.artifact.abi.GeneratedSignatures;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.ValueType;
import dev.graft.compiler.asm.Bytecode;
import dev.graft.compiler.asm.Condition;
import dev.graft.compiler.emit.CodeNames;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Target;
import org.jspecify.annotations.Nullable;

/// Makes the methods behind `call_indirect`, one for each type and table, and behind
/// `call_ref`, one for each type of which there are few functions.
///
/// Where there are few functions of a type, the method calls them, and HotSpot inlines it
/// with those that are called often:
///
/// ```
///   call_t3_0(index, …, instance)
///       callee = TableOps.callee(index, table0)         traps if there is none; call_ref has it already
///       if (callee.owner == instance)
///           switch (callee.dispatchSlot)                functions of a type and its subtypes have consecutive
///               case 17: return Functions3.area#42(…)   slots, so the range of the switch is the type check
///       return ((Target_IJ_I) CallOps.checkedTarget(callee, instance, 3)).call(…)
/// ```
///
/// Where there are many, the method finds what is to be called, and so there is a virtual
/// call at each place, with an account of its own of what it met. (What a reference leads
/// to is found by a method beside each call.)
///
/// ```
///   call_t3_0(index, instance)
///       return (Target_IJ_I) TableOps.target(index, table0, instance, 17, 400, 3)
/// ```
final class DispatcherCompiler {

	private final CodeNames names;

	private final DispatchPlan plan;

	private final int type;

	private final FunctionType functionType;

	private final String target;

	private final List<Kind> parameters = new ArrayList<>();

	private final Kind result;

	private final ClassSequence classes;

	private DispatcherCompiler(CodeNames names, DispatchPlan plan, int type) {
		this.names = names;
		this.plan = plan;
		this.type = type;
		this.functionType = names.module().types().function(type);
		this.target = names.targetOwner(this.functionType);
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
		this.classes = new ClassSequence(names, GeneratedNames.dispatch(type));
	}

	/// The classes of the dispatchers of a type.
	/// @param type a type that no earlier one is equal to
	/// @param tables the tables through which functions of the type are called,
	/// [Target.Indirect#REFERENCE] among them if references are
	static List<GeneratedClass> compile(CodeNames names, DispatchPlan plan, int type, Collection<Integer> tables) {
		DispatcherCompiler compiler = new DispatcherCompiler(names, plan, type);
		tables.forEach(compiler::dispatcher);
		return compiler.classes.finish();
	}

	private void dispatcher(int table) {
		Bytecode code = this.classes.method(this.names.dispatcherName(this.type, table),
				this.names.dispatcherDescriptor(this.type, table));
		Kind operand = (table == Target.Indirect.REFERENCE) ? Kind.REFERENCE : Kind.INT;
		code.load(operand, 0);
		if (this.names.isSwitched(this.type)) {
			caller(code, table, operand);
		}
		else {
			finder(code, table);
		}
	}

	// Many functions

	private void finder(Bytecode code, int table) {
		boolean links = this.plan.isOwnTable(table) && this.plan.isToldByClass(this.type);
		if (links) {
			linked(code, table);
			code.load(Kind.INT, 0);
		}
		table(code, table);
		code.loadInstance();
		code.constant(this.plan.firstSlot(this.type));
		code.constant(this.plan.slotCount(this.type));
		code.constant(this.type);
		code.use(links ? AbiMethod.TABLE_LINK : AbiMethod.TABLE_TARGET);
		code.checkCast(this.target);
		code.giveBack(Kind.REFERENCE);
	}

	// Whatever has been called through this element, its class tells whether it has the
	// type.
	private void linked(Bytecode code, int table) {
		int known = 2;
		int unknown = code.newLabel();
		table(code, table);
		code.use(AbiMethod.TABLE_LINKED);
		code.store(Kind.REFERENCE, known);
		code.load(Kind.REFERENCE, known);
		code.instanceOf(this.target);
		code.jump(Condition.EQ, unknown);
		code.load(Kind.REFERENCE, known);
		code.checkCast(this.target);
		code.giveBack(Kind.REFERENCE);
		code.place(unknown, new @Nullable Kind[] { Kind.INT, null, Kind.REFERENCE }, 3);
	}

	private void table(Bytecode code, int table) {
		code.loadInstance();
		code.getField(this.names.instance(), GeneratedNames.table(table), CodeNames.TABLE);
	}

	// Few functions

	private void caller(Bytecode code, int table, Kind operand) {
		int callee = slots(operand).length - 1;
		int[] functions = this.plan.functions(this.type);
		int elsewhere = code.newLabel();
		if (functions.length > 0 && table != Target.Indirect.REFERENCE && this.plan.isOwnTable(table)) {
			table(code, table);
			code.loadInstance();
			code.use(AbiMethod.TABLE_SLOT);
			select(code, functions, elsewhere, slots(operand));
			code.place(elsewhere, slots(operand), callee);
			code.load(operand, 0);
			callee(code, table, callee);
		}
		else {
			callee(code, table, callee);
			if (functions.length > 0) {
				slotOf(code, callee, elsewhere);
				select(code, functions, elsewhere, slots(operand));
				code.place(elsewhere, slots(operand), callee + 1);
			}
		}
		callElsewhere(code, callee, table);
	}

	// With the index or the reference on the stack.
	private void callee(Bytecode code, int table, int callee) {
		if (table == Target.Indirect.REFERENCE) {
			code.use(AbiMethod.CALL_CALLEE);
		}
		else {
			table(code, table);
			code.use(AbiMethod.TABLE_CALLEE);
		}
		code.store(Kind.REFERENCE, callee);
	}

	private void slotOf(Bytecode code, int callee, int elsewhere) {
		code.load(Kind.REFERENCE, callee);
		code.use(AbiMethod.FUNCTION_OWNER);
		code.loadInstance();
		code.jump(Condition.NOT_SAME, elsewhere);
		code.load(Kind.REFERENCE, callee);
		code.use(AbiMethod.FUNCTION_DISPATCH_SLOT);
	}

	// With the slot on the stack.
	private void select(Bytecode code, int[] functions, int elsewhere, @Nullable Kind[] slots) {
		int[] labels = new int[functions.length];
		for (int number = 0; number < labels.length; number++) {
			labels[number] = code.newLabel();
		}
		code.tableSwitch(this.plan.firstSlot(this.type), labels, elsewhere);
		for (int number = 0; number < labels.length; number++) {
			code.place(labels[number], slots, slots.length - 1);
			parameters(code);
			code.loadInstance();
			int function = functions[number];
			code.invokeStatic(this.names.functionOwner(function), this.names.functionName(function),
					this.names.functionDescriptor(this.functionType));
			code.giveBack(this.result);
		}
	}

	// Functions of other instances and of the host; and those of other types, for a trap.
	private void callElsewhere(Bytecode code, int callee, int table) {
		code.load(Kind.REFERENCE, callee);
		if (table != Target.Indirect.REFERENCE) {
			code.checkCast(CodeNames.FUNCTION_REFERENCE);
		}
		code.loadInstance();
		if (table == Target.Indirect.REFERENCE) {
			code.use(AbiMethod.CALL_TARGET);
		}
		else {
			code.constant(this.type);
			code.use(AbiMethod.CALL_CHECKED_TARGET);
		}
		code.checkCast(this.target);
		parameters(code);
		code.loadInstance();
		code.invokeVirtual(this.target, CallTargets.CALL, this.names.functionDescriptor(this.functionType));
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
