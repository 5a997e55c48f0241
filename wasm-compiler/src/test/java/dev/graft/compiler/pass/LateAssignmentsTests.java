package dev.graft.compiler.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.GlobalGet;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Region;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Enter;
import dev.graft.compiler.ir.Statement.GlobalSet;
import dev.graft.compiler.ir.Statement.Jump;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Leave;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Return;
import dev.graft.compiler.ir.Statement.Switch;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.NumericOp;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LateAssignmentsTests {

	private final Body.Variables variables = new Body.Variables();

	private final List<Statement> code = new ArrayList<>();

	/// v0, the number of the next case.
	private final Variable next = this.variables.variable(Kind.INT);

	/// v1, what is assigned before the switch.
	private final Variable early = this.variables.variable(Kind.INT);

	/// v2, what it may be a copy of.
	private final Variable source = this.variables.variable(Kind.INT);

	/// L0, L1, L2 and L3.
	private final Label round = this.variables.label(true);

	private final Label first = this.variables.label(false);

	private final Label second = this.variables.label(false);

	private final Label end = this.variables.label(false);

	@Test
	void theValueIsReadInPlaceOfTheVariable() {
		dispatch(read(this.source));
		inFirst(show(this.early));
		inSecond();
		atEnd();
		assertThat(moved()).containsSubsequence("L1:", "g0 = v2").doesNotContain("v1 = v2");
	}

	@Test
	void aSumOfTheStackPointerBecomesOneOfTheVariableThatItWasCopiedFrom() {
		dispatch(read(this.source));
		inFirst(new Assign(this.source, plus(this.early, 8)));
		inSecond();
		atEnd();
		assertThat(moved()).containsSubsequence("L1:", "v2 = (i32.add v2 8:I)", "goto L0").doesNotContain("v1 = v2");
	}

	@Test
	void whatIsStillNeededIsCopiedBeforeTheOriginalChanges() {
		dispatch(read(this.source));
		inFirst(new Assign(this.source, plus(this.early, 8)), show(this.early));
		inSecond();
		atEnd();
		assertThat(moved()).containsSubsequence("L1:", "v1 = v2", "v2 = (i32.add v2 8:I)", "g0 = v1", "goto L0")
			.containsOnlyOnce("v1 = v2");
	}

	@Test
	void copyingBackIsNotNeeded() {
		dispatch(read(this.source));
		inFirst(new Assign(this.source, read(this.early)), show(this.early));
		inSecond();
		atEnd();
		assertThat(moved()).containsSubsequence("L1:", "g0 = v2").doesNotContain("v2 = v1", "v2 = v2", "v1 = v2");
	}

	@Test
	void whereOthersComeFromElsewhereTheVariableIsAssignedOnTheWay() {
		dispatch(Constant.ofInt(7));
		inFirst(new Assign(this.early, Constant.ofInt(9)), new JumpIf(read(this.source), true, this.end));
		inSecond(new JumpIf(read(this.source), true, this.end));
		atEnd(show(this.early));
		assertThat(moved()).containsSubsequence("L4:", "v1 = 7:I", "goto L3", "L1:", "v1 = 9:I", "if v2 goto L3", "L2:",
				"unless v2 goto L5", "v1 = 7:I", "goto L3", "L5:", "goto L0", "L3:", "g0 = v1");
	}

	@Test
	void whereTheSwitchItselfLeadsToWhatOthersLeadToItLeadsThereByAWayOfItsOwn() {
		this.code.add(new Jump(this.second));
		dispatch(Constant.ofInt(7));
		inFirst(show(this.early));
		inSecond(show(this.early));
		atEnd();
		assertThat(moved())
			.containsSubsequence("switch v0 [L1, L4] else L3", "L4:", "v1 = 7:I", "goto L2", "L1:", "g0 = 7:I", "L2:",
					"g0 = v1")
			.containsOnlyOnce("v1 = 7:I");
	}

	@Test
	void whatIsNeededInTheNextRoundIsAssignedAtTheEndOfTheCase() {
		this.code.add(new Assign(this.early, Constant.ofInt(1)));
		this.code.add(new Mark(this.round));
		this.code.add(show(this.early));
		this.code.add(new Assign(this.next, GlobalGet.of(Kind.INT, true, 1)));
		this.code.add(new Assign(this.early, plus(this.source, 1)));
		this.code.add(table());
		inFirst();
		inSecond(new Assign(this.early, Constant.ofInt(5)));
		atEnd();
		assertThat(moved()).containsSubsequence("L1:", "v1 = (i32.add v2 1:I)", "goto L0", "L2:", "v1 = 5:I", "goto L0")
			.containsOnlyOnce("v1 = (i32.add v2 1:I)");
	}

	@Test
	void aSumThatIsNeededBeforeTheSwitchStaysThere() {
		this.code.add(new Mark(this.round));
		this.code.add(new Assign(this.early, plus(this.source, 1)));
		this.code.add(new Assign(this.next, plus(this.early, 3)));
		this.code.add(table());
		inFirst(show(this.early));
		inSecond();
		atEnd();
		staysAsItIs();
	}

	@Test
	void switchesWithFewTargetsAreLeftAlone() {
		dispatch(read(this.source));
		inFirst(show(this.early));
		inSecond();
		atEnd();
		List<String> before = texts();
		LateAssignments.apply(body(), 3);
		assertThat(texts()).isEqualTo(before);
	}

	@Test
	void bodiesThatHandleExceptionsAreLeftAlone() {
		dispatch(read(this.source));
		inFirst(new Enter(Region.NONE), show(this.early), new Leave());
		inSecond();
		atEnd();
		staysAsItIs();
	}

	private void dispatch(Expression value) {
		this.code.add(new Mark(this.round));
		this.code.add(new Assign(this.early, value));
		this.code.add(new Assign(this.next, GlobalGet.of(Kind.INT, true, 1)));
		this.code.add(table());
	}

	private Switch table() {
		return new Switch(read(this.next), new Label[] { this.first, this.second }, this.end);
	}

	private void inFirst(Statement... statements) {
		add(this.first, statements);
		this.code.add(new Jump(this.round));
	}

	private void inSecond(Statement... statements) {
		add(this.second, statements);
		this.code.add(new Jump(this.round));
	}

	private void atEnd(Statement... statements) {
		add(this.end, statements);
		this.code.add(new Return(null));
	}

	private void add(Label label, Statement... statements) {
		this.code.add(new Mark(label));
		this.code.addAll(List.of(statements));
	}

	private static Expression read(Variable variable) {
		return Read.of(variable);
	}

	private static Expression plus(Variable variable, int number) {
		return new Numeric(NumericOp.I32_ADD, 0, Read.of(variable), Constant.ofInt(number));
	}

	private static Statement show(Variable variable) {
		return new GlobalSet(0, false, Read.of(variable));
	}

	private Body body() {
		return new Body(this.variables, List.of(this.next, this.source), Kind.VOID, this.code);
	}

	private List<String> moved() {
		LateAssignments.apply(body(), 2);
		return texts();
	}

	private void staysAsItIs() {
		List<String> before = texts();
		assertThat(moved()).isEqualTo(before);
	}

	private List<String> texts() {
		return this.code.stream().map(Statement::toString).toList();
	}

}
