package dev.graft.compiler.reroll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import dev.graft.compiler.ir.Access;
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
import dev.graft.compiler.ir.Statement.Return;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.ir.VectorLoad;
import dev.graft.compiler.op.MemoryAccessOp;
import dev.graft.compiler.op.NumericOp;
import dev.graft.compiler.op.VectorOp;
import org.junit.jupiter.api.Test;

class RerollingTests {

	private static final int ALL = 0xFFFF;

	private static final byte[] EVEN = { 0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27 };

	private static final byte[] ODD = { 4, 5, 6, 7, 12, 13, 14, 15, 20, 21, 22, 23, 28, 29, 30, 31 };

	private final Body.Variables variables = new Body.Variables();

	private final Variable row = this.variables.variable(Kind.INT);

	private final Variable columns = this.variables.variable(Kind.INT);

	private final Variable count = this.variables.variable(Kind.INT);

	private final List<Statement> statements = new ArrayList<>();

	/// Elements of a round are not evenly apart, but four totals are one number each.
	@Test
	void sumsOfManyColumnsAreThoseOfWholeRounds() {
		List<RerolledLoop> rerolled = rerolled(4, VectorOp.I32X4_MUL, EVEN);
		assertThat(rerolled).singleElement().extracting(RerolledLoop::count).isEqualTo(1);
		assertThat(this.statements).anyMatch((statement) -> statement.toString().contains("(i32.load +60 "));
	}

	@Test
	void fewColumnsStayVectors() {
		assertThat(rerolled(3, VectorOp.I32X4_MUL, EVEN)).isEmpty();
	}

	/// What is chosen is chosen for all lanes of a `long` at once.
	@Test
	void columnsOfExtremesStayVectors() {
		assertThat(rerolled(4, VectorOp.I32X4_MAX_S, EVEN)).isEmpty();
	}

	@Test
	void vectorsOfWhichSomebodySeesPartsOfTotalsStay() {
		assertThat(rerolled(4, VectorOp.I32X4_MUL, ODD)).isEmpty();
	}

	private List<RerolledLoop> rerolled(int number, VectorOp op, byte[] even) {
		List<Variable> sums = new ArrayList<>();
		for (int column = 0; column < number; column++) {
			sums.add(this.variables.variable(Kind.VECTOR));
		}
		Label header = this.variables.label(true);
		this.statements.add(new Mark(header));
		Expression first = assigned(load(this.row, 0));
		for (int column = 0; column < number; column++) {
			Expression other = assigned(load(this.columns, 16 * column));
			Expression product = assigned(Vector.of(op, 0, first, other));
			Read sum = Read.of(sums.get(column));
			this.statements.add(new Assign(sums.get(column), Vector.of(VectorOp.I32X4_ADD, 0, sum, product)));
		}
		increase(this.row, 16);
		increase(this.columns, 16 * number);
		increase(this.count, -1);
		this.statements.add(new JumpIf(Read.of(this.count), true, header));
		Expression low = pairs(even, Read.of(sums.get(0)), Read.of(sums.get(1)));
		Expression high = pairs(even, Read.of(sums.get(2)), Read.of(sums.getLast()));
		Expression all = assigned(Vector.of(VectorOp.F32X4_CONVERT_I32X4_S, 0, pairs(EVEN, low, high)));
		this.statements.add(new Return(Vector.of(VectorOp.F32X4_EXTRACT_LANE, 0, all)));
		Body body = new Body(this.variables, List.of(this.row, this.columns, this.count), Kind.FLOAT, this.statements);
		return Rerolling.apply(body, (memory) -> false, (vector) -> Bits.VECTOR_BYTES, (vector) -> ALL);
	}

	private Expression pairs(byte[] even, Expression one, Expression other) {
		Expression lower = assigned(Vector.shuffle(even, one, other));
		return assigned(Vector.of(VectorOp.I32X4_ADD, 0, lower, assigned(Vector.shuffle(ODD, one, other))));
	}

	private static VectorLoad load(Variable address, int offset) {
		return new VectorLoad(Access.of(MemoryAccessOp.I64_LOAD, 0, offset, 0), Read.of(address));
	}

	private void increase(Variable variable, int by) {
		this.statements
			.add(new Assign(variable, new Numeric(NumericOp.I32_ADD, 0, Read.of(variable), Constant.ofInt(by))));
	}

	private Expression assigned(Expression value) {
		Variable vector = this.variables.temporary(Kind.VECTOR);
		this.statements.add(new Assign(vector, value));
		return Read.of(vector);
	}

}
