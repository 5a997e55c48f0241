package dev.graft.compiler.tail;

import dev.graft.artifact.spi.ModuleException;
import dev.graft.compiler.decode.CodeReader;
import dev.graft.compiler.model.FunctionBody;
import dev.graft.compiler.model.ModuleModel;
import dev.graft.compiler.op.ControlOp;
import dev.graft.compiler.op.Op;
import dev.graft.compiler.work.OrderedTasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Looks for calls in tail position in a body that has not been validated yet.
///
/// A body that does not even follow the grammar is left to the validator, which says what
/// is wrong.
final class TailCallScan {

	private static final int FUNCTIONS_PER_TASK = 500;

	private final ModuleModel module;

	private final List<Found> found = new ArrayList<>();

	/// The functions of the module that a body calls in tail position.
	private final Set<Integer> callees = new TreeSet<>();

	private boolean callsUnknown;

	private TailCallScan(ModuleModel module) {
		this.module = module;
	}

	/// Looks through all bodies of a module.
	/// @return what the functions call that call anything in tail position, in their
	/// order
	static List<Found> of(ModuleModel module) {
		int tasks = (module.definedFunctionCount() + FUNCTIONS_PER_TASK - 1) / FUNCTIONS_PER_TASK;
		return OrderedTasks.run(tasks, (task) -> of(module, task)).stream().flatMap(List::stream).toList();
	}

	private static List<Found> of(ModuleModel module, int task) {
		TailCallScan scan = new TailCallScan(module);
		int first = module.importedFunctionCount() + task * FUNCTIONS_PER_TASK;
		int end = Math.min(first + FUNCTIONS_PER_TASK, module.functionCount());
		for (int function = first; function < end; function++) {
			scan.body(function);
		}
		return scan.found;
	}

	private void body(int functionIndex) {
		if (!mayCall(this.module.body(functionIndex))) {
			return;
		}
		this.callees.clear();
		this.callsUnknown = false;
		try {
			CodeReader code = CodeReader.ofBody(this.module, functionIndex);
			while (code.hasNext()) {
				instruction(code.next(), code);
			}
		}
		catch (ModuleException malformed) {
			// What comes before is lowered before anybody says what is wrong.
		}
		if (this.callsUnknown || !this.callees.isEmpty()) {
			boolean callsItself = this.callees.remove(functionIndex);
			int[] others = this.callees.stream().mapToInt(Integer::intValue).toArray();
			this.found.add(new Found(functionIndex, others, callsItself, this.callsUnknown));
		}
	}

	// Reading a body takes far longer than to see that there is no such byte in it.
	private boolean mayCall(FunctionBody body) {
		byte[] bytes = this.module.bytes();
		for (int offset = body.codeOffset(); offset < body.endOffset(); offset++) {
			switch (bytes[offset]) {
				case 0x12, 0x13, 0x15 -> {
					return true;
				}
				default -> {
				}
			}
		}
		return false;
	}

	private void instruction(Op op, CodeReader code) {
		if (op == ControlOp.RETURN_CALL) {
			call(code.index());
		}
		else if (op == ControlOp.RETURN_CALL_INDIRECT || op == ControlOp.RETURN_CALL_REF) {
			this.callsUnknown = true;
		}
	}

	private void call(int callee) {
		if (callee >= this.module.importedFunctionCount() && callee < this.module.functionCount()) {
			this.callees.add(callee);
		}
		else {
			this.callsUnknown = true;
		}
	}

	/// What a function calls in tail position.
	///
	/// @param function its index
	/// @param callees other functions of the module
	/// @param callsItself whether it calls itself
	/// @param callsUnknown whether it calls anything else: imports, elements of tables,
	/// references
	@SuppressWarnings("ArrayRecordComponent") // never compared or printed
	record Found(int function, int[] callees, boolean callsItself, boolean callsUnknown) {
	}

}
