package dev.graft.compiler.split;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Call;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Region;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Enter;
import dev.graft.compiler.ir.Statement.Evaluate;
import dev.graft.compiler.ir.Statement.Jump;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Leave;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Return;
import dev.graft.compiler.ir.Statement.Switch;
import dev.graft.compiler.ir.Target;
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

	@Test
	void leavesARegionOfOnePartAlone() {
		Region region = region();
		Body body = handling(region);
		Router.route(facts(body), new int[] { 0, 6 });
		assertThat(regions(body)).containsExactly(region);
	}

	/// A piece cannot be entered by an exception.
	@Test
	void leadsToAHandlerInAnotherPart() {
		Region region = region();
		Body body = handling(region);
		Router.route(facts(body), new int[] { 0, 3 });
		assertThat(regions(body)).hasSize(1).doesNotContain(region);
		Label handler = regions(body).getFirst().handler();
		int position = body.statements().indexOf(new Mark(handler));
		assertThat(body.statements().get(position + 2)).isInstanceOf(Jump.class);
	}

	@Test
	void leadsToTheHandlerOfARegionThatGoesOnInAnotherPart() {
		Region region = region();
		Body body = handling(region);
		Router.route(facts(body), new int[] { 0, 2 });
		assertThat(regions(body)).hasSize(1).doesNotContain(region);
	}

	private Region region() {
		return Region.handledAt(this.variables.label(false), this.variables.variable(Kind.REFERENCE));
	}

	private Body handling(Region region) {
		Variable number = this.variables.variable(Kind.INT);
		Statement call = new Evaluate(new Call(Kind.VOID, new Target.Function(0), 0));
		return new Body(this.variables, List.of(number), Kind.INT,
				new ArrayList<>(List.of(new Enter(region), call, new Leave(), new Return(Read.of(number)),
						new Mark(region.handler()), new Return(Constant.ofInt(1)), new Return(Constant.ofInt(2)))));
	}

	private static List<Region> regions(Body body) {
		return all(body, Enter.class).stream().map(Enter::region).toList();
	}

	private static List<Switch> switches(Body body) {
		return all(body, Switch.class);
	}

	private static <T extends Statement> List<T> all(Body body, Class<T> type) {
		return body.statements().stream().filter(type::isInstance).map(type::cast).toList();
	}

	private Body loop() {
		Variable parameter = this.variables.variable(Kind.INT);
		Label top = this.variables.label(true);
		List<Statement> code = new ArrayList<>();
		code.add(new Mark(top));
		code.add(new Assign(parameter, Constant.ofInt(1)));
		code.add(new JumpIf(Read.of(parameter), true, top));
		code.add(new Return(Read.of(parameter)));
		return new Body(this.variables, List.of(parameter), Kind.INT, code);
	}

	private static BodyFacts facts(Body body) {
		int[] sizes = new int[body.statements().size()];
		Arrays.fill(sizes, 5);
		return new BodyFacts(new MeasuredBody(Analysis.of(body), sizes));
	}

}
