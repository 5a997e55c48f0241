package dev.graft.compiler.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.graft.artifact.type.FunctionType;
import dev.graft.artifact.type.ValueType;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Jump;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.ControlOp;
import org.jspecify.annotations.Nullable;

/// Lowers blocks, and knows which ones an instruction is in.
///
/// Blocks leave nothing behind but labels, and variables for the values that cross them:
/// a branch assigns the results of the block it leaves, or the parameters of the loop it
/// repeats.
final class BlockLowering {

	private final LoweringState state;

	private final Body.Variables variables;

	private final OperandStack stack;

	/// The blocks around, the function itself first.
	private final List<ControlFrame> frames = new ArrayList<>();

	BlockLowering(LoweringState state) {
		this.state = state;
		this.variables = state.variables;
		this.stack = state.stack;
		this.frames.add(frame(ControlOp.END, state.type, null, new Expression[0]));
	}

	/// The block that a label means.
	/// @param label how many blocks outwards
	ControlFrame frame(int label) {
		return this.frames.get(this.frames.size() - 1 - label);
	}

	/// Leaves the innermost block behind.
	ControlFrame removeInnermost() {
		return this.frames.removeLast();
	}

	// Beginnings

	/// `block`, `loop` or `if`
	void begin(ControlOp op, FunctionType type) {
		switch (op) {
			case LOOP -> beginLoop(type);
			case IF -> beginIf(type);
			default -> beginBlock(op, type);
		}
	}

	/// A block that is entered just so.
	ControlFrame beginBlock(ControlOp op, FunctionType type) {
		this.stack.settleAll();
		ControlFrame frame = frame(op, type, null, new Expression[0]);
		this.frames.add(frame);
		return frame;
	}

	private void beginLoop(FunctionType type) {
		this.stack.settleAll();
		Expression[] initial = this.stack.pop(type.parameters().size());
		ControlFrame frame = frame(ControlOp.LOOP, type, null, initial);
		assign(frame.carried, initial);
		this.stack.emit(new Mark(frame.label));
		this.state.poll();
		this.frames.add(frame);
		pushAll(frame.carried);
	}

	private void beginIf(FunctionType type) {
		Expression condition = this.stack.pop();
		this.stack.settleAll();
		Expression[] parameters = this.stack.pop(type.parameters().size());
		ControlFrame frame = frame(ControlOp.IF, type, this.variables.label(false), parameters);
		this.stack.emit(new JumpIf(condition, false, otherwise(frame)));
		this.frames.add(frame);
		pushAll(parameters);
	}

	private ControlFrame frame(ControlOp op, FunctionType type, @Nullable Label otherwise, Expression[] parameters) {
		List<ValueType> carried = (op == ControlOp.LOOP) ? type.parameters() : type.results();
		List<Variable> variables = new ArrayList<>(carried.size());
		if (op != ControlOp.END) {
			carried.forEach((each) -> variables.add(this.variables.variable(Kind.of(each))));
		}
		boolean keepsParameters = switch (op) {
			case BLOCK, TRY, TRY_TABLE -> true;
			default -> false;
		};
		int below = keepsParameters ? type.parameters().size() : 0;
		ControlFrame frame = new ControlFrame(op, type, this.stack.size() - below,
				this.variables.label(op == ControlOp.LOOP), variables, otherwise, parameters);
		if (!this.frames.isEmpty()) {
			ControlFrame outer = this.frames.getLast();
			frame.around = outer.innermost();
			frame.handlersAround = outer.handlersAround + ((outer.region != null) ? 1 : 0);
		}
		return frame;
	}

	private static Label otherwise(ControlFrame frame) {
		return Objects.requireNonNull(frame.otherwise);
	}

	// Ends

	/// The `else` of the innermost block.
	void orElse(boolean fallsThrough) {
		ControlFrame frame = frame(0);
		if (fallsThrough) {
			leave(frame);
		}
		this.stack.cut(frame.height);
		this.stack.emit(new Mark(otherwise(frame)));
		frame.inElse = true;
		pushAll(frame.parameters);
	}

	/// The end of a block without handlers.
	void end(ControlFrame frame, boolean fallsThrough) {
		if (frame.op == ControlOp.IF && !frame.inElse) {
			endWithoutElse(frame, fallsThrough);
		}
		else if (frame.op == ControlOp.LOOP || !frame.branched) {
			if (!fallsThrough) {
				this.stack.cut(frame.height);
			}
		}
		else {
			if (fallsThrough) {
				assignResults(frame);
			}
			endAtLabel(frame);
		}
	}

	private void endWithoutElse(ControlFrame frame, boolean fallsThrough) {
		if (frame.carried.isEmpty()) {
			this.stack.cut(frame.height);
			this.stack.emit(new Mark(otherwise(frame)));
			if (frame.branched) {
				this.stack.emit(new Mark(frame.label));
			}
			return;
		}
		if (fallsThrough) {
			leave(frame);
		}
		this.stack.cut(frame.height);
		this.stack.emit(new Mark(otherwise(frame)));
		assign(frame.carried, frame.parameters);
		endAtLabel(frame);
	}

	/// The end of a block that is branched to.
	void endAtLabel(ControlFrame frame) {
		this.stack.cut(frame.height);
		this.stack.emit(new Mark(frame.label));
		pushAll(frame.carried);
	}

	/// Jumps to the label of a block with the operands it takes.
	void leave(ControlFrame frame) {
		assignResults(frame);
		this.stack.emit(new Jump(frame.label));
		frame.branched = true;
	}

	/// Jumps to the label of a block with other values.
	/// @param values values that do not read what they are assigned to
	void leaveWith(ControlFrame frame, Expression[] values) {
		assign(frame.carried, values);
		this.stack.emit(new Jump(frame.label));
		frame.branched = true;
	}

	// Values

	private void assignResults(ControlFrame frame) {
		for (int index = frame.carried.size() - 1; index >= 0; index--) {
			this.stack.emit(new Assign(frame.carried.get(index), this.stack.pop()));
		}
	}

	// Only for values that do not read the variables.
	private void assign(List<Variable> variables, Expression[] values) {
		for (int index = 0; index < values.length; index++) {
			this.stack.emit(new Assign(variables.get(index), values[index]));
		}
	}

	private void pushAll(List<Variable> variables) {
		variables.forEach((variable) -> this.stack.push(Read.of(variable)));
	}

	private void pushAll(Expression[] values) {
		for (Expression value : values) {
			this.stack.push(value);
		}
	}

}
