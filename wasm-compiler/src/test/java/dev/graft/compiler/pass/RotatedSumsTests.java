package dev.graft.compiler.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Return;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.NumericOp;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RotatedSumsTests {

	private static final Expression FIVE = Constant.ofInt(5);

	private final Body.Variables variables = new Body.Variables();

	private final List<Statement> code = new ArrayList<>();

	/// v0 and v1.
	private final Variable one = this.variables.variable(Kind.INT);

	private final Variable other = this.variables.variable(Kind.INT);

	/// v2.
	private final Variable wide = this.variables.variable(Kind.LONG);

	/// v3, which is rotated.
	private final Variable sum = this.variables.variable(Kind.INT);

	@Test
	void aRotatedSumWithAConstantIsHidden() {
		assertRotated(add(read(this.one), FIVE), "(i32.add v0 5:I)");
		assertRotated(add(FIVE, read(this.one)), "(i32.add 5:I v0)");
		assertRotated(node(NumericOp.I32_SUB, read(this.one), FIVE), "(i32.sub v0 5:I)");
	}

	@Test
	void constantsAreMovedOutwards() {
		Expression inner = add(read(this.one), FIVE);
		assertRotated(add(inner, read(this.other)), "(i32.add (i32.add v0 5:I) v1)");
		assertRotated(add(read(this.other), inner), "(i32.add v1 (i32.add v0 5:I))");
		assertRotated(node(NumericOp.I32_SUB, inner, read(this.other)), "(i32.sub (i32.add v0 5:I) v1)");
		assertRotated(node(NumericOp.I32_SUB, read(this.other), inner), "(i32.sub v1 (i32.add v0 5:I))");
	}

	@Test
	void aSumIsFollowedThroughVariables() {
		assign(this.one, add(read(this.one), FIVE));
		assign(this.sum, add(read(this.other), read(this.one)));
		assertThat(rotated(read(this.sum))).endsWith("v3 = (i32.rotl (i32.xor (i32.sub -1:I v3) -1:I) 7:I)");
	}

	@Test
	void sumsOfLongsAreHiddenWhateverTheyAreRotatedBy() {
		Expression value = node(NumericOp.I64_ADD, read(this.wide), Constant.of(Kind.LONG, 9));
		for (NumericOp op : List.of(NumericOp.I64_ROTL, NumericOp.I64_ROTR)) {
			for (long by : new long[] { 1, 31, 63, -1 }) {
				assign(this.wide, node(op, value, Constant.of(Kind.LONG, by)));
				assertThat(rewritten())
					.containsExactly("v2 = (%s (i64.xor (i64.sub -1:J (i64.add v2 9:J)) -1:J) %s:J)".formatted(op, by));
			}
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 15, 33 })
	void sumsOfIntsAreHiddenFromShortShifts(int left) {
		String hidden = "(i32.xor (i32.sub -1:I (i32.add v0 5:I)) -1:I)";
		Expression value = add(read(this.one), FIVE);
		assertThat(rotated(NumericOp.I32_ROTL, value, left))
			.containsExactly("v3 = (i32.rotl " + hidden + " " + left + ":I)");
		assertThat(rotated(NumericOp.I32_ROTR, value, -left))
			.containsExactly("v3 = (i32.rotr " + hidden + " " + -left + ":I)");
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 16, 31, 32, 48 })
	void otherRotationsOfIntsStay(int left) {
		Expression value = add(read(this.one), FIVE);
		assertThat(rotated(NumericOp.I32_ROTL, value, left))
			.containsExactly("v3 = (i32.rotl (i32.add v0 5:I) " + left + ":I)");
		assertThat(rotated(NumericOp.I32_ROTR, value, -left))
			.containsExactly("v3 = (i32.rotr (i32.add v0 5:I) " + -left + ":I)");
	}

	@Test
	void whatIsNoSumWithAConstantStays() {
		assertStays(read(this.one));
		assertStays(add(read(this.one), read(this.other)));
		assertStays(node(NumericOp.I32_XOR, add(read(this.one), FIVE), read(this.other)));
		assertStays(node(NumericOp.I32_SUB, FIVE, read(this.one)));
		assertStays(node(NumericOp.I32_SUB, FIVE, add(read(this.one), FIVE)));
	}

	@Test
	void rotationsByVariablesStay() {
		assign(this.sum, node(NumericOp.I32_ROTL, add(read(this.one), FIVE), read(this.other)));
		assertThat(rewritten()).containsExactly("v3 = (i32.rotl (i32.add v0 5:I) v1)");
	}

	@Test
	void aVariableMayHoldSomethingElseLater() {
		assign(this.sum, add(read(this.one), FIVE));
		assign(this.sum, read(this.other));
		assertThat(rotated(read(this.sum))).endsWith("v3 = (i32.rotl v3 7:I)");
	}

	@Test
	void nothingIsKnownBehindALabel() {
		assign(this.sum, add(read(this.one), FIVE));
		this.code.add(new Mark(this.variables.label(false)));
		assertThat(rotated(read(this.sum))).endsWith("v3 = (i32.rotl v3 7:I)");
	}

	@Test
	void aRotationInARotationIsFound() {
		Expression inner = node(NumericOp.I32_ROTR, add(read(this.one), FIVE), Constant.ofInt(31));
		assertThat(rotated(NumericOp.I32_ROTL, inner, 3))
			.containsExactly("v3 = (i32.rotl (i32.rotr (i32.xor (i32.sub -1:I (i32.add v0 5:I)) -1:I) 31:I) 3:I)");
	}

	private void assertRotated(Expression value, String shown) {
		assertThat(rotated(value)).containsExactly("v3 = (i32.rotl (i32.xor (i32.sub -1:I " + shown + ") -1:I) 7:I)");
	}

	private void assertStays(Expression value) {
		assertThat(rotated(value)).containsExactly("v3 = (i32.rotl " + value + " 7:I)");
	}

	private List<String> rotated(Expression value) {
		return rotated(NumericOp.I32_ROTL, value, 7);
	}

	private List<String> rotated(NumericOp op, Expression value, int by) {
		assign(this.sum, node(op, value, Constant.ofInt(by)));
		return rewritten();
	}

	private void assign(Variable variable, Expression value) {
		this.code.add(new Assign(variable, value));
	}

	private List<String> rewritten() {
		Body body = new Body(this.variables, List.of(this.one, this.other, this.wide), Kind.VOID,
				new ArrayList<>(this.code));
		body.statements().add(new Return(null));
		RotatedSums.apply(body);
		this.code.clear();
		return body.statements().stream().map(Object::toString).filter((line) -> !line.equals("return")).toList();
	}

	private static Expression add(Expression one, Expression other) {
		return node(NumericOp.I32_ADD, one, other);
	}

	private static Expression read(Variable variable) {
		return Read.of(variable);
	}

	private static Expression node(NumericOp op, Expression... operands) {
		return new Numeric(op, 0, operands);
	}

}
