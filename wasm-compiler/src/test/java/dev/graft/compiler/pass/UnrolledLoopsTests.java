package dev.graft.compiler.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.compiler.ir.Body;
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
import dev.graft.compiler.ir.Statement.Poll;
import dev.graft.compiler.ir.Statement.Return;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.NumericOp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is compared is the listing of a body that returns `total`, the second variable.
class UnrolledLoopsTests {

	private final Body.Variables variables = new Body.Variables();

	private final Variable counter = this.variables.variable(Kind.INT);

	private final Variable total = this.variables.variable(Kind.INT);

	private final Variable start = this.variables.variable(Kind.INT);

	private final Label again = this.variables.label(true);

	private final Statement addCounter = new Assign(this.total, sum(Read.of(this.total), Read.of(this.counter)));

	@Test
	void whatCountsIsAConstantInEachRound() {
		assertThat(rewritten(set(this.counter, 5), loop(2, NumericOp.I32_NE, 11, this.addCounter))).isEqualTo("""
				v1 = (i32.add v1 5:I)
				v1 = (i32.add v1 7:I)
				v1 = (i32.add v1 9:I)
				return v1
				""");
	}

	@Test
	void whatBeginsAsAnotherVariableIsThatOneAndAConstant() {
		Variable pointer = this.variables.variable(Kind.INT);
		assertThat(rewritten(new Assign(pointer, Read.of(this.start)), set(this.counter, 0),
				loop(1, NumericOp.I32_LT_U, 3, new Assign(this.total, sum(Read.of(this.total), Read.of(pointer))),
						new Assign(pointer, sum(Read.of(pointer), Constant.ofInt(-8))))))
			.isEqualTo("""
					v1 = (i32.add v1 v2)
					v1 = (i32.add v1 (i32.add v2 -8:I))
					v1 = (i32.add v1 (i32.add v2 -16:I))
					return v1
					""");
	}

	@Test
	void whatTheOtherVariableWasIsForgottenWhereItChanges() {
		Variable pointer = this.variables.variable(Kind.INT);
		assertThat(rewritten(new Assign(pointer, Read.of(this.start)), set(this.counter, 0),
				loop(1, NumericOp.I32_LT_U, 2, new Assign(this.total, sum(Read.of(this.total), Read.of(pointer))),
						new Assign(this.start, Read.of(this.total)))))
			.isEqualTo("""
					v3 = v2
					v1 = (i32.add v1 v2)
					v1 = (i32.add v1 v3)
					return v1
					""");
	}

	@Test
	void aTemporaryVariableOfEachRoundIsAnother() {
		Variable temporary = this.variables.temporary(Kind.INT);
		assertThat(rewritten(set(this.counter, 0),
				loop(1, NumericOp.I32_NE, 2,
						new Assign(temporary,
								new Numeric(NumericOp.I32_MUL, 0, Read.of(this.total), Constant.ofInt(3))),
						new Assign(this.total, sum(Read.of(temporary), Read.of(temporary))))))
			.isEqualTo("""
					v4 = (i32.mul v1 3:I)
					v1 = (i32.add v4 v4)
					v3 = (i32.mul v1 3:I)
					v1 = (i32.add v3 v3)
					return v1
					""");
	}

	@ParameterizedTest
	@CsvSource({ "I32_NE, 0, 16, 1, 16", "I32_NE, 0, 17, 1, 0", "I32_NE, 0, 15, 2, 0", "I32_NE, -3, 0, 1, 3",
			"I32_LT_S, -2, 2, 1, 4", "I32_LT_U, -2, 2, 1, 1", "I32_LT_U, 0, -1, 1, 0", "I32_LE_S, 0, 4, 2, 3",
			"I32_LE_U, -2, 0, 1, 1", "I32_GT_S, 3, -2, -1, 5", "I32_GT_U, 3, 0, -1, 3", "I32_GE_S, 2, -1, -1, 4",
			"I32_GE_U, 2, 1, -1, 2", "I32_NE, 2147483646, -2147483647, 1, 3", "I32_LT_S, 2147483646, 2147483647, 1, 1",
			"I32_EQ, 0, 1, 1, 0" })
	void asManyRoundsAreWrittenAsThereAre(NumericOp relation, int from, int limit, int step, int rounds) {
		String rewritten = rewritten(set(this.counter, from), loop(step, relation, limit, this.addCounter));
		assertThat(rewritten.contains("goto")).isEqualTo(rounds == 0);
		assertThat(rewritten.lines().filter((line) -> line.startsWith("v1 =")).count()).isEqualTo(Math.max(rounds, 1));
	}

	@Test
	void roundsThatAreTooMuchTogetherStayALoop() {
		Statement[] large = new Statement[20];
		Arrays.fill(large, this.addCounter);
		assertThat(rewritten(set(this.counter, 0), loop(1, NumericOp.I32_NE, 16, large))).contains("goto");
		assertThat(rewritten(set(this.counter, 0), loop(1, NumericOp.I32_NE, 5, large))).doesNotContain("goto");
	}

	@Test
	void aLoopThatBeginsAnywhereStaysALoop() {
		assertThat(
				rewritten(new Assign(this.counter, Read.of(this.start)), loop(1, NumericOp.I32_NE, 3, this.addCounter)))
			.contains("goto");
	}

	@Test
	void aLoopThatIsEnteredFromElsewhereStaysALoop() {
		List<Statement> code = new ArrayList<>(
				List.of(new JumpIf(Read.of(this.start), true, this.again), set(this.counter, 0)));
		code.addAll(List.of(loop(1, NumericOp.I32_NE, 3, this.addCounter)));
		assertThat(rewritten(code)).contains("3:I) goto L0");
	}

	@Test
	void aLoopWithTwoWaysStaysALoop() {
		Label next = this.variables.label(false);
		assertThat(rewritten(set(this.counter, 0), loop(1, NumericOp.I32_NE, 3,
				new JumpIf(Read.of(this.start), true, next), this.addCounter, new Mark(next))))
			.contains("goto");
	}

	@Test
	void aLabelBeforeTheLoopHidesWhereItBegins() {
		Label before = this.variables.label(false);
		List<Statement> code = new ArrayList<>(
				List.of(new JumpIf(Read.of(this.start), true, before), set(this.counter, 0), new Mark(before)));
		code.addAll(List.of(loop(1, NumericOp.I32_NE, 3, this.addCounter)));
		assertThat(rewritten(code)).contains("goto");
	}

	private static Expression sum(Expression one, Expression other) {
		return new Numeric(NumericOp.I32_ADD, 0, one, other);
	}

	private static Statement set(Variable variable, int value) {
		return new Assign(variable, Constant.ofInt(value));
	}

	private Statement[] loop(int step, NumericOp relation, int limit, Statement... round) {
		List<Statement> code = new ArrayList<>(List.of(new Mark(this.again), new Poll(7, false)));
		code.addAll(List.of(round));
		code.add(new Assign(this.counter, sum(Read.of(this.counter), Constant.ofInt(step))));
		code.add(new JumpIf(new Numeric(relation, 0, Read.of(this.counter), Constant.ofInt(limit)), true, this.again));
		return code.toArray(Statement[]::new);
	}

	private String rewritten(Statement first, Statement[] loop) {
		List<Statement> code = new ArrayList<>(List.of(first));
		code.addAll(List.of(loop));
		return rewritten(code);
	}

	private String rewritten(Statement first, Statement second, Statement[] loop) {
		List<Statement> code = new ArrayList<>(List.of(first, second));
		code.addAll(List.of(loop));
		return rewritten(code);
	}

	private String rewritten(List<Statement> code) {
		code.add(new Return(Read.of(this.total)));
		Body body = new Body(this.variables, List.of(this.total, this.start), Kind.INT, code);
		UnrolledLoops.apply(body);
		return body.statements().stream().map(Statement::toString).collect(Collectors.joining("\n", "", "\n"));
	}

}
