package dev.graft.compiler.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Jump;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Return;
import dev.graft.compiler.ir.Statement.Switch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelMergingTests {

	private final Expression condition = Constant.ofInt(1);

	private final Body.Variables variables = new Body.Variables();

	private final Label first = this.variables.label(false);

	private final Label second = this.variables.label(false);

	private final Label loop = this.variables.label(true);

	private List<Statement> merged(Statement... statements) {
		Body body = new Body(this.variables, List.of(), Kind.VOID, new ArrayList<>(List.of(statements)));
		LabelMerging.merge(body);
		return body.statements();
	}

	private JumpIf jumpIf(Label target) {
		return new JumpIf(this.condition, true, target);
	}

	@Test
	void makesOneOfLabelsAtTheSamePlace() {
		assertThat(merged(jumpIf(this.first), jumpIf(this.second), new Return(null), new Mark(this.first),
				new Mark(this.second), new Return(null)))
			.containsExactly(jumpIf(this.first), jumpIf(this.first), new Return(null), new Mark(this.first),
					new Return(null));
	}

	@Test
	void retargetsSwitches() {
		Switch table = new Switch(Constant.ofInt(0), new Label[] { this.first, this.second }, this.second);
		List<Statement> merged = merged(table, new Mark(this.first), new Mark(this.second), new Return(null));
		assertThat(merged.getFirst()).isInstanceOfSatisfying(Switch.class, (result) -> {
			assertThat(result.targets()).containsExactly(this.first, this.first);
			assertThat(result.otherwise()).isSameAs(this.first);
		});
	}

	@Test
	void dropsJumpsToTheNextStatement() {
		assertThat(merged(new Jump(this.second), new Mark(this.first), new Mark(this.second), new Return(null)))
			.containsExactly(new Mark(this.first), new Return(null));
		assertThat(merged(new Jump(this.first), new Mark(this.first), new Return(null)))
			.containsExactly(new Mark(this.first), new Return(null));
	}

	@Test
	void leavesHeadersOfLoopsAlone() {
		Statement[] body = { jumpIf(this.first), new Mark(this.first), new Mark(this.loop), jumpIf(this.loop),
				new Return(null) };
		assertThat(merged(body)).containsExactly(body);
	}

	@Test
	void leavesLabelsAtDifferentPlacesAlone() {
		Statement[] body = { jumpIf(this.first), jumpIf(this.second), new Mark(this.first), new Return(null),
				new Mark(this.second), new Return(null) };
		assertThat(merged(body)).containsExactly(body);
	}

}
