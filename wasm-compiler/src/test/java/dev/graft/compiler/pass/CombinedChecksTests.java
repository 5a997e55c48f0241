package dev.graft.compiler.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.compiler.ir.Access;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Load;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Evaluate;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Return;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.MemoryAccessOp;
import dev.graft.compiler.op.NumericOp;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CombinedChecksTests {

	private final Body.Variables variables = new Body.Variables();

	private final Variable pointer = this.variables.variable(Kind.INT);

	private final Variable other = this.variables.variable(Kind.INT);

	private final Variable value = this.variables.variable(Kind.INT);

	private final Variable base = this.variables.temporary(Kind.LONG);

	private final Label label = this.variables.label(false);

	@Test
	void oneCheckSpeaksForLoadsThatAreNearToEachOther() {
		assertThat(combined(load(8), load(0), load(4))).containsExactly("v4 = (i64.extend_i32_u v0)");
	}

	@Test
	void theCheckReachesFromTheLeastAddressToTheEndOfTheGreatest() {
		Body body = body(load(8), load(-4), load(4));
		assertThat(body.toString()).contains("v4 = (i64.extend_i32_u (i32.add v0 -4:I))")
			.contains("(i64.le_s (i64.add v4 16:J)");
	}

	// Where the memory has 4 GiB, those that do not reach that far wrap around.
	@Test
	void whereTheMemoryDoesNotReachThatFarEachIsCheckedAndWrapsAround() {
		Body body = body(load(8), load(0), load(4));
		assertThat(body.statements().stream().filter(Evaluate.class::isInstance)).hasSize(3);
		assertThat(body.toString()).contains("= 4294967295").contains("(i64.and (i64.add v4 8:J) v5)");
	}

	@Test
	void twoLoadsCheckByThemselves() {
		assertThat(combined(load(8), load(0))).isEmpty();
	}

	@Test
	void loadsThatAreFarFromEachOtherCheckByThemselves() {
		assertThat(combined(load(8), load(0), load(1 << 20))).isEmpty();
		assertThat(combined(load(Integer.MAX_VALUE), load(0), load(Integer.MIN_VALUE))).isEmpty();
	}

	@Test
	void aLoadBehindAStoreIsNotCheckedInFrontOfIt() {
		Statement store = new Statement.Store(access(MemoryAccessOp.I32_STORE), Read.of(this.other), Constant.ofInt(0));
		assertThat(combined(load(8), load(0), store, load(4))).isEmpty();
	}

	@Test
	void aLoadBehindAnotherTrapIsNotCheckedInFrontOfIt() {
		Expression division = new Numeric(NumericOp.I32_DIV_U, 7, Constant.ofInt(1), Read.of(this.other));
		assertThat(combined(load(8), load(0), new Assign(this.value, division), load(4))).isEmpty();
	}

	@Test
	void aLoadBehindAJumpIsNotCheckedInFrontOfIt() {
		Statement jump = new JumpIf(Read.of(this.value), true, this.label);
		assertThat(combined(load(8), load(0), jump, load(4), new Mark(this.label))).isEmpty();
	}

	@Test
	void addressesAreToldByWhatTheVariableHeld() {
		Assign next = new Assign(this.pointer, sum(this.pointer, 4));
		Assign otherValue = new Assign(this.pointer, Read.of(this.other));
		assertThat(combined(load(0), next, load(0), next, load(0))).hasSize(1);
		assertThat(combined(load(0), load(4), otherValue, load(8))).isEmpty();
	}

	@Test
	void theCheckIsMadeOfWhatTheVariableHoldsAtTheFirstLoad() {
		Assign next = new Assign(this.other, sum(this.pointer, 4));
		Statement first = new Assign(this.value, new Load(access(MemoryAccessOp.I32_LOAD), sum(this.other, 4)));
		Assign lost = new Assign(this.other, Read.of(this.value));
		assertThat(combined(next, first, lost, load(0), load(4)))
			.containsExactly("v4 = (i64.extend_i32_u (i32.add v1 -4:I))");
	}

	// What the fronts begin with.
	private List<String> combined(Statement... statements) {
		return body(statements).statements()
			.stream()
			.filter((statement) -> statement instanceof Assign assign && assign.variable().kind() == Kind.LONG)
			.map(Statement::toString)
			.filter((text) -> text.contains("extend"))
			.toList();
	}

	private Body body(Statement... statements) {
		Body body = new Body(this.variables, List.of(), Kind.VOID, new ArrayList<>(List.of(statements)));
		body.statements().add(new Return(null));
		CombinedChecks.apply(body);
		return body;
	}

	private Statement load(int plus) {
		return new Assign(this.value, new Load(access(MemoryAccessOp.I32_LOAD), sum(this.pointer, plus)));
	}

	private static Expression sum(Variable variable, int plus) {
		return new Numeric(NumericOp.I32_ADD, 0, Read.of(variable), Constant.ofInt(plus));
	}

	private Access access(MemoryAccessOp op) {
		return Access.of(op, 0, 0, 1).inPlace(this.base, null);
	}

}
