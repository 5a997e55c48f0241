package dev.graft.compiler.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import dev.graft.compiler.ir.Access;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.CheckedAddress;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Load;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.RegisterOperation;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Store;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.MemoryAccessOp;
import dev.graft.compiler.op.NumericOp;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WholeLanesTests {

	private final Body.Variables variables = new Body.Variables();

	private final Variable target = this.variables.variable(Kind.INT);

	private final Variable source = this.variables.variable(Kind.INT);

	private final Variable counter = this.variables.variable(Kind.INT);

	private final Variable[] lanes = { this.variables.variable(Kind.INT), this.variables.variable(Kind.INT) };

	private final List<Statement> front = new ArrayList<>();

	private final List<List<Statement>> loops = List.of(loop(0), loop(1));

	private final List<Statement> behind = new ArrayList<>();

	private final Set<Variable> elsewhere = new HashSet<>();

	private List<Statement> loop(int lane) {
		Label header = this.variables.label(true);
		Variable variable = this.lanes[lane];
		return new ArrayList<>(List.of(new Assign(this.counter, Constant.ofInt(10)), new Mark(header),
				new Assign(variable, sum(variable, 3)), new Assign(this.counter, sum(this.counter, -1)),
				new JumpIf(Read.of(this.counter), true, header)));
	}

	private static Expression sum(Variable variable, int number) {
		return new Numeric(NumericOp.I32_ADD, 0, Read.of(variable), Constant.ofInt(number));
	}

	@Test
	void aRoundForEachLane() {
		begin(5, 6);
		store(0, 0);
		store(1, 16);
		assertThat(lines()).containsSubsequence("v12 = (i64.extend_i32_u v0)",
				"unless (i64.le_s (i64.add v12 32:J) (bytes of memory 0)) goto L5", "v9 = 0:I", "v7 = 5:I", "v8 = 0:I",
				"L2:", "v3 = v7", "v2 = 10:I", "L0:", "v5 = (check 16 +0 (i32.add v0 v8))",
				"i32.store +4 unchecked v5 v3", "v7 = (i32.add v7 1:I)", "v8 = (i32.add v8 16:I)",
				"if (i32.lt_s v9 2:I) goto L2", "goto L6", "L5:", "v3 = 5:I", "L6:");
	}

	@Test
	void whatComesLaterIsCountedFromTheLeastAddress() {
		begin(5, 6);
		store(0, 16);
		store(1, 0);
		assertThat(lines()).containsSubsequence("v8 = 16:I", "L2:", "v5 = (check 16 +0 (i32.add v0 v8))",
				"v8 = (i32.add v8 -16:I)");
	}

	@Test
	void textsMayBeTheSameOrApart() {
		begin(5, 6);
		encipher(0, 0);
		encipher(1, 32);
		encipher(0, 16);
		encipher(1, 48);
		List<String> lines = lines();
		assertThat(lines).filteredOn((line) -> line.startsWith("if (i64.eq")).hasSize(1);
		assertThat(lines).filteredOn((line) -> line.contains("(i32.load +4 unchecked")).hasSize(6);
	}

	@Test
	void textsThatOverlapOnlyIfTheyAreTheSame() {
		begin(5, 6);
		encipher(0, 0, 16);
		encipher(1, 32, 48);
		encipher(0, 16, 32);
		encipher(1, 48, 64);
		assertThat(lines()).noneMatch((line) -> line.startsWith("if (i64.eq"))
			.anyMatch((line) -> line.startsWith("if (i64.le_s"));
	}

	@Test
	void numbersThatDoNotGrowEvenly() {
		begin(5, 6);
		store(0, 0);
		store(1, 16);
		store(0, 32);
		store(1, 50);
		assertThat(order()).isNotNull();
		store(0, 64);
		store(1, 64 + 48);
		this.behind.removeLast();
		assertThat(order()).isNull();
	}

	@Test
	void otherOperators() {
		this.front.add(new Assign(this.lanes[0], Constant.ofInt(5)));
		this.front
			.add(new Assign(this.lanes[1], new Numeric(NumericOp.I32_XOR, 0, Read.of(this.target), Constant.ofInt(6))));
		store(0, 0);
		store(1, 16);
		assertThat(order()).isNull();
	}

	@Test
	void laneThatBeginsWithWhatComesFromElsewhere() {
		store(0, 0);
		store(1, 16);
		assertThat(order()).isNull();
	}

	@Test
	void resultThatIsReadElsewhere() {
		begin(5, 6);
		store(0, 0);
		store(1, 16);
		this.elsewhere.add(this.lanes[1]);
		assertThat(order()).isNull();
	}

	@Test
	void resultsThatMeet() {
		begin(5, 6);
		store(0, 0);
		store(1, 16);
		Variable sum = this.variables.variable(Kind.INT);
		this.behind
			.add(new Assign(sum, new Numeric(NumericOp.I32_ADD, 0, Read.of(this.lanes[0]), Read.of(this.lanes[1]))));
		assertThat(order()).isNull();
	}

	@Test
	void laneThatKeepsWhatAnotherOverwrites() {
		begin(5, 6);
		Variable overwritten = this.variables.variable(Kind.INT);
		storeTwoNumbers(0, overwritten, overwritten, overwritten);
		Variable kept = this.variables.variable(Kind.INT);
		storeTwoNumbers(1, kept, this.variables.variable(Kind.INT), kept);
		assertThat(order()).isNull();
	}

	@Test
	void lanesThatOverwriteWhatTheyHaveStored() {
		begin(5, 6);
		Variable one = this.variables.variable(Kind.INT);
		storeTwoNumbers(0, one, one, one);
		Variable other = this.variables.variable(Kind.INT);
		storeTwoNumbers(1, other, other, other);
		assertThat(order()).isNotNull();
	}

	private void storeTwoNumbers(int lane, Variable first, Variable second, Variable last) {
		this.behind.add(new Assign(first, sum(this.lanes[lane], 1)));
		store(first, 64 * lane);
		this.behind.add(new Assign(second, sum(this.lanes[lane], 2)));
		store(second, 64 * lane + 16);
		store(last, 64 * lane + 32);
	}

	@Test
	void storesThatOverlapStayInTheirOrder() {
		begin(5, 6);
		store(0, 0);
		store(1, 16);
		store(0, 16);
		store(1, 32);
		assertThat(order()).isNull();
	}

	@Test
	void addressThatChanges() {
		begin(5, 6);
		store(0, 0);
		this.behind.add(new Assign(this.target, sum(this.target, 16)));
		store(1, 0);
		assertThat(order()).isNull();
	}

	@Test
	void whatIsAddedBehindItAll() {
		begin(5, 6);
		store(0, 0);
		store(1, 16);
		this.behind.add(new Assign(this.target, sum(this.target, 32)));
		assertThat(lines()).containsSubsequence("if (i32.lt_s v9 2:I) goto L2", "v0 = (i32.add v0 32:I)", "goto L6");
	}

	@Test
	void linesEndWhereSomethingElseHappens() {
		begin(5, 6);
		store(0, 0);
		Load load = new Load(Access.of(MemoryAccessOp.I32_LOAD, 0, 0, 1), Read.of(this.target));
		this.behind.add(new Assign(this.source, load));
		assertThat(WholeLanes.behind(this.behind, 0)).isEqualTo(2);
		this.front.addFirst(new Assign(this.source, load));
		assertThat(WholeLanes.front(this.front)).isEqualTo(1);
	}

	@Test
	void linesEndWhereARegisterIsLoaded() {
		store(0, 0);
		Expression address = checked(this.source, 0);
		this.behind.add(new Assign(this.variables.variable(Kind.REGISTER), RegisterOperation.load(address)));
		assertThat(WholeLanes.behind(this.behind, 0)).isEqualTo(3);
	}

	private void begin(int... numbers) {
		for (int lane = 0; lane < numbers.length; lane++) {
			this.front.add(new Assign(this.lanes[lane], Constant.ofInt(numbers[lane])));
		}
	}

	private void store(int lane, int offset) {
		store(this.lanes[lane], offset);
	}

	private void store(Variable value, int offset) {
		this.behind.add(new Store(Access.ofChecked(MemoryAccessOp.I32_STORE, 0, 4), checked(this.target, offset),
				Read.of(value)));
	}

	private void encipher(int lane, int offset) {
		encipher(lane, offset, offset);
	}

	private void encipher(int lane, int from, int offset) {
		Expression text = new Load(Access.ofChecked(MemoryAccessOp.I32_LOAD, 0, 4), checked(this.source, from));
		this.behind.add(new Store(Access.ofChecked(MemoryAccessOp.I32_STORE, 0, 4), checked(this.target, offset),
				new Numeric(NumericOp.I32_XOR, 0, text, Read.of(this.lanes[lane]))));
	}

	private Expression checked(Variable base, int offset) {
		Variable checked = this.variables.temporary(Kind.LONG);
		this.behind.add(new Assign(checked,
				new CheckedAddress(Access.of(MemoryAccessOp.I32_STORE, 0, offset, 1), 16, Read.of(base))));
		return Read.of(checked);
	}

	private @Nullable List<Statement> order() {
		assertThat(WholeLanes.behind(this.behind, 0)).isEqualTo(this.behind.size());
		return WholeLanes.order(this.variables, this.counter, this.front, this.loops, this.behind,
				this.elsewhere::contains);
	}

	private List<String> lines() {
		return Objects.requireNonNull(order()).stream().map(Statement::toString).toList();
	}

}
