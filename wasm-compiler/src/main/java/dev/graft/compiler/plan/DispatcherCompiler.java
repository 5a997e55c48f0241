package dev.graft.compiler.plan;

import java.util.Collection;
import java.util.List;

import dev.graft.artifact.abi.AbiMethod;
import dev.graft.artifact.abi.GeneratedNames;
import dev.graft.artifact.type.FunctionType;
import dev.graft.compiler.asm.Bytecode;
import dev.graft.compiler.emit.CodeNames;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Target;

/// Makes the methods that find what `call_indirect` calls, one for each type and table,
/// and what `call_ref` calls, one for each type.
///
/// ```
///   call_t3_0(index, instance)
///       return (Target_IJ_I) TableOps.target(index, table0, instance, 17, 4, 3)
/// ```
///
/// The functions of a type and its subtypes have consecutive slots, here 17 to 20, so a
/// comparison of numbers is the type check for functions of the same instance.
final class DispatcherCompiler {

	private final CodeNames names;

	private final DispatchPlan plan;

	private final int type;

	private final FunctionType functionType;

	private final ClassSequence classes;

	private DispatcherCompiler(CodeNames names, DispatchPlan plan, int type) {
		this.names = names;
		this.plan = plan;
		this.type = type;
		this.functionType = names.module().types().function(type);
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
				this.names.dispatcherDescriptor(this.functionType, table));
		if (table == Target.Indirect.REFERENCE) {
			code.load(Kind.REFERENCE, 0);
			code.loadInstance();
			code.use(AbiMethod.CALL_TARGET);
		}
		else {
			code.load(Kind.INT, 0);
			code.loadInstance();
			code.getField(this.names.instance(), GeneratedNames.table(table), CodeNames.TABLE);
			code.loadInstance();
			code.constant(this.plan.firstSlot(this.type));
			code.constant(this.plan.slotCount(this.type));
			code.constant(this.type);
			code.use(AbiMethod.TABLE_TARGET);
		}
		code.checkCast(this.names.targetOwner(this.functionType));
		code.giveBack(Kind.REFERENCE);
	}

}
