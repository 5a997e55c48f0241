package dev.graft.compiler.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Jump;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Poll;
import dev.graft.compiler.ir.Statement.Return;
import dev.graft.compiler.ir.Statement.Switch;
import dev.graft.compiler.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JumpThreadingTests {

	private final Body.Variables variables = new Body.Variables();

	private final Variable state = this.variables.variable(Kind.INT);

	private final Variable other = this.variables.variable(Kind.INT);

	private final Label again = this.variables.label(true);

	private final Label first = this.variables.label(false);

	private final Label second = this.variables.label(false);

	private final Label behind = this.variables.label(false);

	private final Poll poll = new Poll(7, false);

	private final Read condition = Read.of(this.other);

	private final Assign toFirst = new Assign(this.state, Constant.ofInt(0));

	private final Assign toSecond = new Assign(this.state, Constant.ofInt(1));

	private final Statement[] head = { new Mark(this.again), this.poll,
			new Switch(Read.of(this.state), new Label[] { this.first }, this.second) };

	private List<Statement> threaded(Statement... rest) {
		List<Statement> statements = new ArrayList<>(List.of(this.head));
		statements.addAll(List.of(rest));
		Body body = new Body(this.variables, List.of(this.state), Kind.VOID, statements);
		JumpThreading.apply(body);
		return body.statements();
	}

	@Test
	void sendsJumpsWhereTheSwitchLeads() {
		assertThat(threaded(new Mark(this.first), this.toSecond, new Jump(this.again), new Mark(this.second),
				new Return(null)))
			.satisfiesExactly((poll) -> assertThat(poll).isEqualTo(this.poll),
					(table) -> assertThat(table).isInstanceOf(Switch.class),
					(mark) -> assertThat(mark).isEqualTo(new Mark(this.first)),
					(jump) -> assertThat(jump).isEqualTo(new Jump(this.second)),
					(mark) -> assertThat(mark).isEqualTo(new Mark(this.second)),
					(end) -> assertThat(end).isEqualTo(new Return(null)));
	}

	@Test
	void makesALoopWithAPollOfWhatIsJumpedBackTo() {
		List<Statement> threaded = threaded(new Mark(this.first), this.toFirst, new Jump(this.again),
				new Mark(this.second), new Return(null));
		Mark loop = (Mark) threaded.get(2);
		assertThat(loop.label().isLoop()).isTrue();
		assertThat(((Switch) threaded.get(1)).targets()).containsExactly(loop.label());
		assertThat(threaded.subList(3, 5)).containsExactly(this.poll, new Jump(loop.label()));
	}

	@Test
	void turnsAJumpAroundAJumpRound() {
		assertThat(threaded(new Mark(this.first), new JumpIf(this.condition, false, this.behind), this.toSecond,
				new Jump(this.again), new Mark(this.behind), new Return(null), new Mark(this.second), new Return(null)))
			.contains(new JumpIf(this.condition, true, this.second));
	}

	@Test
	void keepsTheNumberIfSomebodyElseAsksForIt() {
		assertThat(threaded(new Mark(this.first), this.toSecond, new Jump(this.again), new Mark(this.second),
				new Assign(this.other, Read.of(this.state)), new Return(null)))
			.contains(this.toSecond, new Jump(this.second));
	}

	@Test
	void keepsTheLoopIfAJumpBackIsNotKnown() {
		assertThat(threaded(new Mark(this.first), this.toSecond, new Jump(this.again), new Mark(this.second),
				new Assign(this.state, Read.of(this.other)), new Jump(this.again)))
			.startsWith(this.head[0], this.poll)
			.contains(this.toSecond, new Jump(this.second), new Jump(this.again));
	}

	@Test
	void leavesSwitchesOverAnythingButParametersAlone() {
		Switch table = new Switch(this.condition, new Label[] { this.first }, this.second);
		Statement[] statements = { new Mark(this.again), table, new Mark(this.first),
				new Assign(this.other, Constant.ofInt(1)), new Jump(this.again), new Mark(this.second),
				new Return(null) };
		Body body = new Body(this.variables, List.of(this.state), Kind.VOID, new ArrayList<>(List.of(statements)));
		JumpThreading.apply(body);
		assertThat(body.statements()).containsExactly(statements);
	}

	@Test
	void leavesNumbersAloneThatComeFromElsewhere() {
		List<Statement> threaded = threaded(new Mark(this.first), this.toSecond, new Mark(this.second),
				new Jump(this.again));
		assertThat(threaded).startsWith(this.head[0], this.poll).endsWith(new Jump(this.again));
	}

}
