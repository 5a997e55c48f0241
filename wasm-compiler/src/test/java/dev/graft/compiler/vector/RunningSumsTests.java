package dev.graft.compiler.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.SetFurtherResult;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.NumericOp;
import org.junit.jupiter.api.Test;

class RunningSumsTests {

	private final Body.Variables variables = new Body.Variables();

	private final Variable[] ints = lanes(Kind.INT);

	private final List<Statement> statements = new ArrayList<>();

	private Variable[] lanes(Kind kind) {
		return IntStream.range(0, 4).mapToObj((lane) -> this.variables.variable(kind)).toArray(Variable[]::new);
	}

	@Test
	void aSumGoesOnWhereAnotherOneEnds() {
		leaveSums(this.ints, NumericOp.I32_ADD);
		RunningSums.apply(body());
		assertThat(lines()).contains("v7 = (i32.add v4 v2)", "v8 = (i32.add v7 v3)");
	}

	@Test
	void longsAreWholeNumbersToo() {
		leaveSums(lanes(Kind.LONG), NumericOp.I64_ADD);
		RunningSums.apply(body());
		assertThat(lines()).contains("v11 = (i64.add v8 v6)", "v12 = (i64.add v11 v7)");
	}

	@Test
	void floatsAreAddedInTheirOrder() {
		leaveSums(lanes(Kind.DOUBLE), NumericOp.F64_ADD);
		assertUnchanged();
	}

	@Test
	void whatHasBeenAssignedSinceIsAnotherNumber() {
		for (Variable lane : this.ints) {
			this.statements.clear();
			leaveSums(this.ints, NumericOp.I32_ADD);
			this.statements.add(new Assign(lane, Constant.ofInt(7)));
			leaveSums(this.ints, NumericOp.I32_ADD);
			List<String> before = lines();
			List<Integer> expected = values();
			RunningSums.apply(body());
			assertThat(lines()).isNotEqualTo(before);
			assertThat(values()).isEqualTo(expected);
		}
	}

	@Test
	void nothingIsKnownBehindALabel() {
		Variable one = assign(numeric(NumericOp.I32_ADD, this.ints[1], this.ints[0]));
		Variable second = add(this.ints[2], this.ints[1]);
		Variable third = add(this.ints[3], this.ints[2]);
		leave(one);
		this.statements.add(new Mark(this.variables.label(false)));
		leave(add(second, this.ints[0]));
		leave(add(third, one));
		assertUnchanged();
	}

	@Test
	void whatIsNoShorterIsLeft() {
		Variable pair = add(this.ints[0], this.ints[1]);
		leave(add(pair, this.ints[2]));
		leave(add(pair, this.ints[3]));
		leave(add(add(this.ints[0], this.ints[2]), this.ints[3]));
		assertUnchanged();
	}

	/// As a shuffle repeats a lane.
	@Test
	void copiesAreTheSameTerm() {
		Variable[] lanes = this.ints.clone();
		Variable one = assign(numeric(NumericOp.I32_ADD, lanes[1], lanes[0]));
		leave(add(lanes[0], assign(Read.of(lanes[3]))));
		leave(add(one, assign(Read.of(lanes[3]))));
		leave(add(add(lanes[2], one), assign(Read.of(lanes[3]))));
		List<Integer> expected = values();
		RunningSums.apply(body());
		assertThat(lines()).contains("v8 = (i32.add v6 v1)", "v11 = (i32.add v8 v2)");
		assertThat(values()).isEqualTo(expected);
	}

	@Test
	void addressesAreLeft() {
		Numeric far = (Numeric) Trees.numeric(NumericOp.I32_ADD, sum(this.ints[0], this.ints[1]), Constant.ofInt(16));
		leave(add(this.ints[0], this.ints[1]));
		leave(assign(Trees.numeric(NumericOp.I32_ADD, far, Read.of(this.ints[2]))));
		leave(assign(Trees.numeric(NumericOp.I32_ADD, far, Read.of(this.ints[3]))));
		assertUnchanged();
	}

	@Test
	void zerosThatHaveBeenShiftedInAreNoTerms() {
		Variable first = assign(Trees.numeric(NumericOp.I32_ADD, Constant.ofInt(0), Read.of(this.ints[0])));
		leave(first);
		Variable nothing = assign(Trees.numeric(NumericOp.I32_ADD, Constant.ofInt(0), Constant.ofInt(0)));
		leave(nothing);
		leave(add(add(this.ints[2], this.ints[1]), first));
		leave(add(this.ints[1], first));
		leaveSums(this.ints, NumericOp.I32_ADD);
		List<Integer> expected = values();
		RunningSums.apply(body());
		assertThat(lines()).contains("v4 = v0", "v5 = (i32.add 0:I 0:I)");
		assertThat(values()).isEqualTo(expected);
	}

	@Test
	void everySumOfALongLineHasItsTerms() {
		Variable last = this.ints[3];
		for (int round = 0; round < 1_000; round++) {
			Variable next = this.ints[round % 3];
			last = leaveSums(new Variable[] { next, last, this.ints[1], this.ints[2] }, NumericOp.I32_ADD);
		}
		List<String> before = lines();
		List<Integer> expected = values();
		RunningSums.apply(body());
		assertThat(lines()).isNotEqualTo(before);
		assertThat(values()).isEqualTo(expected);
	}

	// In two steps, as lanes of a vector are added up.
	private Variable leaveSums(Variable[] lanes, NumericOp op) {
		Variable one = assign(numeric(op, lanes[1], lanes[0]));
		Variable second = assign(numeric(op, lanes[2], lanes[1]));
		Variable third = assign(numeric(op, lanes[3], lanes[2]));
		leave(one);
		leave(assign(numeric(op, second, lanes[0])));
		Variable last = assign(numeric(op, third, one));
		leave(last);
		return last;
	}

	private Variable add(Variable one, Variable other) {
		return assign(sum(one, other));
	}

	private static Expression sum(Variable one, Variable other) {
		return numeric((one.kind() == Kind.INT) ? NumericOp.I32_ADD : NumericOp.I64_ADD, one, other);
	}

	private static Expression numeric(NumericOp op, Variable one, Variable other) {
		return Trees.numeric(op, Read.of(one), Read.of(other));
	}

	private Variable assign(Expression value) {
		Variable temporary = this.variables.temporary(value.kind());
		this.statements.add(new Assign(temporary, value));
		return temporary;
	}

	private void leave(Variable variable) {
		this.statements.add(new SetFurtherResult(1, Read.of(variable)));
	}

	private Body body() {
		return new Body(this.variables, List.of(), Kind.VOID, this.statements);
	}

	private List<String> lines() {
		return this.statements.stream().map(Object::toString).toList();
	}

	private void assertUnchanged() {
		List<String> before = lines();
		RunningSums.apply(body());
		assertThat(lines()).isEqualTo(before);
	}

	// What is left at each place, if the variables are 1, 10, 100 and 1000 at first.
	private List<Integer> values() {
		Map<Variable, Integer> values = new HashMap<>();
		for (int lane = 0; lane < 4; lane++) {
			values.put(this.ints[lane], (int) Math.pow(10, lane));
		}
		List<Integer> left = new ArrayList<>();
		for (Statement statement : this.statements) {
			switch (statement) {
				case Assign assign -> values.put(assign.variable(), value(assign.value(), values));
				case SetFurtherResult result -> left.add(value(result.value(), values));
				default -> throw new IllegalArgumentException(statement.toString());
			}
		}
		return left;
	}

	private static int value(Expression tree, Map<Variable, Integer> values) {
		return switch (tree) {
			case Constant constant -> (int) constant.bits();
			case Read read -> Objects.requireNonNull(values.get(read.variable()));
			default -> value(tree.operand(0), values) + value(tree.operand(1), values);
		};
	}

}
