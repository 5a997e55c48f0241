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

class WebsTests {

	private final Body.Variables variables = new Body.Variables();

	private final List<Statement> code = new ArrayList<>();

	private final Variable parameter = this.variables.variable(Kind.INT);

	private final Variable shared = this.variables.variable(Kind.INT);

	@Test
	void casesThatUseTheSameVariableForDifferentThingsGetOneEach() {
		Label first = label();
		Label second = label();
		this.code.add(new Switch(read(this.parameter), new Label[] { first }, second));
		useIn(first, 1);
		useIn(second, 2);
		separate();
		List<Variable> assigned = assigned();
		assertThat(assigned).hasSize(2).doesNotHaveDuplicates();
		assertThat(reads()).containsSubsequence(assigned);
	}

	// Written in one line and read in the next one.
	private void useIn(Label label, int number) {
		this.code.add(new Mark(label));
		this.code.add(new Assign(this.shared, Constant.ofInt(number)));
		this.code.add(new Mark(label()));
		this.code.add(new Return(read(this.shared)));
	}

	@Test
	void whatMeetsStaysOneVariable() {
		Label other = label();
		Label end = label();
		this.code.add(new JumpIf(read(this.parameter), true, other));
		this.code.add(new Assign(this.shared, Constant.ofInt(1)));
		this.code.add(new Jump(end));
		this.code.add(new Mark(other));
		this.code.add(new Assign(this.shared, Constant.ofInt(2)));
		this.code.add(new Mark(end));
		this.code.add(new Return(read(this.shared)));
		separate();
		assertThat(assigned()).hasSize(2).containsOnly(reads().getLast());
	}

	@Test
	void whatGoesRoundInALoopStaysOneVariable() {
		Label head = this.variables.label(true);
		this.code.add(new Assign(this.shared, Constant.ofInt(100)));
		this.code.add(new Mark(head));
		this.code.add(new Assign(this.shared, new Numeric(NumericOp.I32_SUB, 0, read(this.shared), Constant.ofInt(1))));
		this.code.add(new JumpIf(read(this.shared), true, head));
		this.code.add(new Return(read(this.shared)));
		separate();
		assertThat(assigned()).hasSize(2).containsOnly(this.shared);
	}

	@Test
	void anArgumentStaysInItsParameterAndWhatIsPutThereLaterDoesNot() {
		Label end = label();
		this.code.add(new JumpIf(read(this.parameter), true, end));
		this.code.add(new Assign(this.parameter, Constant.ofInt(3)));
		this.code.add(new Mark(label()));
		this.code.add(new Return(read(this.parameter)));
		this.code.add(new Mark(end));
		this.code.add(new Return(read(this.parameter)));
		separate();
		Variable later = assigned().getFirst();
		assertThat(later).isNotSameAs(this.parameter);
		assertThat(reads()).containsExactly(this.parameter, later, this.parameter);
	}

	@Test
	void aZeroThatNobodyHasAssignedIsReadWhereItWas() {
		Label end = label();
		this.code.add(new JumpIf(read(this.parameter), true, end));
		this.code.add(new Assign(this.shared, Constant.ofInt(3)));
		this.code.add(new Mark(end));
		this.code.add(new Return(read(this.shared)));
		separate();
		assertThat(assigned()).containsExactly(this.shared);
		assertThat(reads()).contains(this.shared);
	}

	@Test
	void whatReadsAndAssignsAVariableAtOnceReadsTheOldOne() {
		Label first = label();
		this.code.add(new Assign(this.shared, Constant.ofInt(1)));
		this.code.add(new Mark(first));
		this.code.add(new Assign(this.shared, new Numeric(NumericOp.I32_ADD, 0, read(this.shared), Constant.ofInt(1))));
		this.code.add(new Mark(label()));
		this.code.add(new Return(read(this.shared)));
		separate();
		assertThat(assigned()).hasSize(2).doesNotHaveDuplicates().isEqualTo(reads());
	}

	@Test
	void bodiesThatHandleExceptionsStayAsTheyAre() {
		Variable exception = this.variables.variable(Kind.REFERENCE);
		Label handler = label();
		this.code.add(new Enter(Region.handledAt(handler, exception)));
		this.code.add(new Assign(this.shared, Constant.ofInt(1)));
		this.code.add(new Leave());
		this.code.add(new Mark(handler));
		this.code.add(new Return(read(this.shared)));
		List<Statement> before = List.copyOf(this.code);
		separate();
		assertThat(this.code).isEqualTo(before);
	}

	private Label label() {
		return this.variables.label(false);
	}

	private static Expression read(Variable variable) {
		return Read.of(variable);
	}

	private void separate() {
		Webs.separate(Analysis.of(new Body(this.variables, List.of(this.parameter), Kind.INT, this.code)));
	}

	private List<Variable> assigned() {
		return this.code.stream()
			.filter(Assign.class::isInstance)
			.map((statement) -> ((Assign) statement).variable())
			.toList();
	}

	private List<Variable> reads() {
		List<Variable> reads = new ArrayList<>();
		this.code.forEach((statement) -> statement.forEachRead(reads::add));
		return reads;
	}

}
