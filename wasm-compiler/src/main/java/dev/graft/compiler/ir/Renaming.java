package dev.graft.compiler.ir;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Enter;
import dev.graft.compiler.ir.Statement.Jump;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.SetElement;
import dev.graft.compiler.ir.Statement.SetInFrame;
import dev.graft.compiler.ir.Statement.SetSegment;
import dev.graft.compiler.ir.Statement.Store;
import dev.graft.compiler.ir.Statement.Switch;
import org.jspecify.annotations.Nullable;

/// Carries statements over to another body, which counts its variables and labels by
/// itself.
public final class Renaming {

	private final UnaryOperator<Variable> variables;

	private final UnaryOperator<Label> newLabels;

	private final Map<Label, Label> labels = new HashMap<>();

	private Renaming(UnaryOperator<Variable> variables, UnaryOperator<Label> newLabels) {
		this.variables = variables;
		this.newLabels = newLabels;
	}

	/// @param target the variables and labels of the other body
	public Renaming(Body.Variables target) {
		this(variablesOf(target), (label) -> target.label(label.isLoop()));
	}

	private static UnaryOperator<Variable> variablesOf(Body.Variables target) {
		Map<Variable, Variable> known = new HashMap<>();
		return (variable) -> known.computeIfAbsent(variable, (original) -> original.isTemporary()
				? target.temporary(original.kind()) : target.variable(original.kind()));
	}

	/// Puts other variables into statements that stay where they are.
	/// @param variables what stands for each variable
	public static Renaming ofVariables(UnaryOperator<Variable> variables) {
		return new Renaming(variables, UnaryOperator.identity());
	}

	/// What stands for a variable in the other body.
	public Variable of(Variable variable) {
		return this.variables.apply(variable);
	}

	/// What stands for a label in the other body.
	public Label of(Label label) {
		return this.labels.computeIfAbsent(label, this.newLabels);
	}

	/// Lets one label stand for another.
	public void put(Label label, Label replacement) {
		this.labels.put(label, replacement);
	}

	/// A region in the other body.
	public Region of(Region region) {
		return region.isHandled() ? Region.handledAt(of(region.handler()), of(region.exception())) : region;
	}

	/// A tree in the other body.
	public Expression of(Expression tree) {
		if (tree instanceof Read read) {
			return Read.of(of(read.variable()));
		}
		Expression[] operands = new Expression[tree.operandCount()];
		for (int number = 0; number < operands.length; number++) {
			operands[number] = of(tree.operand(number));
		}
		return switch (tree) {
			case Load load -> new Load(of(load.access()), operands[0]);
			case CheckedAddress checked -> new CheckedAddress(of(checked.access()), checked.bytes(), operands[0]);
			default -> tree.with(operands);
		};
	}

	private Access of(Access access) {
		return access.through(orNull(access.base()), orNull(access.bound()));
	}

	private @Nullable Variable orNull(@Nullable Variable variable) {
		return (variable != null) ? of(variable) : null;
	}

	/// A statement in the other body.
	public Statement of(Statement statement) {
		return switch (statement) {
			case Assign assign -> new Assign(of(assign.variable()), of(assign.value()));
			case Store store -> new Store(of(store.access()), of(store.address()), of(store.value()));
			case SetInFrame set -> new SetInFrame(of(set.frame()), set.field(), of(set.value()));
			case SetElement set -> new SetElement(of(set.array()), set.index(), of(set.value()));
			case SetSegment set -> new SetSegment(set.segmentIndex(), of(set.items()));
			case Mark mark -> new Mark(of(mark.label()));
			case Jump jump -> new Jump(of(jump.target()));
			case JumpIf jump -> new JumpIf(of(jump.condition()), jump.whenTrue(), of(jump.target()));
			case Switch table -> new Switch(of(table.index()), of(table.targets()), of(table.otherwise()));
			case Enter enter -> new Enter(of(enter.region()));
			default -> ofTrees(statement);
		};
	}

	private Label[] of(Label[] targets) {
		Label[] renamed = new Label[targets.length];
		for (int index = 0; index < targets.length; index++) {
			renamed[index] = of(targets[index]);
		}
		return renamed;
	}

	private Statement ofTrees(Statement statement) {
		Expression[] operands = new Expression[statement.operandCount()];
		for (int number = 0; number < operands.length; number++) {
			operands[number] = of(statement.operand(number));
		}
		return (operands.length == 0) ? statement : statement.with(operands);
	}

}
