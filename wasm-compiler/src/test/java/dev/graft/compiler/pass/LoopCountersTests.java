package dev.graft.compiler.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Region;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Enter;
import dev.graft.compiler.ir.Statement.GlobalSet;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Leave;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Return;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.NumericOp;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopCountersTests {

	private final Body.Variables variables = new Body.Variables();

	private final List<Statement> code = new ArrayList<>();

	/// v0, what is counted.
	private final Variable counter = this.variables.variable(Kind.INT);

	/// v1, something else.
	private final Variable other = this.variables.variable(Kind.INT);

	/// L0, L1 and L2.
	private final Label loop = this.variables.label(true);

	private final Label next = this.variables.label(true);

	private final Label end = this.variables.label(false);

	@Test
	void whatIsCountedDownToZeroIsCountedDownToOne() {
		loop(countBy(-1));
		assertThat(changed()).containsExactly("v0 = (i32.add v0 1)", "L0:", "g0 = v1", "v0 = (i32.add v0 -1)",
				"if (i32.ne v0 1) goto L0", "return");
	}

	@Test
	void whatIsCountedUpToZeroIsCountedUpToOne() {
		loop(countBy(1));
		assertThat(changed()).startsWith("v0 = (i32.add v0 1)", "L0:").contains("if (i32.ne v0 1) goto L0");
	}

	@Test
	void aSubtractionCounts() {
		loop(new Assign(this.counter, new Numeric(NumericOp.I32_SUB, 0, new Read(this.counter), Constant.ofInt(1))));
		assertThat(changed()).contains("if (i32.ne v0 1) goto L0");
	}

	@Test
	void theQuestionMayBeTheOppositeOne() {
		Expression zero = new Numeric(NumericOp.I32_EQZ, 0, new Read(this.counter));
		loopUntil(new JumpIf(zero, false, this.loop), countBy(-1));
		assertThat(changed()).contains("if (i32.ne v0 1) goto L0");
	}

	@Test
	void itMayBeComparedWithZero() {
		Expression different = new Numeric(NumericOp.I32_NE, 0, new Read(this.counter), Constant.ofInt(0));
		loopUntil(new JumpIf(different, true, this.loop), countBy(-1));
		assertThat(changed()).contains("if (i32.ne v0 1) goto L0");
	}

	@Test
	void anotherComparisonWithZeroStaysAsItIs() {
		Expression greater = new Numeric(NumericOp.I32_GT_S, 0, new Read(this.counter), Constant.ofInt(0));
		loopUntil(new JumpIf(greater, true, this.loop), countBy(-1));
		staysAsItIs();
	}

	@Test
	void aLoopWhileItIsZeroStaysAsItIs() {
		loopUntil(new JumpIf(new Read(this.counter), false, this.loop), countBy(-1));
		staysAsItIs();
	}

	@Test
	void whoReadsItBehindTheLoopFindsZero() {
		this.code
			.addAll(List.of(new Mark(this.loop), countBy(-1), backTo(this.loop), show(this.counter), new Return(null)));
		assertThat(changed()).containsSubsequence("if (i32.ne v0 1) goto L0", "v0 = 0", "g0 = v0");
	}

	@Test
	void theNextLoopMayCountOnWithIt() {
		this.code.addAll(List.of(new Mark(this.loop), countBy(-1), backTo(this.loop), new Mark(this.next), countBy(-1),
				backTo(this.next), new Return(null)));
		assertThat(changed()).containsSubsequence("L0:", "if (i32.ne v0 1) goto L0", "v0 = 0", "v0 = (i32.add v0 1)",
				"L1:");
	}

	@Test
	void aLoopWithinALoopIsCountedForItself() {
		Variable outer = this.variables.variable(Kind.INT);
		this.code.addAll(List.of(new Mark(this.loop), new Assign(this.counter, new Read(this.other)),
				new Mark(this.next), countBy(-1), backTo(this.next), countBy(outer, -1),
				new JumpIf(new Read(outer), true, this.loop), new Return(null)));
		assertThat(changed()).containsExactly("v2 = (i32.add v2 1)", "L0:", "v0 = v1", "v0 = (i32.add v0 1)", "L1:",
				"v0 = (i32.add v0 -1)", "if (i32.ne v0 1) goto L1", "v2 = (i32.add v2 -1)", "if (i32.ne v2 1) goto L0",
				"return");
	}

	@Test
	void whatIsReadInTheLoopStaysAsItIs() {
		loop(countBy(-1), show(this.counter));
		staysAsItIs();
	}

	@Test
	void whatIsChangedTwiceStaysAsItIs() {
		loop(countBy(-1), countBy(-1));
		staysAsItIs();
	}

	@Test
	void whatIsChangedByTwoStaysAsItIs() {
		loop(countBy(-2));
		staysAsItIs();
	}

	@Test
	void whatIsChangedInAnotherWayStaysAsItIs() {
		loop(new Assign(this.counter, new Read(this.other)));
		staysAsItIs();
	}

	@Test
	void whatIsReadWhereAnotherWayOutLeadsStaysAsItIs() {
		loop(new JumpIf(new Read(this.other), true, this.end), countBy(-1));
		this.code.addAll(List.of(new Mark(this.end), show(this.counter), new Return(null)));
		staysAsItIs();
	}

	@Test
	void anotherWayOutMayLeadWhereNobodyReadsIt() {
		loop(new JumpIf(new Read(this.other), true, this.end), countBy(-1));
		this.code.addAll(List.of(new Mark(this.end), new Return(null)));
		assertThat(changed()).contains("if (i32.ne v0 1) goto L0");
	}

	@Test
	void aLoopWithAnotherWayBackStaysAsItIs() {
		loop(countBy(-1), new JumpIf(new Read(this.other), true, this.loop));
		staysAsItIs();
	}

	@Test
	void aLoopThatIsJumpedIntoStaysAsItIs() {
		this.code.add(new JumpIf(new Read(this.other), true, this.end));
		loop(new Mark(this.end), countBy(-1));
		staysAsItIs();
	}

	@Test
	void aLoopThatIsJumpedToStaysAsItIs() {
		this.code.add(new JumpIf(new Read(this.other), true, this.loop));
		this.code.add(countBy(-1));
		loop(countBy(-1));
		staysAsItIs();
	}

	@Test
	void aLoopThatNothingLeadsIntoStaysAsItIs() {
		this.code.add(new Return(null));
		loop(countBy(-1));
		staysAsItIs();
	}

	@Test
	void aBodyThatHandlesExceptionsStaysAsItIs() {
		this.code.add(new Enter(Region.NONE));
		loop(countBy(-1));
		this.code.add(new Leave());
		staysAsItIs();
	}

	private void loop(Statement... statements) {
		loopUntil(backTo(this.loop), statements);
	}

	private void loopUntil(Statement last, Statement... statements) {
		this.code.add(new Mark(this.loop));
		this.code.add(show(this.other));
		this.code.addAll(List.of(statements));
		this.code.add(last);
		this.code.add(new Return(null));
	}

	private Statement countBy(int number) {
		return countBy(this.counter, number);
	}

	private static Statement countBy(Variable variable, int number) {
		return new Assign(variable, new Numeric(NumericOp.I32_ADD, 0, new Read(variable), Constant.ofInt(number)));
	}

	private Statement backTo(Label label) {
		return new JumpIf(new Read(this.counter), true, label);
	}

	private static Statement show(Variable variable) {
		return new GlobalSet(0, false, new Read(variable));
	}

	private List<String> changed() {
		LoopCounters.apply(new Body(this.variables, List.of(this.counter, this.other), Kind.VOID, this.code));
		return texts();
	}

	private void staysAsItIs() {
		List<String> before = texts();
		assertThat(changed()).isEqualTo(before);
	}

	private List<String> texts() {
		return this.code.stream().map((statement) -> statement.toString().replace(":I", "")).toList();
	}

}
