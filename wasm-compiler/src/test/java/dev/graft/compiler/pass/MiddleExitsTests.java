package dev.graft.compiler.pass;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.GlobalSet;
import dev.graft.compiler.ir.Statement.Jump;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Return;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.NumericOp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MiddleExitsTests {

	private static final int ENOUGH = 12;

	private final Body.Variables variables = new Body.Variables();

	private final List<Statement> code = new ArrayList<>();

	/// v0, what is compared.
	private final Variable counter = this.variables.variable(Kind.INT);

	/// v1, what it is compared with.
	private final Variable limit = this.variables.variable(Kind.INT);

	/// v2 and v3, which are mixed.
	private final Variable left = this.variables.variable(Kind.INT);

	private final Variable right = this.variables.variable(Kind.INT);

	/// L0 and L1.
	private final Label round = this.variables.label(true);

	private final Label out = this.variables.label(false);

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "I32_EQ | (i32.eqz (i32.rotl (i32.xor v0 v1) 1:I))", "I32_NE | (i32.rotl (i32.xor v0 v1) 1:I)",
					"I32_LT_S | (i64.lt_s (i64.sub (i64.extend_i32_s v0) (i64.extend_i32_s v1)) 0:J)",
					"I32_LE_S | (i64.le_s (i64.sub (i64.extend_i32_s v0) (i64.extend_i32_s v1)) 0:J)",
					"I32_GT_S | (i64.gt_s (i64.sub (i64.extend_i32_s v0) (i64.extend_i32_s v1)) 0:J)",
					"I32_GE_S | (i64.ge_s (i64.sub (i64.extend_i32_s v0) (i64.extend_i32_s v1)) 0:J)",
					"I32_LT_U | (i64.lt_s (i64.sub (i64.extend_i32_u v0) (i64.extend_i32_u v1)) 0:J)",
					"I32_LE_U | (i64.le_s (i64.sub (i64.extend_i32_u v0) (i64.extend_i32_u v1)) 0:J)",
					"I32_GT_U | (i64.gt_s (i64.sub (i64.extend_i32_u v0) (i64.extend_i32_u v1)) 0:J)",
					"I32_GE_U | (i64.ge_s (i64.sub (i64.extend_i32_u v0) (i64.extend_i32_u v1)) 0:J)" })
	void comparisonsOfTheCounterAreHidden(NumericOp relation, String hidden) {
		loop(new Numeric(relation, 0, Read.of(this.counter), Read.of(this.limit)), ENOUGH);
		assertThat(rewritten()).contains("if " + hidden + " goto L1");
	}

	@Test
	void comparisonsWithZeroAreHidden() {
		loop(Read.of(this.counter), ENOUGH);
		assertThat(rewritten()).contains("if (i32.rotl v0 1:I) goto L1");
	}

	@Test
	void comparisonsWithZeroThatAreTurnedRoundAreHidden() {
		loop(new Numeric(NumericOp.I32_EQZ, 0, Read.of(this.counter)), ENOUGH);
		assertThat(rewritten()).contains("if (i32.eqz (i32.rotl v0 1:I)) goto L1");
	}

	@Test
	void aLimitThatComesFirstIsHidden() {
		loop(new Numeric(NumericOp.I32_EQ, 0, Constant.ofInt(24), Read.of(this.counter)), ENOUGH);
		assertThat(rewritten()).contains("if (i32.eqz (i32.rotl (i32.xor 24:I v0) 1:I)) goto L1");
	}

	@Test
	void whatIsCopiedSeldomStaysAsItIs() {
		loop(atLimit(), ENOUGH / 2);
		staysAsItIs();
	}

	@Test
	void whatOnlyTheNextRoundReadsIsCopiedForTheInterpreter() {
		loop(atLimit(), ENOUGH);
		this.code.subList(this.code.size() - 3, this.code.size() - 1).clear();
		assertThat(rewritten()).contains("if (i32.eqz (i32.rotl (i32.xor v0 v1) 1:I)) goto L1");
	}

	@Test
	void whatTheRoundDoesNotReadBehindTheExitStaysAsItIs() {
		loop(atLimit(), ENOUGH);
		this.code.addAll(1,
				List.of(new Assign(this.left, Constant.ofInt(1)), new Assign(this.right, Constant.ofInt(2))));
		staysAsItIs();
	}

	@Test
	void whatIsUsedByWhatStaysStaysAsItIs() {
		loop(atLimit(), ENOUGH);
		for (int position = 2; position < 2 * ENOUGH; position += 4) {
			this.code.add(position + position / 2, show(this.left));
			this.code.add(position + position / 2, show(this.right));
		}
		staysAsItIs();
	}

	@Test
	void whatIsAssignedInSomeRoundsOnlyStaysAsItIs() {
		loop(atLimit(), ENOUGH);
		Label behind = this.variables.label(false);
		this.code.add(1, new JumpIf(Read.of(this.limit), true, behind));
		this.code.add(2 * ENOUGH + 2, new Mark(behind));
		staysAsItIs();
	}

	@Test
	void aLoopThatEndsWithTheComparisonStaysAsItIs() {
		loop(atLimit(), ENOUGH);
		this.code.removeIf(GlobalSet.class::isInstance);
		atEnd(show(this.left), show(this.right));
		staysAsItIs();
	}

	@Test
	void whatDoesNotChangeEvenlyStaysAsItIs() {
		loop(atLimit(), ENOUGH);
		this.code.add(1, new Assign(this.counter, Read.of(this.left)));
		staysAsItIs();
	}

	@Test
	void aLimitThatChangesStaysAsItIs() {
		loop(atLimit(), ENOUGH);
		this.code.add(1, new Assign(this.limit, Read.of(this.left)));
		staysAsItIs();
	}

	private Expression atLimit() {
		return new Numeric(NumericOp.I32_EQ, 0, Read.of(this.counter), Read.of(this.limit));
	}

	private void loop(Expression condition, int mixed) {
		this.code.add(new Mark(this.round));
		for (int number = 0; number < mixed; number++) {
			mix(this.left, this.right);
			mix(this.right, this.left);
		}
		this.code.add(new JumpIf(condition, true, this.out));
		this.code.add(show(this.limit));
		this.code
			.add(new Assign(this.counter, new Numeric(NumericOp.I32_ADD, 0, Read.of(this.counter), Constant.ofInt(8))));
		this.code.add(new Jump(this.round));
		this.code.add(new Mark(this.out));
		atEnd(show(this.left), show(this.right), new Return(null));
	}

	private void atEnd(Statement... statements) {
		int end = this.code.size() - ((this.code.getLast() instanceof Return) ? 1 : 0);
		this.code.addAll(end, List.of(statements));
	}

	private void mix(Variable changed, Variable other) {
		Expression moved = new Numeric(NumericOp.I32_SHL, 0, Read.of(changed), Constant.ofInt(3));
		this.code.add(new Assign(changed, new Numeric(NumericOp.I32_XOR, 0, moved, Read.of(other))));
	}

	private static Statement show(Variable variable) {
		return new GlobalSet(0, false, Read.of(variable));
	}

	private void staysAsItIs() {
		List<String> before = lines();
		assertThat(rewritten()).isEqualTo(before);
	}

	private List<String> rewritten() {
		MiddleExits.apply(new Body(this.variables, List.of(this.counter, this.limit, this.left, this.right), Kind.VOID,
				this.code));
		return lines();
	}

	private List<String> lines() {
		return this.code.stream().map(Statement::toString).map(String::strip).toList();
	}

}
