package dev.graft.compiler.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.artifact.abi.CallFrameField;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Evaluate;
import dev.graft.compiler.ir.Statement.Return;
import dev.graft.compiler.ir.Statement.SetElement;
import dev.graft.compiler.ir.Statement.SetInFrame;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.NumericOp;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpillingTests {

	private static final int SLOTS = 4;

	private final Body.Variables variables = new Body.Variables();

	private final List<Statement> code = new ArrayList<>();

	@Test
	void whatHasAPlaceInTheFrameStaysThere() {
		sumOf(SLOTS);
		List<Statement> before = List.copyOf(this.code);
		spill(List.of());
		assertThat(this.code).isEqualTo(before);
	}

	@Test
	void numbersForWhichThereIsNoPlaceLiveInFieldsOfTheCall() {
		sumOf(30);
		spill(List.of());
		assertThat(fields()).hasSizeBetween(30 - SLOTS, 30).doesNotHaveDuplicates();
		assertThat(this.code).noneMatch(SetElement.class::isInstance);
	}

	@Test
	void numbersForWhichThereIsNoFieldLiveInAnArray() {
		int fields = CallFrameField.Type.INT.count();
		sumOf(fields + 30);
		spill(List.of());
		assertThat(fields()).hasSize(fields).doesNotHaveDuplicates();
		assertThat(this.code).filteredOn(SetElement.class::isInstance)
			.extracting((statement) -> ((SetElement) statement).index())
			.contains(0)
			.doesNotHaveDuplicates();
	}

	@Test
	void theFrameIsGivenBackBeforeTheCallReturnsWithWhatItHasComputed() {
		sumOf(30);
		spill(List.of());
		assertThat(this.code.getFirst().toString()).endsWith("= (call frame)");
		List<Statement> end = this.code.subList(this.code.size() - 3, this.code.size());
		assertThat(end.get(0)).isInstanceOf(Assign.class);
		assertThat(end.get(1)).isInstanceOf(Evaluate.class).asString().contains("give back");
		assertThat(((Return) end.get(2)).value()).isInstanceOf(Read.class);
	}

	@Test
	void whatHoldsNumbersIsAParameterWhileTheBodyIsBeingCut() {
		sumOf(CallFrameField.Type.INT.count() + 30);
		Spilling.Spilled spilled = apply(List.of(this.variables.variable(Kind.LONG)));
		assertThat(this.code).noneMatch((statement) -> statement.toString().endsWith("= (call frame)"));
		assertThat(kinds(spilled.analysis())).containsExactly(Kind.LONG, Kind.FRAME, Kind.BITS);
		Analysis complete = spilled.complete(spilled.analysis());
		assertThat(kinds(complete)).containsExactly(Kind.LONG);
		assertThat(this.code).extracting(Statement::toString)
			.startsWith(spilled.making().stream().map(Statement::toString).toArray(String[]::new));
	}

	private static List<Kind> kinds(Analysis analysis) {
		return analysis.body().parameters().stream().map(Variable::kind).toList();
	}

	@Test
	void fieldsBeginWithArgumentsAndZeros() {
		Variable argument = this.variables.variable(Kind.LONG);
		Variable zero = this.variables.variable(Kind.LONG);
		Expression both = new Numeric(NumericOp.I64_ADD, 0, Read.of(argument), Read.of(zero));
		List<Variable> numbers = assign(10);
		this.code.add(new Return(
				new Numeric(NumericOp.I32_ADD, 0, sum(numbers), new Numeric(NumericOp.I32_WRAP_I64, 0, both))));
		spill(List.of(argument));
		assertThat(this.code).filteredOn(SetInFrame.class::isInstance)
			.extracting(Statement::toString)
			.anyMatch((text) -> text.matches(".*\\.j\\d = v0"))
			.anyMatch((text) -> text.matches(".*\\.j\\d = 0:J"));
	}

	private void sumOf(int count) {
		this.code.add(new Return(sum(assign(count))));
	}

	private List<Variable> assign(int count) {
		List<Variable> numbers = new ArrayList<>();
		for (int number = 0; number < count; number++) {
			Variable variable = this.variables.variable(Kind.INT);
			numbers.add(variable);
			this.code.add(new Assign(variable, Constant.ofInt(number)));
		}
		return numbers;
	}

	private static Expression sum(List<Variable> numbers) {
		Expression sum = Constant.ofInt(0);
		for (Variable number : numbers) {
			sum = new Numeric(NumericOp.I32_ADD, 0, sum, Read.of(number));
		}
		return sum;
	}

	private void spill(List<Variable> parameters) {
		Spilling.Spilled spilled = apply(parameters);
		spilled.complete(spilled.analysis());
	}

	private Spilling.Spilled apply(List<Variable> parameters) {
		return Spilling.apply(Analysis.of(new Body(this.variables, parameters, Kind.INT, this.code)), SLOTS);
	}

	private List<CallFrameField> fields() {
		return this.code.stream()
			.filter(SetInFrame.class::isInstance)
			.map((statement) -> ((SetInFrame) statement).field())
			.toList();
	}

}
