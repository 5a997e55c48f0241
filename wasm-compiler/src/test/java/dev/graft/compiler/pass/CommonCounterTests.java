package dev.graft.compiler.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Call;
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
import dev.graft.compiler.ir.Statement.Evaluate;
import dev.graft.compiler.ir.Statement.GlobalSet;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Leave;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Return;
import dev.graft.compiler.ir.Target;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.NumericOp;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommonCounterTests {

	private final Body.Variables variables = new Body.Variables();

	private final List<Statement> code = new ArrayList<>();

	/// v0, what the loop's end compares.
	private final Variable counter = this.variables.variable(Kind.INT);

	/// v1, what it is compared with.
	private final Variable limit = this.variables.variable(Kind.INT);

	/// v2, what changes with the counter.
	private final Variable address = this.variables.variable(Kind.INT);

	/// L0 and L1.
	private final Label round = this.variables.label(true);

	private final Label out = this.variables.label(false);

	@Test
	void whatIsReadOnceIsComputedThere() {
		loop(1, 4, call(), show(this.address));
		assertThat(shared()).containsExactly("v3 = (i32.sub v2 (i32.shl v0 2:I))", "L0:",
				"(call Function[functionIndex=7])", "g0 = (i32.add v3 (i32.shl v0 2:I))", "v0 = (i32.add v0 1:I)",
				"if (i32.ne v1 v0) goto L0", "L1:", "return");
	}

	@Test
	void whatIsReadTwiceIsAssignedBeforeItIsRead() {
		loop(1, 4, call(), show(this.address), show(this.address));
		assertThat(shared()).containsSubsequence("L0:", "(call Function[functionIndex=7])",
				"v2 = (i32.add v3 (i32.shl v0 2:I))", "g0 = v2", "g0 = v2", "v0 = (i32.add v0 1:I)",
				"if (i32.ne v1 v0) goto L0");
	}

	@Test
	void whatIsReadBehindTheLoopIsAssignedThere() {
		loop(2, 2, call(), show(this.address));
		atEnd(show(this.address));
		assertThat(shared()).containsSubsequence("v3 = (i32.sub v2 v0)", "L0:", "g0 = (i32.add v3 v0)",
				"if (i32.ne v1 v0) goto L0", "v2 = (i32.add v3 v0)", "L1:", "g0 = v2");
	}

	@Test
	void whatIsReadWhereTheLoopIsLeftIsAssignedInEachRound() {
		loop(1, -1, call(), show(this.address), new JumpIf(Read.of(this.limit), true, this.out));
		atEnd(show(this.address));
		assertThat(shared()).containsSubsequence("v3 = (i32.add v2 v0)", "L0:", "v2 = (i32.sub v3 v0)", "g0 = v2",
				"if v1 goto L1", "if (i32.ne v1 v0) goto L0", "v2 = (i32.sub v3 v0)", "L1:", "g0 = v2");
	}

	@Test
	void loopsWithoutCallsStayAsTheyAre() {
		loop(1, 4, show(this.address));
		staysAsItIs();
	}

	@Test
	void whatIsNoPowerOfTwoTimesTheCounterStaysAsItIs() {
		loop(1, 12, call(), show(this.address));
		staysAsItIs();
	}

	@Test
	void whatTheCounterIsAMultipleOfStaysAsItIs() {
		loop(4, 1, call(), show(this.address));
		staysAsItIs();
	}

	@Test
	void loopsInWhichMoreChangesThanThereAreRegistersStayAsTheyAre() {
		loop(1, 4, call(), show(this.address));
		for (int number = 0; number < 16; number++) {
			Variable more = this.variables.variable(Kind.INT);
			this.code.add(this.code.size() - 3, new Assign(more, plus(more, 4)));
		}
		staysAsItIs();
	}

	@Test
	void whatIsAssignedElsewhereTooStaysAsItIs() {
		loop(1, 4, call(), show(this.address), new Assign(this.address, Read.of(this.limit)));
		staysAsItIs();
	}

	@Test
	void loopsWithAnotherWayBackStayAsTheyAre() {
		loop(1, 4, call(), show(this.address), new JumpIf(Read.of(this.limit), true, this.round));
		staysAsItIs();
	}

	@Test
	void loopsThatAreEnteredAsideStayAsTheyAre() {
		Label aside = this.variables.label(false);
		this.code.add(new JumpIf(Read.of(this.limit), true, aside));
		loop(1, 4, call(), show(this.address), new Mark(aside));
		staysAsItIs();
	}

	@Test
	void whatAHandlerReadsStaysAsItIs() {
		Variable exception = this.variables.variable(Kind.REFERENCE);
		this.code.add(new Enter(Region.handledAt(this.out, exception)));
		loop(1, 4, call(), show(this.address));
		this.code.add(this.code.size() - 1, new Leave());
		atEnd(show(this.address));
		staysAsItIs();
	}

	private void loop(int stride, int change, Statement... statements) {
		this.code.add(new Mark(this.round));
		this.code.addAll(List.of(statements));
		this.code.add(new Assign(this.address, plus(this.address, change)));
		this.code.add(new Assign(this.counter, plus(this.counter, stride)));
		this.code.add(new JumpIf(new Numeric(NumericOp.I32_NE, 0, Read.of(this.limit), Read.of(this.counter)), true,
				this.round));
		this.code.add(new Mark(this.out));
	}

	private void atEnd(Statement statement) {
		this.code.add(statement);
	}

	private static Expression plus(Variable variable, int number) {
		return new Numeric(NumericOp.I32_ADD, 0, Read.of(variable), Constant.ofInt(number));
	}

	private static Statement call() {
		return new Evaluate(new Call(Kind.VOID, new Target.Function(7), 0));
	}

	private static Statement show(Variable variable) {
		return new GlobalSet(0, false, Read.of(variable));
	}

	private List<String> shared() {
		this.code.add(new Return(null));
		CommonCounter.apply(body());
		return texts();
	}

	private Body body() {
		return new Body(this.variables, List.of(this.counter, this.limit, this.address), Kind.VOID, this.code);
	}

	private void staysAsItIs() {
		List<String> before = texts();
		assertThat(shared()).startsWith(before.toArray(String[]::new)).hasSize(before.size() + 1);
	}

	private List<String> texts() {
		return this.code.stream().map(Statement::toString).toList();
	}

}
