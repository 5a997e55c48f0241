package dev.graft.compiler.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.ir.VectorConstant;
import dev.graft.compiler.op.NumericOp;
import dev.graft.compiler.op.VectorOp;
import org.junit.jupiter.api.Test;

class EvenVectorsTests {

	private static final VectorConstant COUNT = lanes(0, 1, 2, 3);

	private final Body.Variables variables = new Body.Variables();

	private final Variable counter = this.variables.variable(Kind.INT);

	private final Variable vector = this.variables.variable(Kind.VECTOR);

	private final Variable product = this.variables.temporary(Kind.VECTOR);

	private final Variable next = this.variables.temporary(Kind.VECTOR);

	private final List<Statement> statements = new ArrayList<>();

	@Test
	void countsWithOneNumber() {
		loop(COUNT, lanes(4, 4, 4, 4));
		assertThat(lines()).containsSubsequence("v4 = 0:I", "v6 = v4", "v7 = (i32x4.splat v6)", "v8 = (i32.mul v6 3:I)",
				"v9 = (i32x4.splat v8)", "v4 = (i32.add v4 4:I)");
	}

	@Test
	void lanesThatGrowByDifferentNumbersStay() {
		loop(COUNT, lanes(4, 4, 4, 5));
		assertUnchanged();
	}

	@Test
	void constantsThatDifferByOthersStay() {
		this.statements.add(new Assign(this.vector, lanes(0, 2, 4, 6)));
		loop(COUNT, lanes(4, 4, 4, 4));
		assertUnchanged();
	}

	@Test
	void whatMayBeZeroBeforeItCountsStays() {
		Label around = this.variables.label(false);
		this.statements.add(new JumpIf(Read.of(this.counter), true, around));
		this.statements.add(new Assign(this.vector, COUNT));
		this.statements.add(new Mark(around));
		rounds(lanes(4, 4, 4, 4));
		assertUnchanged();
	}

	@Test
	void objectsOfTheVectorApiStay() {
		loop(COUNT, lanes(4, 4, 4, 4));
		List<Statement> before = List.copyOf(this.statements);
		BitSet registers = new BitSet();
		registers.set(this.vector.index());
		EvenVectors.apply(body(), registers);
		assertThat(this.statements).isEqualTo(before);
	}

	@Test
	void anotherLocalIsAssignedWhatIsCounted() {
		Variable copy = this.variables.variable(Kind.VECTOR);
		loop(COUNT, lanes(4, 4, 4, 4));
		this.statements.add(2, new Assign(copy, Read.of(this.vector)));
		assertThat(lines()).contains("v4 = v6", "v6 = (i32x4.add v8 " + COUNT + ")").doesNotContain("v4 = v1");
	}

	/// Sixteen elements a round are counted by four vectors.
	@Test
	void vectorsThatGrowTogetherHaveOneNumber() {
		together(List.of());
		assertThat(lines()).containsOnlyOnce("v5 = 4:I", "v5 = (i32.add v5 8:I)")
			.filteredOn((line) -> line.endsWith("8:I)"))
			.hasSize(1);
	}

	@Test
	void whatHoldsOnlyTheirGrowthIsNoUse() {
		together(List.of(new Assign(this.next, grown(this.vector))));
		this.statements.set(this.statements.size() - 2, new Assign(this.vector, Read.of(this.next)));
		assertThat(lines()).filteredOn((line) -> line.endsWith("8:I)")).hasSize(1);
	}

	/// Between the assignments one has grown and the other has not.
	@Test
	void vectorsThatAreReadBetweenGrowByThemselves() {
		together(List.of(extracted(this.vector)));
		assertThat(lines()).filteredOn((line) -> line.endsWith("8:I)")).hasSize(2);
	}

	/// That looks as if it was to be assigned.
	@Test
	void vectorsThatAreAddedToBetweenGrowByThemselves() {
		together(List.of(new Assign(this.next, grown(this.vector)), extracted(this.next)));
		assertThat(lines()).filteredOn((line) -> line.endsWith("8:I)")).hasSize(2);
	}

	private void together(List<Statement> between) {
		Variable other = this.variables.variable(Kind.VECTOR);
		this.statements.add(new Assign(this.vector, lanes(4, 5, 6, 7)));
		this.statements.add(new Assign(other, COUNT));
		Label header = this.variables.label(true);
		this.statements.add(new Mark(header));
		this.statements.add(extracted(this.vector));
		this.statements.add(extracted(other));
		this.statements.add(new Assign(other, grown(other)));
		this.statements.addAll(between);
		this.statements.add(new Assign(this.vector, grown(this.vector)));
		this.statements.add(new JumpIf(Read.of(this.counter), true, header));
	}

	private static Vector grown(Variable vector) {
		return Vector.of(VectorOp.I32X4_ADD, 0, Read.of(vector), lanes(8, 8, 8, 8));
	}

	private Statement extracted(Variable vector) {
		return new Assign(this.counter, new Numeric(NumericOp.I32_ADD, 0, Read.of(this.counter),
				Vector.of(VectorOp.I32X4_EXTRACT_LANE, 1, Read.of(vector))));
	}

	@Test
	void onlyWhatTellsPlacesIsCountedFirst() {
		loop(COUNT, lanes(4, 4, 4, 4));
		EvenVectors.applyToPlaces(body());
		assertThat(this.statements.stream().map(Statement::toString)).contains("v4 = 0:I");
	}

	@Test
	void whatIsUsedAsAWholeIsCountedLater() {
		loop(COUNT, lanes(4, 4, 4, 4));
		this.statements.add(2, new Assign(this.variables.temporary(Kind.VECTOR),
				Vector.of(VectorOp.V128_XOR, 0, Read.of(this.vector), COUNT)));
		List<Statement> before = List.copyOf(this.statements);
		EvenVectors.applyToPlaces(body());
		assertThat(this.statements).isEqualTo(before);
	}

	private void loop(VectorConstant begin, VectorConstant growth) {
		this.statements.add(new Assign(this.vector, begin));
		rounds(growth);
	}

	private void rounds(VectorConstant growth) {
		Label header = this.variables.label(true);
		this.statements.add(new Mark(header));
		this.statements
			.add(new Assign(this.product, Vector.of(VectorOp.I32X4_MUL, 0, Read.of(this.vector), lanes(3, 3, 3, 3))));
		this.statements.add(new Assign(this.next, Vector.of(VectorOp.I32X4_ADD, 0, Read.of(this.vector), growth)));
		this.statements.add(new Assign(this.vector, Read.of(this.next)));
		this.statements.add(new Assign(this.counter, new Numeric(NumericOp.I32_ADD, 0, Read.of(this.counter),
				Vector.of(VectorOp.I32X4_EXTRACT_LANE, 1, Read.of(this.product)))));
		this.statements.add(new JumpIf(Read.of(this.counter), true, header));
	}

	private void assertUnchanged() {
		List<Statement> before = List.copyOf(this.statements);
		EvenVectors.apply(body(), new BitSet());
		assertThat(this.statements).isEqualTo(before);
	}

	private List<String> lines() {
		EvenVectors.apply(body(), new BitSet());
		return this.statements.stream().map(Statement::toString).toList();
	}

	private Body body() {
		return new Body(this.variables, List.of(this.counter), Kind.VOID, this.statements);
	}

	private static VectorConstant lanes(int first, int second, int third, int fourth) {
		return new VectorConstant(Integer.toUnsignedLong(first) | (long) second << 32,
				Integer.toUnsignedLong(third) | (long) fourth << 32);
	}

}
