package dev.graft.compiler.plan;

import java.util.Collection;
import java.util.List;

import dev.graft.artifact.abi.AbiMethod;
import dev.graft.artifact.abi.GeneratedNames;
import dev.graft.compiler.asm.Bytecode;
import dev.graft.compiler.asm.Condition;
import dev.graft.compiler.emit.CodeNames;
import dev.graft.compiler.emit.FunctionSwitch;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Target;
import org.jspecify.annotations.Nullable;

/// Makes the methods behind `call_indirect`, one for each type and table, and behind
/// `call_ref`, one for each type of which there is one function, or none.
///
/// Where there are few functions of a type, the method is a [FunctionSwitch].
///
/// Where there are many, the method finds what is to be called, and so there is a virtual
/// call at each place, with an account of its own of what it met. (What a reference leads
/// to is found, or called, by a method beside each call.)
///
/// ```
///   call_t3_0(index, instance)
///       return (Target_IJ_I) TableOps.target(index, table0, instance, 17, 400, 3)
/// ```
final class DispatcherCompiler {

	private final CodeNames names;

	private final DispatchPlan plan;

	private final int type;

	private final String target;

	private final ClassSequence classes;

	private DispatcherCompiler(CodeNames names, DispatchPlan plan, int type) {
		this.names = names;
		this.plan = plan;
		this.type = type;
		this.target = names.targetOwner(names.module().types().function(type));
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
		if (this.names.isSwitched(this.type)) {
			FunctionSwitch functions = new FunctionSwitch(this.names, this.type);
			if (table == Target.Indirect.REFERENCE) {
				functions.callReference(code);
			}
			else {
				functions.callElement(code, table, this.plan.isOwnTable(table));
			}
		}
		else {
			code.load(Kind.INT, 0);
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

}
