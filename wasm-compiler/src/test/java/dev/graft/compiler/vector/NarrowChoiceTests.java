package dev.graft.compiler.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import dev.graft.compiler.ir.Access;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.VectorStore;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.ir.VectorOfHalves;
import dev.graft.compiler.op.MemoryAccessOp;
import dev.graft.compiler.op.VectorOp;
import dev.graft.compiler.pass.Loops;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NarrowChoiceTests {

	private static final byte[] TURNED = { 14, 15, 12, 13, 10, 11, 8, 9, 6, 7, 4, 5, 2, 3, 0, 1 };

	private final Body.Variables variables = new Body.Variables();

	private final Variable address = this.variables.variable(Kind.INT);

	private final List<Statement> statements = new ArrayList<>();

	private final Variable one = halves();

	private final Variable other = halves();

	@Test
	void shuffledShortsInAStraightLineAreHeldByThemselves() {
		Variable sum = assign(VectorOp.I16X8_ADD, this.one, this.other);
		Variable turned = turned(sum);
		Variable again = turned(turned);
		Variable product = assign(VectorOp.I16X8_MUL, again, sum);
		store(product);
		assertThat(shapes(sum, turned, again, product)).containsOnly(Shape.I16X8);
	}

	@Test
	void sumsInAStraightLineStayTogether() {
		Variable sum = assign(VectorOp.I16X8_ADD, this.one, this.other);
		store(sum);
		assertThat(shapes(sum)).containsOnlyNulls();
	}

	@Test
	void wholeLanesAreTakenFromIntsAndNotFromLongs() {
		Variable low = assign(VectorOp.I32X4_EXTEND_LOW_I16X8_S, this.one);
		Variable square = assign(VectorOp.I32X4_MUL, low, low);
		Variable upper = this.variables.temporary(Kind.VECTOR);
		byte[] lanes = { 2, 3, 6, 7, 10, 11, 14, 15, 18, 19, 22, 23, 26, 27, 30, 31 };
		this.statements.add(new Assign(upper, Vector.shuffle(lanes, Read.of(square), Read.of(square))));
		store(assign(VectorOp.I16X8_MUL, turned(upper), upper));
		assertThat(shapes(upper)).containsOnly(Shape.I16X8);
		assertThat(ShapeInference.infer(body(), Loops.of(body()), choose())[square.index()]).isEqualTo(Shape.I32X4);
	}

	@Test
	void shiftsThatMoveShortsLeaveThemByThemselves() {
		Variable product = assign(VectorOp.I16X8_MUL, turned(this.one), this.other);
		Variable moved = this.variables.temporary(Kind.VECTOR);
		this.statements
			.add(new Assign(moved, Vector.of(VectorOp.I32X4_SHR_U, 0, Read.of(product), Constant.ofInt(16))));
		store(assign(VectorOp.I16X8_ADD, turned(product), moved));
		assertThat(shapes(product, moved)).containsOnly(Shape.I16X8);
	}

	private List<@Nullable Shape> shapes(Variable... vectors) {
		@Nullable Shape[] shapes = choose();
		List<@Nullable Shape> found = new ArrayList<>();
		for (Variable vector : vectors) {
			found.add(shapes[vector.index()]);
		}
		return found;
	}

	private @Nullable Shape[] choose() {
		return NarrowChoice.choose(body(), Loops.of(body()), new BitSet(), false);
	}

	private Body body() {
		return new Body(this.variables, List.of(this.address), Kind.VOID, this.statements);
	}

	private Variable halves() {
		Expression low = Read.of(this.variables.temporary(Kind.LONG));
		Variable vector = this.variables.temporary(Kind.VECTOR);
		this.statements.add(new Assign(vector, new VectorOfHalves(low, low)));
		return vector;
	}

	private Variable turned(Variable vector) {
		Variable target = this.variables.temporary(Kind.VECTOR);
		this.statements.add(new Assign(target, Vector.shuffle(TURNED, Read.of(vector), Read.of(vector))));
		return target;
	}

	private Variable assign(VectorOp op, Variable... operands) {
		Expression[] reads = new Expression[operands.length];
		for (int number = 0; number < reads.length; number++) {
			reads[number] = Read.of(operands[number]);
		}
		Variable target = this.variables.temporary(Kind.VECTOR);
		this.statements.add(new Assign(target, Vector.of(op, 0, reads)));
		return target;
	}

	private void store(Variable vector) {
		this.statements
			.add(new VectorStore(Access.of(MemoryAccessOp.I64_STORE, 0, 0, 0), Read.of(this.address), Read.of(vector)));
	}

}
