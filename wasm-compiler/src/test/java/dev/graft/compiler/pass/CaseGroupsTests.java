package dev.graft.compiler.pass;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Region;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Enter;
import dev.graft.compiler.ir.Statement.Jump;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Leave;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Return;
import dev.graft.compiler.ir.Statement.Switch;
import dev.graft.compiler.ir.Variable;
import org.junit.jupiter.api.Test;

class CaseGroupsTests {

	private static final int CASES = 512;

	/// Room for some hundred of the cases below.
	private static final int PIECE = 2_400;

	private static final int GROUP = 128;

	private final Body.Variables variables = new Body.Variables();

	private final List<Statement> code = new ArrayList<>();

	/// v0, what is switched over.
	private final Variable index = this.variables.variable(Kind.INT);

	/// v1, what changes.
	private final Variable sum = this.variables.variable(Kind.INT);

	/// L0 and so on.
	private final Label[] cases = IntStream.range(0, CASES)
		.mapToObj((_) -> this.variables.label(false))
		.toArray(Label[]::new);

	private final Label out = this.variables.label(false);

	@Test
	void standBehindSwitchesOfTheirOwn() {
		write((number) -> this.cases[number], (number) -> new Jump(this.out));
		apply();
		List<Integer> switches = switches();
		assertThat(switches).hasSize(1 + CASES / GROUP);
		assertThat(this.code.get(switches.get(0)))
			.hasToString("switch (i32.shr_u v0 7:I) [L513, L514, L515, L516] else L512");
		for (int group = 0; group < CASES / GROUP; group++) {
			int at = switches.get(1 + group);
			assertThat(this.code.get(at - 1)).hasToString("L" + (CASES + 1 + group) + ":");
			assertThat(this.code.get(at).toString()).startsWith("switch (i32.and v0 127:I) [L" + group * GROUP + ", ");
			assertThat(casesBetween(at, group + 2 < switches.size() ? switches.get(group + 2) : this.code.size()))
				.containsExactlyElementsOf(IntStream.range(group * GROUP, (group + 1) * GROUP).boxed().toList());
		}
	}

	// The cases stand the other way round.
	@Test
	void moveToTheirSwitch() {
		write((number) -> this.cases[CASES - 1 - number], (number) -> new Jump(this.out));
		apply();
		List<Integer> switches = switches();
		assertThat(casesBetween(switches.get(1), switches.get(2)))
			.containsExactlyElementsOf(IntStream.range(CASES - GROUP, CASES).boxed().toList());
	}

	@Test
	void jumpToWhatTheyRanInto() {
		Label[] targets = IntStream.range(0, CASES)
			.mapToObj((entry) -> this.cases[(entry % GROUP) * (CASES / GROUP) + entry / GROUP])
			.toArray(Label[]::new);
		write((number) -> targets[number], (number) -> (number % 4 == 1) ? null : new Jump(this.out));
		apply();
		List<String> text = this.code.stream().map(Statement::toString).toList();
		assertThat(text).containsSequence("L5:", "v1 = 5:I", "goto L6")
			.containsSequence("L6:", "v1 = 6:I", "goto L512");
	}

	@Test
	void leaveBehindThemWhatSeveralGroupsGoTo() {
		write((number) -> this.cases[(number % 100 == 99) ? 7 : number], (number) -> new Jump(this.out));
		apply();
		List<Integer> switches = switches();
		assertThat(casesBetween(switches.get(1), switches.get(2))).doesNotContain(7);
		assertThat(casesBetween(switches.getLast(), this.code.size())).endsWith(7);
	}

	// Looking for the cases of each of many switches over the same places takes too long.
	@Test
	void stayWhereSeveralSwitchesLeadThere() {
		Label[] targets = IntStream.range(0, CASES)
			.mapToObj((number) -> this.cases[CASES - 1 - number])
			.toArray(Label[]::new);
		Label other = this.variables.label(false);
		this.code.add(new JumpIf(Read.of(this.index), true, other));
		this.code.add(new Switch(Read.of(this.sum), targets, this.out));
		this.code.add(new Mark(other));
		write((number) -> targets[number], (number) -> new Jump(this.out));
		apply();
		assertThat(casesBetween(0, this.code.size()))
			.containsExactlyElementsOf(IntStream.range(0, CASES).boxed().toList());
	}

	// From a group it is reached by a jump, too.
	@Test
	void leaveBehindThemWhatAnotherSwitchLeadsTo() {
		Label other = this.variables.label(false);
		this.code.add(new JumpIf(Read.of(this.index), true, other));
		this.code.add(new Switch(Read.of(this.sum), new Label[] { this.cases[9], this.cases[300] }, this.out));
		this.code.add(new Mark(other));
		write((number) -> this.cases[number], (number) -> new Jump((number == 5) ? this.cases[300] : this.out));
		apply();
		List<Integer> switches = switches();
		assertThat(casesBetween(switches.getLast(), this.code.size())).endsWith(511, 9, 300);
		assertThat(casesBetween(switches.get(2), switches.get(3))).doesNotContain(9, 300);
	}

	@Test
	void stayWhereExceptionsAreCaught() {
		this.code.add(new Enter(Region.handledAt(this.out, this.variables.variable(Kind.REFERENCE))));
		write((number) -> this.cases[CASES - 1 - number], (number) -> (number == 0) ? new Leave() : new Jump(this.out));
		apply();
		assertThat(casesBetween(0, this.code.size()))
			.containsExactlyElementsOf(IntStream.range(0, CASES).boxed().toList());
	}

	private void write(IntFunction<Label> targets, IntFunction<Statement> ends) {
		this.code.add(new Switch(Read.of(this.index), IntStream.range(0, CASES).mapToObj(targets).toArray(Label[]::new),
				this.out));
		for (int number = 0; number < CASES; number++) {
			this.code.add(new Mark(this.cases[number]));
			this.code.add(new Assign(this.sum, Constant.ofInt(number)));
			Statement end = ends.apply(number);
			if (end != null) {
				this.code.add(end);
			}
		}
		this.code.add(new Mark(this.out));
		this.code.add(new Return(Read.of(this.sum)));
	}

	private void apply() {
		CaseGroups.apply(new Body(this.variables, List.of(this.index), Kind.INT, this.code), PIECE);
	}

	private List<Integer> switches() {
		return IntStream.range(0, this.code.size())
			.filter((position) -> this.code.get(position) instanceof Switch)
			.boxed()
			.toList();
	}

	private List<Integer> casesBetween(int from, int to) {
		return this.code.subList(from, to)
			.stream()
			.filter((statement) -> statement instanceof Mark mark && mark.label().number() < CASES)
			.map((statement) -> ((Mark) statement).label().number())
			.toList();
	}

}
