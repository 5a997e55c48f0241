package dev.graft.compiler.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.compiler.ir.Access;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Call;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Load;
import dev.graft.compiler.ir.MemoryBase;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Evaluate;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Return;
import dev.graft.compiler.ir.Statement.Store;
import dev.graft.compiler.ir.Target;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.MemoryAccessOp;
import dev.graft.compiler.op.NumericOp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BasesBehindCallsTests {

	private final Body.Variables variables = new Body.Variables();

	private final Variable rare = this.variables.variable(Kind.INT);

	private final Variable base = this.variables.temporary(Kind.LONG);

	private final Variable otherBase = this.variables.temporary(Kind.LONG);

	private final Label again = this.variables.label(true);

	private final Label next = this.variables.label(false);

	private final Statement fetch = new Assign(this.base, new MemoryBase(0));

	private final Statement call = new Evaluate(new Call(Kind.VOID, new Target.Function(0), 0));

	private final Statement load = new Assign(this.rare, load(0, this.base));

	private final Statement unlessRare = new JumpIf(Read.of(this.rare), false, this.next);

	private final Statement goOn = new JumpIf(Read.of(this.rare), true, this.again);

	private final Statement end = new Return(null);

	@Test
	void whereSomeRoundsCallNobody() {
		Statement[] body = { this.fetch, new Mark(this.again), this.load, this.unlessRare, this.call,
				new Mark(this.next), this.goOn, this.end };
		assertThat(rewritten(body)).isEqualTo(with(body, 5, this.fetch));
	}

	@Test
	void notWhereEachRoundCalls() {
		staysAsItIs(this.fetch, new Mark(this.again), this.call, this.load, this.unlessRare, this.call,
				new Mark(this.next), this.goOn, this.end);
	}

	@Test
	void aroundALoopThatCallsNobody() {
		Label inner = this.variables.label(true);
		Statement[] body = { this.fetch, new Mark(this.again), this.call, new Mark(inner), this.load,
				new JumpIf(Read.of(this.rare), true, inner), this.goOn, this.end };
		assertThat(rewritten(body)).isEqualTo(with(body, 3, this.fetch));
	}

	@Test
	void notBehindALoop() {
		staysAsItIs(this.fetch, new Mark(this.again), this.load, this.goOn, this.call, this.load, this.end);
	}

	@Test
	void notInALoopWithoutAccesses() {
		staysAsItIs(this.fetch, this.load, new Mark(this.again), this.unlessRare, this.call, new Mark(this.next),
				this.goOn, this.end);
	}

	@Test
	void storesAreAccessesToo() {
		Expression address = new Numeric(NumericOp.I64_EXTEND_I32_U, 0, Read.of(this.rare));
		Store store = new Store(Access.of(MemoryAccessOp.I32_STORE, 0, 0, 0).inPlace(this.base, null), address,
				Constant.ofInt(1));
		Statement[] body = { this.fetch, new Mark(this.again), store, this.unlessRare, this.call, new Mark(this.next),
				this.goOn, this.end };
		assertThat(rewritten(body)).isEqualTo(with(body, 5, this.fetch));
	}

	@Test
	void ofEachMemoryThatIsAccessed() {
		Statement fetchOther = new Assign(this.otherBase, new MemoryBase(3));
		Statement[] body = { this.fetch, fetchOther, new Mark(this.again), this.load, this.unlessRare, this.call,
				new Assign(this.rare, load(3, this.otherBase)), new Mark(this.next), this.goOn, this.end };
		assertThat(rewritten(body)).isEqualTo(with(body, 6, this.fetch, fetchOther));
	}

	@Test
	void inEveryLoopIfToldSo() {
		Statement[] body = { this.fetch, new Mark(this.again), this.call, this.load, this.goOn, this.end };
		assertThat(rewritten(true, body)).isEqualTo(with(body, 3, this.fetch));
	}

	@Test
	void theBodyGrowsByNoMoreThanIsTold() {
		Statement[] statements = { this.fetch, new Mark(this.again), this.load, this.unlessRare, this.call, this.call,
				new Mark(this.next), this.goOn, this.end };
		Body body = body(statements);
		BasesBehindCalls found = BasesBehindCalls.of(Analysis.of(body), false);
		assertThat(body.statements()).containsExactly(statements);
		int fetched = found.fetched().body().statements().size() - statements.length;
		assertThat(fetched).isEqualTo(2);
		assertThat(found.mostBytes()).isEqualTo(2 * 16);
	}

	@Test
	@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void manyLoopsInEachOtherTakeLittleTime() {
		List<Statement> statements = new ArrayList<>(List.of(this.fetch));
		List<Statement> ends = new ArrayList<>();
		for (int depth = 0; depth < 20_000; depth++) {
			Label header = this.variables.label(true);
			statements.addAll(List.of(new Mark(header), this.load, this.call));
			ends.add(new JumpIf(Read.of(this.rare), true, header));
		}
		statements.addAll(ends.reversed());
		statements.add(this.end);
		BasesBehindCalls found = BasesBehindCalls.of(Analysis.of(body(statements.toArray(Statement[]::new))), false);
		assertThat(found.mostBytes()).isEqualTo(19_999 * 16);
	}

	private void staysAsItIs(Statement... statements) {
		assertThat(rewritten(statements)).isEqualTo(listing(Arrays.asList(statements)));
	}

	private List<String> rewritten(Statement... statements) {
		return rewritten(false, statements);
	}

	private List<String> rewritten(boolean everywhere, Statement... statements) {
		return listing(BasesBehindCalls.of(Analysis.of(body(statements)), everywhere).fetched().body().statements());
	}

	private static List<String> with(Statement[] statements, int position, Statement... added) {
		List<Statement> expected = new ArrayList<>(Arrays.asList(statements));
		expected.addAll(position, Arrays.asList(added));
		return listing(expected);
	}

	private static List<String> listing(List<Statement> statements) {
		return statements.stream().map(Statement::toString).toList();
	}

	private Body body(Statement... statements) {
		return new Body(this.variables, List.of(this.rare), Kind.VOID, new ArrayList<>(Arrays.asList(statements)));
	}

	private static Load load(int memory, Variable base) {
		Expression address = new Numeric(NumericOp.I64_EXTEND_I32_U, 0, Constant.ofInt(8));
		return new Load(Access.of(MemoryAccessOp.I32_LOAD, memory, 0, 0).inPlace(base, null), address);
	}

}
