package dev.graft.compiler.lower;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Effects;
import dev.graft.compiler.ir.EngineCall;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.LargeSwitch;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement.Evaluate;
import dev.graft.compiler.ir.Statement.Jump;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Return;
import dev.graft.compiler.ir.Statement.SetFurtherResult;
import dev.graft.compiler.ir.Statement.Switch;

/// Lowers branches, and `return`, which is a branch to the function itself.
final class BranchLowering {

	private final LoweringState state;

	private final Body.Variables variables;

	private final OperandStack stack;

	private final BlockLowering blocks;

	/// @param blocks knows what labels mean
	BranchLowering(LoweringState state, BlockLowering blocks) {
		this.state = state;
		this.variables = state.variables;
		this.stack = state.stack;
		this.blocks = blocks;
	}

	/// `br`
	void branch(int label) {
		ControlFrame frame = this.blocks.frame(label);
		if (frame.isFunction()) {
			returnFromFunction();
		}
		else {
			this.blocks.leave(frame);
		}
	}

	/// `br_if`
	void branchIf(int label) {
		branchIf(this.stack.pop(), this.blocks.frame(label));
	}

	private void branchIf(Expression condition, ControlFrame frame) {
		if (!frame.isFunction() && frame.arity() == 0) {
			this.stack.emit(new JumpIf(condition, true, frame.label));
			frame.branched = true;
			return;
		}
		this.stack.settleAll();
		Label stay = this.variables.label(false);
		this.stack.emit(new JumpIf(condition, false, stay));
		branchWithCopies(frame);
		this.stack.emit(new Mark(stay));
	}

	/// Branches with operands that stay on the stack. They have been settled, so reading
	/// them twice is fine.
	private void branchWithCopies(ControlFrame frame) {
		int arity = frame.arity();
		Expression[] values = new Expression[arity];
		for (int index = 0; index < arity; index++) {
			values[index] = this.stack.peek(arity - 1 - index);
		}
		if (frame.isFunction()) {
			returnValues(values);
		}
		else {
			this.blocks.leaveWith(frame, values);
		}
	}

	// References

	/// `br_on_null`
	void branchOnNull(int label) {
		Expression reference = keptReference();
		branchIf(EngineCall.isNull(reference), this.blocks.frame(label));
		this.stack.push(reference);
	}

	/// `br_on_non_null`
	void branchOnNonNull(int label) {
		Expression reference = keptReference();
		this.stack.settleAll();
		Label stay = this.variables.label(false);
		this.stack.emit(new JumpIf(EngineCall.isNull(reference), true, stay));
		this.stack.push(reference);
		branchWithCopies(this.blocks.frame(label));
		this.stack.pop();
		this.stack.emit(new Mark(stay));
	}

	// Off the stack, in a form that can be read twice.
	private Expression keptReference() {
		Expression reference = this.stack.pop();
		return (reference instanceof Read || reference.isStable()) ? reference : this.stack.emitToTemporary(reference);
	}

	/// `br_on_cast`, `br_on_cast_fail`
	/// @param alternatives the conditions of which one must hold for the reference on top
	/// to pass; all operands have been settled
	/// @param onFailure whether it branches when none of them does
	void branchOnCast(List<Expression> alternatives, boolean onFailure, int label) {
		Label passed = this.variables.label(false);
		Label failed = this.variables.label(false);
		for (Expression condition : alternatives.subList(0, alternatives.size() - 1)) {
			this.stack.emit(new JumpIf(condition, true, passed));
		}
		this.stack.emit(new JumpIf(alternatives.getLast(), onFailure, onFailure ? passed : failed));
		if (!onFailure) {
			this.stack.emit(new Mark(passed));
		}
		branchWithCopies(this.blocks.frame(label));
		this.stack.emit(new Mark(onFailure ? passed : failed));
	}

	// Tables

	/// `br_table`
	void branchTable(int[] labels, int defaultLabel) {
		Expression index = this.stack.pop();
		this.stack.settleAll();
		Map<ControlFrame, Label> detours = new HashMap<>();
		Label otherwise = tableTarget(this.blocks.frame(defaultLabel), detours);
		Label[] targets = new Label[labels.length];
		for (int number = 0; number < labels.length; number++) {
			targets[number] = tableTarget(this.blocks.frame(labels[number]), detours);
		}
		emitSwitch(index, targets, otherwise);
		detours.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByValue((one, other) -> Integer.compare(one.number(), other.number())))
			.forEach((detour) -> {
				this.stack.emit(new Mark(detour.getValue()));
				branchWithCopies(detour.getKey());
			});
	}

	// Where operands have to be carried along, or the function is left, by a detour.
	private Label tableTarget(ControlFrame frame, Map<ControlFrame, Label> detours) {
		if (frame.isFunction() || frame.arity() > 0) {
			return detours.computeIfAbsent(frame, (key) -> this.variables.label(false));
		}
		frame.branched = true;
		return frame.label;
	}

	private void emitSwitch(Expression index, Label[] targets, Label otherwise) {
		if (targets.length == 0) {
			if (!Effects.isRemovable(index.effects())) {
				this.stack.emit(new Evaluate(index));
			}
			this.stack.emit(new Jump(otherwise));
		}
		else if (LargeSwitch.isInStrings(targets)) {
			LargeSwitch.emit(this.variables, this.state.statements, this.stack.emitToTemporary(index), targets,
					otherwise);
		}
		else {
			this.stack.emit(new Switch(index, targets, otherwise));
		}
	}

	// Returning

	/// `return`, and the end of the function.
	void returnFromFunction() {
		returnValues(this.stack.pop(this.state.type.results().size()));
	}

	// All results have to be known before the first of them is left for the caller, as
	// computing another may call something that leaves results too.
	private void returnValues(Expression[] values) {
		if (values.length == 0) {
			this.stack.emit(new Return(null));
			return;
		}
		Expression[] halved = VectorHalves.of(values);
		Expression[] kept = (halved.length == 1) ? halved : this.stack.evaluateNow(halved);
		for (int index = 1; index < kept.length; index++) {
			this.stack.emit(new SetFurtherResult(index, kept[index]));
		}
		this.stack.emit(new Return(kept[0]));
	}

}
