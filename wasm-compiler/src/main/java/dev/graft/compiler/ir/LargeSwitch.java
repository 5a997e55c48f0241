package dev.graft.compiler.ir;

import java.util.Arrays;
import java.util.List;

import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Switch;
import dev.graft.compiler.op.NumericOp;

/// A switch that may have so many targets that one `tableswitch` would fill a method: then
/// a switch over the upper bits of the index, and below it one over the next lower bits
/// for each different stretch of the table.
public final class LargeSwitch {

	private static final int BITS = 8;

	/// A switch with more targets is taken apart.
	private static final int MOST_TARGETS = 1 << BITS;

	private final Body.Variables variables;

	private final List<Statement> statements;

	private final Expression index;

	private final Label otherwise;

	private LargeSwitch(Body.Variables variables, List<Statement> statements, Expression index, Label otherwise) {
		this.variables = variables;
		this.statements = statements;
		this.index = index;
		this.otherwise = otherwise;
	}

	/// Whether a switch with so many targets reads its index more than once.
	public static boolean isLarge(int targets) {
		return targets > MOST_TARGETS;
	}

	/// Emits a switch.
	/// @param index an `i32`, unsigned; can be computed many times if there are many
	/// targets
	public static void emit(Body.Variables variables, List<Statement> statements, Expression index, Label[] targets,
			Label otherwise) {
		int shift = 0;
		while (((targets.length - 1) >>> shift) >= MOST_TARGETS) {
			shift += BITS;
		}
		new LargeSwitch(variables, statements, index, otherwise).emit(targets, shift, -1);
	}

	// The mask leaves the bits that switches further up have not looked at.
	private void emit(Label[] targets, int shift, int mask) {
		Expression masked = (mask == -1) ? this.index
				: new Numeric(NumericOp.I32_AND, 0, this.index, Constant.ofInt(mask));
		if (shift == 0) {
			this.statements.add(new Switch(masked, targets, this.otherwise));
			return;
		}
		int stretch = 1 << shift;
		Label[] stretches = new Label[(targets.length + stretch - 1) / stretch];
		for (int number = 0; number < stretches.length; number++) {
			boolean uniform = isUniform(targets, number * stretch, stretch);
			stretches[number] = uniform ? targets[number * stretch] : this.variables.label(false);
		}
		Expression upper = new Numeric(NumericOp.I32_SHR_U, 0, masked, Constant.ofInt(shift));
		this.statements.add(new Switch(upper, stretches, this.otherwise));
		for (int number = 0; number < stretches.length; number++) {
			int from = number * stretch;
			if (!isUniform(targets, from, stretch)) {
				this.statements.add(new Mark(stretches[number]));
				Label[] part = Arrays.copyOfRange(targets, from, Math.min(from + stretch, targets.length));
				emit(part, shift - BITS, stretch - 1);
			}
		}
	}

	private boolean isUniform(Label[] targets, int from, int count) {
		if (from + count > targets.length) {
			return false;
		}
		for (int number = from + 1; number < from + count; number++) {
			if (targets[number] != targets[from]) {
				return false;
			}
		}
		return true;
	}

}
