package dev.graft.compiler.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.compiler.ir.Body;
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
import dev.graft.compiler.ir.Statement.Poll;
import dev.graft.compiler.ir.Statement.Return;
import dev.graft.compiler.ir.Statement.Switch;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.pass.DispatchCopy.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DispatchCopyTests {

	private static final int CASES = 12;

	private static final int BYTES_OF_A_STATEMENT = 10;

	private static final int PLENTY = 8_000;

	private final Body.Variables variables = new Body.Variables();

	private final Variable opcode = this.variables.variable(Kind.INT);

	private final Label again = this.variables.label(true);

	private final Label fetch = this.variables.label(false);

	private final Label out = this.variables.label(false);

	private final Label[] cases = IntStream.range(0, CASES)
		.mapToObj((_) -> this.variables.label(false))
		.toArray(Label[]::new);

	private final Poll poll = new Poll(7, false);

	private final Assign fetching = new Assign(this.opcode, Constant.ofInt(3));

	private final Switch table = new Switch(Read.of(this.opcode), this.cases, this.out);

	private Outcome outcome = Outcome.NONE;

	// A fetch that most cases jump to stands at the end and goes on to the switch.
	private List<Statement> interpreter() {
		List<Statement> statements = new ArrayList<>(List.of(new Mark(this.again), this.poll, this.table));
		for (Label each : this.cases) {
			statements.addAll(List.of(new Mark(each), new Jump(this.fetch)));
		}
		statements.addAll(List.of(new Mark(this.out), new Return(null)));
		statements.addAll(List.of(new Mark(this.fetch), this.fetching, new Jump(this.again)));
		return statements;
	}

	private List<Statement> copied(List<Statement> statements, int most) {
		Body body = new Body(this.variables, List.of(this.opcode), Kind.VOID, new ArrayList<>(statements));
		int[] sizes = new int[statements.size()];
		Arrays.fill(sizes, BYTES_OF_A_STATEMENT);
		this.outcome = DispatchCopy.add(new MeasuredBody(Analysis.of(body), sizes), CASES, most);
		assertThat(this.outcome == Outcome.ADDED).isEqualTo(!body.statements().equals(statements));
		return body.statements();
	}

	private static int size(List<Statement> statements) {
		return statements.size() * BYTES_OF_A_STATEMENT;
	}

	private static List<Label> targets(List<Statement> statements) {
		return statements.stream()
			.filter(Jump.class::isInstance)
			.map((jump) -> ((Jump) jump).target())
			.limit(CASES)
			.toList();
	}

	@Test
	void copiesTheWayFromTheEndOfACaseThroughTheSwitch() {
		List<Statement> copied = copied(interpreter(), PLENTY);
		assertThat(copied.subList(0, 3)).containsExactly(new Mark(this.again), this.poll, this.table);
		assertThat(copied.get(3)).isInstanceOfSatisfying(Mark.class,
				(mark) -> assertThat(mark.label().isLoop()).isTrue());
		assertThat(copied.subList(4, 7)).containsExactly(this.fetching, this.poll, this.table);
		assertThat(copied).hasSize(interpreter().size() + 4);
	}

	@Test
	void sendsEverySecondCaseThere() {
		List<Statement> copied = copied(interpreter(), PLENTY);
		Label copy = ((Mark) copied.get(3)).label();
		assertThat(targets(copied).subList(0, 4)).containsExactly(this.fetch, copy, this.fetch, copy);
	}

	@Test
	void sendsConditionalJumpsAndOtherSwitchesThereToo() {
		List<Statement> statements = interpreter();
		JumpIf conditional = new JumpIf(Read.of(this.opcode), true, this.fetch);
		Switch ways = new Switch(Read.of(this.opcode), new Label[] { this.fetch, this.out }, this.fetch);
		statements.set(6, conditional);
		statements.set(10, ways);
		List<Statement> copied = copied(statements, PLENTY);
		Label copy = ((Mark) copied.get(3)).label();
		assertThat(copied).contains(new JumpIf(conditional.condition(), true, copy));
		assertThat(copied.stream().filter((each) -> each instanceof Switch && !each.equals(this.table))).singleElement()
			.satisfies((each) -> {
				assertThat(((Switch) each).targets()).containsExactly(copy, this.out);
				assertThat(((Switch) each).otherwise()).isEqualTo(copy);
			});
	}

	@Test
	void makesNoCopyWithoutRoomForIt() {
		List<Statement> statements = interpreter();
		int copy = 3 * BYTES_OF_A_STATEMENT;
		assertThat(copied(statements, size(statements) + copy - 1)).isEqualTo(statements);
		assertThat(copied(statements, size(statements) + copy)).hasSize(statements.size() + 4);
	}

	@Test
	void makesNoCopyWhereTooMuchIsAliveThatChanges() {
		int mostOfEachCase = 720 / (CASES + 1);
		assertThat(copied(interpreterOf(mostOfEachCase), PLENTY)).hasSize(interpreterOf(mostOfEachCase).size() + 4);
		assertThat(copied(interpreterOf(mostOfEachCase + 1), PLENTY)).hasSize(interpreterOf(mostOfEachCase + 1).size());
		assertThat(this.outcome).isEqualTo(Outcome.TOO_MANY_NAMES);
		List<Statement> large = interpreterOf(mostOfEachCase + 1);
		assertThat(copied(large, size(large))).isEqualTo(large);
		assertThat(this.outcome).isEqualTo(Outcome.NONE);
	}

	// Each case changes one of some variables all of which are read in the end.
	private List<Statement> interpreterOf(int alive) {
		List<Statement> statements = interpreter();
		for (int number = 0; number < alive; number++) {
			Variable variable = this.variables.variable(Kind.INT);
			statements.add(0, new Assign(variable, Constant.ofInt(number)));
			int inTheCase = statements.indexOf(new Mark(this.cases[number % CASES])) + 1;
			statements.add(inTheCase, new Assign(variable, Read.of(variable)));
			statements.add(statements.indexOf(new Mark(this.out)) + 1, new Evaluate(Read.of(variable)));
		}
		return statements;
	}

	@Test
	void leavesAWayAloneThatMayLeadElsewhere() {
		List<Statement> statements = interpreter();
		statements.add(statements.size() - 1, new JumpIf(Read.of(this.opcode), true, this.out));
		assertThat(copied(statements, PLENTY)).isEqualTo(statements);
	}

	@Test
	void leavesBodiesAloneThatHandleExceptions() {
		List<Statement> statements = interpreter();
		statements.add(0, new Enter(Region.handledAt(this.out, this.variables.variable(Kind.REFERENCE))));
		statements.add(new Leave());
		assertThat(copied(statements, PLENTY)).isEqualTo(statements);
	}

}
