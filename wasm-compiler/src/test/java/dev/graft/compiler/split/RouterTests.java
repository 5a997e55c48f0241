package dev.graft.compiler.split;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Return;
import dev.graft.compiler.ir.Statement.Switch;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.pass.Analysis;
import dev.graft.compiler.pass.MeasuredBody;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouterTests {

	private final Body.Variables variables = new Body.Variables();

	@Test
	void leadsToEachPart() {
		Body body = loop();
		List<int[]> parts = Router.route(facts(body), new int[] { 0, 2 });
		assertThat(parts).hasSize(2);
		assertThat(switches(body)).first().satisfies((table) -> assertThat(table.targets()).hasSize(1));
	}

	/// As in a body that is nothing but what is left in transfer fields.
	@Test
	void hasNoSwitchIfThereIsOnePart() {
		Body body = loop();
		List<int[]> parts = Router.route(facts(body), new int[] { 0 });
		assertThat(parts).hasSize(1);
		assertThat(switches(body)).isEmpty();
		assertThat(body.statements()).filteredOn(JumpIf.class::isInstance).hasSize(1);
	}

	private static List<Switch> switches(Body body) {
		return body.statements()
			.stream()
			.filter(Switch.class::isInstance)
			.map(Switch.class::cast)
			.toList();
	}

	private Body loop() {
		Variable parameter = this.variables.variable(Kind.INT);
		Label top = this.variables.label(true);
		List<Statement> code = new ArrayList<>();
		code.add(new Mark(top));
		code.add(new Assign(parameter, Constant.ofInt(1)));
		code.add(new JumpIf(new Read(parameter), true, top));
		code.add(new Return(new Read(parameter)));
		return new Body(this.variables, List.of(parameter), Kind.INT, code);
	}

	private static BodyFacts facts(Body body) {
		int[] sizes = new int[body.statements().size()];
		Arrays.fill(sizes, 5);
		return new BodyFacts(new MeasuredBody(Analysis.of(body), sizes));
	}

}
