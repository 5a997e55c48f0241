package dev.graft.compiler.emit;

import dev.graft.artifact.abi.AbiMethod;
import dev.graft.artifact.abi.GeneratedNames;
import dev.graft.compiler.asm.Bytecode;
import dev.graft.compiler.ir.EngineCall;
import dev.graft.compiler.op.ReferenceOp;
import dev.graft.compiler.op.TableOp;

/// Emits instructions on tables, element segments and references whose operands are on
/// the stack.
final class ReferenceEmitter {

	private final Bytecode code;

	private final CodeNames names;

	ReferenceEmitter(Bytecode code, CodeNames names) {
		this.code = code;
		this.names = names;
	}

	void emit(TableOp op, EngineCall node) {
		switch (op) {
			case TABLE_GET -> onTable(node, AbiMethod.TABLE_GET);
			case TABLE_SET -> onTable(node, AbiMethod.TABLE_SET);
			case TABLE_SIZE -> onTable(node, AbiMethod.TABLE_SIZE);
			case TABLE_GROW -> onTable(node, AbiMethod.TABLE_GROW);
			case TABLE_FILL -> onTable(node, AbiMethod.TABLE_FILL);
			case TABLE_COPY -> {
				table(node.first());
				table(node.second());
				this.code.use(AbiMethod.TABLE_COPY);
			}
			case TABLE_INIT -> {
				table(node.first());
				this.code.constant(node.second());
				this.code.loadInstance();
				this.code.use(AbiMethod.TABLE_INIT);
			}
			case ELEM_DROP -> {
				this.code.constant(node.second());
				this.code.loadInstance();
				this.code.use(AbiMethod.DROP_ELEMENTS);
			}
		}
	}

	private void onTable(EngineCall node, AbiMethod operator) {
		table(node.first());
		this.code.use(operator);
	}

	private void table(int tableIndex) {
		this.code.loadInstance();
		this.code.getField(this.names.instance(), GeneratedNames.table(tableIndex), CodeNames.TABLE);
	}

	void emit(ReferenceOp op, EngineCall node) {
		switch (op) {
			case REF_IS_NULL -> throw new IllegalArgumentException(op + " is a condition");
			case REF_FUNC -> {
				this.code.loadInstance();
				this.code.constant(node.first());
				this.code.use(AbiMethod.INSTANCE_FUNCTION_REFERENCE);
				this.code.asObject();
			}
			case REF_NULL -> this.code.constantNull();
			case REF_AS_NON_NULL -> this.code.use(AbiMethod.AS_NON_NULL);
			case REF_EQ -> this.code.use(AbiMethod.SAME);
		}
	}

}
