package dev.graft.compiler.tail;

import dev.graft.artifact.spi.ModuleException;
import dev.graft.compiler.decode.CodeReader;
import dev.graft.compiler.model.FunctionBody;
import dev.graft.compiler.model.ModuleModel;
import dev.graft.compiler.op.ControlOp;
import dev.graft.compiler.op.Op;
import java.util.BitSet;

/// Looks for calls in tail position in a body that has not been validated yet.
///
/// A body that does not even follow the grammar is left to the validator, which says what
/// is wrong.
final class TailCallScan {

	private final ModuleModel module;

	/// The functions of the module that the body calls in tail position.
	private final BitSet callees = new BitSet();

	private boolean callsUnknown;

	TailCallScan(ModuleModel module) {
		this.module = module;
	}

	/// Looks through a body.
	void body(int functionIndex) {
		this.callees.clear();
		this.callsUnknown = false;
		if (mayCall(this.module.body(functionIndex))) {
			try {
				CodeReader code = CodeReader.ofBody(this.module, functionIndex);
				while (code.hasNext()) {
					instruction(code.next(), code);
				}
			}
			catch (ModuleException malformed) {
				// What comes before is lowered before anybody says what is wrong.
			}
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
			this.callees.set(callee);
		}
		else {
			this.callsUnknown = true;
		}
	}

	/// The functions of the module that the body calls in tail position, by index.
	BitSet callees() {
		return this.callees;
	}

	/// Whether it calls others that way: imports, elements of tables, references.
	boolean callsUnknown() {
		return this.callsUnknown;
	}

}
