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
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Return;
import dev.graft.compiler.ir.Statement.SetHome;
import dev.graft.compiler.ir.Target;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.NumericOp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HomesTests {

	private static final int MANY = 60;

	private static final int LEAF = 7;

	private final Body.Variables variables = new Body.Variables();

	private final List<Statement> code = new ArrayList<>();

	private final Variable parameter = this.variables.variable(Kind.INT);

	private final List<Variable> numbers = new ArrayList<>();

	@Test
	void whatIsTooMuchForRegistersLivesInFields() {
		assign(MANY);
		sum();
		assertThat(homes()).containsOnlyKeys(Kind.INT)
			.hasEntrySatisfying(Kind.INT, (count) -> assertThat(count).isBetween(MANY - 16, MANY));
		assertThat(this.code).filteredOn(SetHome.class::isInstance).hasSizeGreaterThanOrEqualTo(MANY - 16);
	}

	@Test
	void littleStaysWhereItIs() {
		assign(20);
		sum();
		assertThat(Homes.mayPay(analysis(), false)).isFalse();
	}

	@Test
	void nothingLivesInFieldsWhileSomebodyIsCalled() {
		assign(MANY);
		this.code.add(new Statement.Evaluate(new Call(Kind.VOID, new Target.Function(0), 0)));
		sum();
		assertThat(homes()).isEmpty();
	}

	@Test
	void callsOfFunctionsThatUseNoFieldsDoNotMatter() {
		assign(MANY);
		this.code.add(new Statement.Evaluate(new Call(Kind.VOID, new Target.Function(LEAF), 0)));
		sum();
		assertThat(homes()).containsKey(Kind.INT);
	}

	@Test
	void argumentsOfSuchFunctionsDo() {
		assign(MANY);
		Call argument = new Call(Kind.INT, new Target.Function(0), 0);
		this.code.add(new Statement.Evaluate(new Call(Kind.VOID, new Target.Function(LEAF), 0, argument)));
		sum();
		assertThat(homes()).isEmpty();
	}

	@Test
	void whatACallReturnsMayLiveInAField() {
		assign(MANY);
		sum();
		Variable last = this.numbers.getLast();
		this.code.set(this.code.size() - 1,
				new Assign(last, new Call(Kind.INT, new Target.Function(0), 0, new Read(last))));
		this.code.add(new Return(new Read(last)));
		assertThat(homes()).containsKey(Kind.INT);
	}

	@Test
	void whatALoopUsesStaysWhereItIs() {
		Label loop = this.variables.label(true);
		assign(MANY);
		this.code.add(new Mark(loop));
		for (Variable number : this.numbers) {
			this.code.add(new Assign(this.parameter, plus(this.parameter, number)));
		}
		this.code.add(new JumpIf(new Read(this.parameter), true, loop));
		this.code.add(new Return(new Read(this.parameter)));
		assertThat(homes()).isEmpty();
	}

	@Test
	void fieldsAreUsedAgain() {
		assign(MANY);
		sum();
		this.code.removeLast();
		assign(MANY);
		sum();
		assertThat(homes()).hasEntrySatisfying(Kind.INT, (count) -> assertThat(count).isLessThanOrEqualTo(MANY));
	}

	@Test
	void thereAreNotMoreHomesThanFields() {
		assign(400);
		sum();
		assertThat(homes()).hasEntrySatisfying(Kind.INT, (count) -> assertThat(count).isLessThanOrEqualTo(96));
	}

	private void assign(int count) {
		this.numbers.clear();
		for (int number = 0; number < count; number++) {
			Variable variable = this.variables.variable(Kind.INT);
			this.code.add(new Assign(variable,
					new Numeric(NumericOp.I32_MUL, 0, new Read(this.parameter), Constant.ofInt(number))));
			this.numbers.add(variable);
		}
	}

	private void sum() {
		for (Variable number : this.numbers) {
			this.code.add(new Assign(this.parameter, plus(this.parameter, number)));
		}
		this.code.add(new Return(new Read(this.parameter)));
	}

	private static Expression plus(Variable one, Variable other) {
		return new Numeric(NumericOp.I32_ADD, 0, new Read(one), new Read(other));
	}

	private Analysis analysis() {
		return Analysis.of(new Body(this.variables, List.of(this.parameter), Kind.INT, this.code));
	}

	private Map<Kind, Integer> homes() {
		return Homes.apply(analysis(), (function) -> function == LEAF, false);
	}

}
