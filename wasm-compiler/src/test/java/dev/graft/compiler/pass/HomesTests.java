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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HomesTests {

	private static final int MANY = 60;

	private static final int VERY_MANY = 120;

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
				new Assign(last, new Call(Kind.INT, new Target.Function(0), 0, Read.of(last))));
		this.code.add(new Return(Read.of(last)));
		assertThat(homes()).containsKey(Kind.INT);
	}

	@Test
	void aBodyThatStaysAsItIsIsNotAnalysedAgain() {
		loopOver(MANY);
		Analysis analysis = analysis();
		assertThat(Homes.apply(analysis, (function) -> false, false, (kind, count) -> {
		})).isSameAs(analysis);
	}

	@Test
	void whatALoopUsesStaysWhereItIs() {
		loopOver(MANY);
		assertThat(homes()).isEmpty();
	}

	@Test
	void whatIsTooMuchForALoopMayLiveInFieldsIfVeryMuchIsAliveAtOnce() {
		loopOver(VERY_MANY);
		assertThat(homes()).containsKey(Kind.INT);
	}

	@Test
	void whatAShortLoopAssignsStaysWhereItIs() {
		assign(VERY_MANY);
		Variable last = this.numbers.getLast();
		Label loop = this.variables.label(true);
		Mark header = new Mark(loop);
		this.code.add(header);
		this.code.add(new Assign(last, plus(last, this.parameter)));
		this.code.add(new JumpIf(Read.of(last), true, loop));
		sum();
		assertThat(homes()).containsKey(Kind.INT);
		assertThat(this.code.get(this.code.indexOf(header) + 1)).isInstanceOf(Assign.class);
	}

	@Test
	void callsThatNothingIsAliveBehindDoNotMatter() {
		Label good = this.variables.label(false);
		assign(MANY);
		this.code.add(new JumpIf(Read.of(this.parameter), true, good));
		this.code.add(new Statement.Evaluate(new Call(Kind.VOID, new Target.Function(0), 0)));
		this.code.add(new Statement.Trap(0));
		this.code.add(new Mark(good));
		sum();
		assertThat(homes()).containsKey(Kind.INT);
	}

	@Test
	void whatIsReadBesideACallStaysWhereItIs() {
		assign(MANY);
		Expression sum = new Call(Kind.INT, new Target.Function(0), 0);
		for (Variable number : this.numbers) {
			sum = new Numeric(NumericOp.I32_ADD, 0, sum, Read.of(number));
		}
		this.code.add(new Return(sum));
		assertThat(homes()).isEmpty();
	}

	@Test
	void whatIsAliveAcrossACallKeepsNobodyElseFromLivingInAField() {
		assign(400);
		this.code.add(new Statement.Evaluate(new Call(Kind.VOID, new Target.Function(0), 0)));
		sum();
		this.code.removeLast();
		assign(MANY);
		sum();
		assertThat(homes()).hasEntrySatisfying(Kind.INT, (count) -> assertThat(count).isBetween(MANY - 16, MANY));
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
		assign(200);
		sum();
		assertThat(homes()).hasEntrySatisfying(Kind.INT, (count) -> assertThat(count).isLessThanOrEqualTo(96));
	}

	private void assign(int count) {
		this.numbers.clear();
		for (int number = 0; number < count; number++) {
			Variable variable = this.variables.variable(Kind.INT);
			this.code.add(new Assign(variable,
					new Numeric(NumericOp.I32_MUL, 0, Read.of(this.parameter), Constant.ofInt(number))));
			this.numbers.add(variable);
		}
	}

	// A loop that adds all of them up in each round.
	private void loopOver(int count) {
		Label loop = this.variables.label(true);
		assign(count);
		this.code.add(new Mark(loop));
		for (Variable number : this.numbers) {
			this.code.add(new Assign(this.parameter, plus(this.parameter, number)));
		}
		this.code.add(new JumpIf(Read.of(this.parameter), true, loop));
		this.code.add(new Return(Read.of(this.parameter)));
	}

	private void sum() {
		for (Variable number : this.numbers) {
			this.code.add(new Assign(this.parameter, plus(this.parameter, number)));
		}
		this.code.add(new Return(Read.of(this.parameter)));
	}

	private static Expression plus(Variable one, Variable other) {
		return new Numeric(NumericOp.I32_ADD, 0, Read.of(one), Read.of(other));
	}

	private Analysis analysis() {
		return Analysis.of(new Body(this.variables, List.of(this.parameter), Kind.INT, this.code));
	}

	private Map<Kind, Integer> homes() {
		Map<Kind, Integer> fields = new EnumMap<>(Kind.class);
		Homes.apply(analysis(), (function) -> function == LEAF, false, fields::put);
		return fields;
	}

}
