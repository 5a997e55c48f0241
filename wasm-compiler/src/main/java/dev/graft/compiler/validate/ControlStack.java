package dev.graft.compiler.validate;

import dev.graft.artifact.type.ValueType;
import dev.graft.compiler.decode.ImplementationLimits;
import dev.graft.compiler.op.ControlOp;
import java.util.ArrayList;
import java.util.List;

/// The blocks that have been entered, the function itself first.
final class ControlStack {

	private final List<ControlFrame> frames = new ArrayList<>();

	private final CodeErrors errors;

	private int depth;

	ControlStack(CodeErrors errors) {
		this.errors = errors;
	}

	/// How many blocks have been entered.
	int depth() {
		return this.depth;
	}

	/// Enters a block.
	ControlFrame push(ControlOp op, List<ValueType> parameters, List<ValueType> results) {
		if (this.depth == this.frames.size()) {
			grow();
		}
		ControlFrame frame = this.frames.get(this.depth++);
		frame.op = op;
		frame.parameters = parameters;
		frame.results = results;
		frame.targeted = false;
		frame.checkedAt = -1;
		return frame;
	}

	private void grow() {
		if (this.depth >= ImplementationLimits.NESTED_BLOCKS) {
			throw this.errors.unsupported("nesting of more than " + ImplementationLimits.NESTED_BLOCKS + " blocks",
					"the function nests more");
		}
		this.frames.add(new ControlFrame());
	}

	/// The innermost block.
	ControlFrame top() {
		return this.frames.get(this.depth - 1);
	}

	/// Leaves the innermost block.
	void pop() {
		this.depth--;
	}

	/// The block with a label.
	ControlFrame labelled(int label) {
		if (label < 0 || label >= this.depth) {
			throw this.errors.unknown("label", label, this.depth);
		}
		return this.frames.get(this.depth - 1 - label);
	}

}
