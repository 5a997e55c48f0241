package dev.graft.compiler.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import dev.graft.artifact.abi.AbiMethod;
import dev.graft.artifact.abi.GeneratedNames;
import dev.graft.artifact.abi.GeneratedSignatures;
import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.ValueType;
import dev.graft.compiler.asm.Bytecode;
import dev.graft.compiler.asm.ClassFile;
import dev.graft.compiler.asm.Condition;
import dev.graft.compiler.asm.Instruction;
import dev.graft.compiler.emit.CodeNames;
import dev.graft.compiler.emit.PieceNames.Method;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Target;
import org.jspecify.annotations.Nullable;

/// Makes the methods behind `call_indirect`, one for each type and table, and `call_ref`,
/// one for each type.
///
/// ```
///   callee = table[index]                                   traps if there is none; call_ref has it already
///   if (callee.owner == instance)
///       switch (callee.dispatchSlot)                        the functions of this type and its subtypes have consecutive slots,
///           case 17: return Functions3.area#42(…)           so the range of the switch is the type check
///   return checked(callee).invokeExact(…)                   other modules, the host, or the trap for a wrong type
/// ```
///
/// Where a type has more functions than a switch should have cases, the switch leads to
/// further methods, by ranges of slots.
final class DispatcherCompiler {

	/// Bytes that the cases of a switch may take, well below what HotSpot compiles.
	private static final int MOST_CASE_BYTES = 5000;

	private static final int CASE_BYTES = 16;

	private static final String FUNCTION_REFERENCE = AbiMethod.PACKAGE + "FunctionReference";

	private final CodeNames names;

	private final int type;

	private final FunctionType functionType;

	private final List<Kind> parameters = new ArrayList<>();

	private final Kind result;

	private final ClassSequence classes;

	private final int firstSlot;

	private final int[] functions;

	private final int fanOut;

	private final int indexSlot;

	/// What comes after the parameters: an index in a table or a slot, or a reference.
	private Kind operand = Kind.INT;

	private DispatcherCompiler(CodeNames names, DispatchPlan plan, int type) {
		this.names = names;
		this.type = type;
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
		this.classes = new ClassSequence(names, GeneratedNames.dispatch(type));
		this.firstSlot = plan.firstSlot(type);
		this.functions = plan.functions(type);
		this.fanOut = Math.max(2, MOST_CASE_BYTES / (CASE_BYTES + 2 * this.parameters.size()));
		this.indexSlot = this.parameters.stream().mapToInt(Kind::slots).sum();
	}

	/// The classes of the dispatchers of a type.
	/// @param type a type that no earlier one is equal to
	/// @param tables the tables through which functions of the type are called,
	/// [Target.Indirect#REFERENCE] among them if references are
	/// @param budget what their cases are taken from
	static List<GeneratedClass> compile(CodeNames names, DispatchPlan plan, int type, Collection<Integer> tables,
			CaseBudget budget) {
		DispatcherCompiler compiler = new DispatcherCompiler(names, plan, type);
		// Ranges do not depend on the table.
		@Nullable Selection selection = budget.take(compiler.cases(tables.size())) ? compiler.selection() : null;
		tables.forEach((table) -> compiler.dispatcher(table, selection));
		return compiler.classes.finish();
	}

	private long cases(int tables) {
		return this.functions.length + (long) tables * Math.min(this.functions.length, this.fanOut);
	}

	private @Nullable Selection selection() {
		return (this.functions.length > 0) ? select(0, this.functions.length) : null;
	}

	// What stands behind the switch for a range of functions.
	private Selection select(int from, int to) {
		if (to - from <= this.fanOut) {
			List<Method> targets = new ArrayList<>();
			for (int function = from; function < to; function++) {
				int index = this.functions[function];
				targets.add(new Method(this.names.functionOwner(index), this.names.functionName(index),
						this.names.functionDescriptor(this.functionType)));
			}
			return new Selection(from, 0, targets);
		}
		int shift = 1;
		while ((to - from - 1) >>> shift >= this.fanOut) {
			shift++;
		}
		List<Method> targets = new ArrayList<>();
		for (int start = from; start < to; start += 1 << shift) {
			targets.add(range(select(start, Math.min(start + (1 << shift), to))));
		}
		return new Selection(from, shift, targets);
	}

	// A method for a range: parameters, slot, instance.
	private Method range(Selection selection) {
		ClassFile owner = this.classes.roomy();
		String name = "range" + selection.from + "_" + selection.shift;
		String descriptor = this.names.slotDescriptor(this.functionType);
		Bytecode code = owner.method(name, descriptor);
		int nowhere = code.newLabel();
		code.load(Kind.INT, this.indexSlot);
		select(code, selection, nowhere, this.indexSlot);
		place(code, nowhere, this.indexSlot + 1);
		code.use(AbiMethod.TRAP_UNREACHABLE);
		code.add(Instruction.ATHROW);
		return new Method(owner.name(), name, descriptor);
	}

	private void dispatcher(int table, @Nullable Selection selection) {
		Bytecode code = this.classes.method(this.names.dispatcherName(this.type, table),
				this.names.dispatcherDescriptor(this.functionType, table));
		this.operand = (table == Target.Indirect.REFERENCE) ? Kind.REFERENCE : Kind.INT;
		int calleeSlot = this.indexSlot + 2;
		int slotSlot = this.indexSlot + 3;
		callee(code, table);
		code.store(Kind.REFERENCE, calleeSlot);
		if (selection != null) {
			int elsewhere = code.newLabel();
			code.load(Kind.REFERENCE, calleeSlot);
			code.use(AbiMethod.FUNCTION_OWNER);
			code.loadInstance();
			code.jump(Condition.NOT_SAME, elsewhere);
			code.load(Kind.REFERENCE, calleeSlot);
			code.use(AbiMethod.FUNCTION_DISPATCH_SLOT);
			if (selection.shift > 0) {
				code.store(Kind.INT, slotSlot);
				code.load(Kind.INT, slotSlot);
			}
			select(code, selection, elsewhere, (selection.shift > 0) ? slotSlot : -1);
			place(code, elsewhere, calleeSlot + 1);
		}
		callElsewhere(code, calleeSlot, table);
	}

	// A reference has the right type, or is null: that was validated.
	private void callee(Bytecode code, int table) {
		code.load(this.operand, this.indexSlot);
		if (table == Target.Indirect.REFERENCE) {
			code.checkCast(FUNCTION_REFERENCE);
			code.use(AbiMethod.CALL_CALLEE);
		}
		else {
			code.loadInstance();
			code.getField(this.names.instance(), GeneratedNames.table(table), CodeNames.TABLE);
			code.use(AbiMethod.TABLE_CALLEE);
		}
	}

	// With the slot on the stack; falls to `elsewhere` for functions of other types.
	private void select(Bytecode code, Selection selection, int elsewhere, int slotSlot) {
		int first = this.firstSlot + selection.from;
		int[] labels = new int[selection.targets.size()];
		for (int number = 0; number < labels.length; number++) {
			labels[number] = code.newLabel();
		}
		if (selection.shift > 0) {
			code.constant(first);
			code.add(Instruction.ISUB);
			code.constant(selection.shift);
			code.add(Instruction.ISHR);
			first = 0;
		}
		code.tableSwitch(first, labels, elsewhere);
		int count = Math.max(this.indexSlot + 1, slotSlot + 1);
		for (int number = 0; number < labels.length; number++) {
			place(code, labels[number], count);
			parameters(code);
			if (selection.shift > 0) {
				code.load(Kind.INT, slotSlot);
			}
			code.loadInstance();
			Method target = selection.targets.get(number);
			code.invokeStatic(target.owner(), target.name(), target.descriptor());
			code.giveBack(this.result);
		}
	}

	private void callElsewhere(Bytecode code, int calleeSlot, int table) {
		code.load(Kind.REFERENCE, calleeSlot);
		code.checkCast(FUNCTION_REFERENCE);
		if (table == Target.Indirect.REFERENCE) {
			code.use(AbiMethod.FUNCTION_HANDLE);
		}
		else {
			code.loadInstance();
			code.constant(this.type);
			code.use(AbiMethod.CALL_CHECKED);
		}
		parameters(code);
		code.loadInstance();
		code.invokeExact(CodeNames.handleDescriptor(this.functionType));
		code.giveBack(this.result);
	}

	private void parameters(Bytecode code) {
		int slot = 0;
		for (Kind parameter : this.parameters) {
			code.load(parameter, slot);
			slot += parameter.slots();
		}
	}

	// Parameters, the index, the instance, the callee, the callee's slot.
	private void place(Bytecode code, int label, int count) {
		@Nullable Kind[] slots = new @Nullable Kind[this.indexSlot + 4];
		int slot = 0;
		for (Kind parameter : this.parameters) {
			slots[slot] = parameter;
			slot += parameter.slots();
		}
		slots[slot] = this.operand;
		slots[slot + 2] = Kind.REFERENCE;
		slots[slot + 3] = Kind.INT;
		code.place(label, slots, count);
	}

	/// A switch: over the functions from `from` on, in steps of two to the power of
	/// `shift`.
	private record Selection(int from, int shift, List<Method> targets) {
	}

}
