package dev.graft.compiler.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.GlobalGet;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Select;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.GlobalSet;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.Poll;
import dev.graft.compiler.ir.Statement.Return;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.NumericOp;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WideProductsTests {

	private static final Expression HALF = Constant.ofInt(16);

	private final Body.Variables variables = new Body.Variables();

	private final List<Statement> code = new ArrayList<>();

	/// v0 and v1.
	private final Variable one = this.variables.variable(Kind.INT);

	private final Variable other = this.variables.variable(Kind.INT);

	/// v2 and v3, v4 and v5: their halves.
	private final Variable oneLow = this.variables.variable(Kind.INT);

	private final Variable oneHigh = this.variables.variable(Kind.INT);

	private final Variable otherLow = this.variables.variable(Kind.INT);

	private final Variable otherHigh = this.variables.variable(Kind.INT);

	/// v6, v7, v8, v9: the products and the sum of three of them.
	private final Variable low = this.variables.variable(Kind.INT);

	private final Variable cross = this.variables.variable(Kind.INT);

	private final Variable middle = this.variables.variable(Kind.INT);

	private final Variable high = this.variables.variable(Kind.INT);

	@Test
	void aProductOfHalvesIsOneProduct() {
		halve(this.one, this.oneLow, this.oneHigh);
		halve(this.other, this.otherLow, this.otherHigh);
		multiply();
		show(upper());
		show(lower());
		assertThat(rewritten()).containsExactly("v10 = (i64.mul (i64.extend_i32_u v0) (i64.extend_i32_u v1))",
				"g0 = (i32.wrap_i64 (i64.shr_u v10 32:J))", "g0 = (i32.wrap_i64 v10)", "return");
	}

	@Test
	void theProductIsThereBeforeItsFirstHalf() {
		halve(this.one, this.oneLow, this.oneHigh);
		halve(this.other, this.otherLow, this.otherHigh);
		multiply();
		show(lower());
		show(upper());
		assertThat(rewritten()).containsExactly("v10 = (i64.mul (i64.extend_i32_u v0) (i64.extend_i32_u v1))",
				"g0 = (i32.wrap_i64 v10)", "g0 = (i32.wrap_i64 (i64.shr_u v10 32:J))", "return");
	}

	@Test
	void whatIsAddedStays() {
		halve(this.one, this.oneLow, this.oneHigh);
		halve(this.other, this.otherLow, this.otherHigh);
		multiply();
		show(node(NumericOp.I32_ADD, read(this.one), upper()));
		assertThat(rewritten()).contains("g0 = (i32.add v0 (i32.wrap_i64 (i64.shr_u v10 32:J)))");
	}

	@Test
	void aFactorIsKeptWhereItsVariableIsAssigned() {
		halve(this.one, this.oneLow, this.oneHigh);
		halve(this.other, this.otherLow, this.otherHigh);
		this.code.add(new Assign(this.one, Constant.ofInt(5)));
		multiply();
		show(upper());
		show(read(this.one));
		assertThat(rewritten()).containsExactly("v10 = v0", "v0 = 5:I",
				"v11 = (i64.mul (i64.extend_i32_u v10) (i64.extend_i32_u v1))",
				"g0 = (i32.wrap_i64 (i64.shr_u v11 32:J))", "g0 = v0", "return");
	}

	@Test
	void halvesFromElsewhereArePutTogether() {
		halve(this.other, this.otherLow, this.otherHigh);
		Label round = this.variables.label(true);
		this.code.add(new Mark(round));
		this.code.add(new Poll(0, false));
		halve(this.one, this.oneLow, this.oneHigh);
		multiply();
		show(upper());
		assertThat(rewritten()).containsExactly("v4 = (i32.and v1 65535:I)", "v5 = (i32.shr_u v1 16:I)", "L0:", "poll",
				"v10 = (i32.or (i32.shl v5 16:I) v4)", "v11 = (i64.mul (i64.extend_i32_u v0) (i64.extend_i32_u v10))",
				"g0 = (i32.wrap_i64 (i64.shr_u v11 32:J))", "return");
	}

	@Test
	void whatMayBeMoreThanHalfIsNone() {
		this.code.add(new Assign(this.otherLow, read(this.one)));
		this.code.add(new Assign(this.otherHigh, node(NumericOp.I32_SHR_U, read(this.other), HALF)));
		halve(this.one, this.oneLow, this.oneHigh);
		multiply();
		show(upper());
		assertStays();
	}

	@Test
	void halvesOfDifferentNumbersAreNoNumber() {
		this.code.add(new Assign(this.oneLow, node(NumericOp.I32_AND, read(this.one), Constant.ofInt(0xFFFF))));
		this.code.add(new Assign(this.oneHigh, node(NumericOp.I32_SHR_U, read(this.other), HALF)));
		halve(this.other, this.otherLow, this.otherHigh);
		multiply();
		show(upper());
		assertStays();
	}

	@Test
	void aShiftByMoreThanHalfLeavesNoUpperHalfOfANumber() {
		Expression shift = Constant.ofInt(20);
		this.code.add(new Assign(this.oneLow, node(NumericOp.I32_AND, read(this.one), Constant.ofInt(0xFFFF))));
		this.code.add(new Assign(this.oneHigh, node(NumericOp.I32_SHR_U, read(this.one), shift)));
		halve(this.other, this.otherLow, this.otherHigh);
		multiply();
		show(upper());
		assertThat(rewritten()).contains("v10 = (i32.or (i32.shl v3 16:I) v2)",
				"v11 = (i64.mul (i64.extend_i32_u v10) (i64.extend_i32_u v1))");
	}

	@Test
	void aVariableThatIsAssignedInBetweenHoldsAnotherNumber() {
		halve(this.one, this.oneLow, this.oneHigh);
		halve(this.other, this.otherLow, this.otherHigh);
		multiply();
		this.code.add(new Assign(this.middle, read(this.low)));
		show(upper());
		assertStays();
	}

	@Test
	void theCarryMustBeThatOfTheSum() {
		halve(this.one, this.oneLow, this.oneHigh);
		halve(this.other, this.otherLow, this.otherHigh);
		multiply();
		show(upper(read(this.low)));
		assertStays();
	}

	@Test
	void aLineOfManyProductsIsLookedAtInReasonableTime() {
		List<Variable> halves = IntStream.range(0, 40).mapToObj((number) -> this.variables.variable(Kind.INT)).toList();
		for (Variable half : halves) {
			this.code.add(new Assign(half, node(NumericOp.I32_AND, read(this.one), Constant.ofInt(half.index()))));
		}
		for (Variable factor : halves) {
			for (Variable second : halves) {
				Expression product = node(NumericOp.I32_MUL, read(factor), read(second));
				show(node(NumericOp.I32_ADD, product, node(NumericOp.I32_SHR_U, product, HALF)));
			}
		}
		assertStays();
	}

	// What is no half is no partner: nobody looks through all for each product.
	@Test
	@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void aFactorOfVeryManyProductsIsLookedAtInReasonableTime() {
		this.code.add(new Assign(this.oneHigh, node(NumericOp.I32_SHR_U, GlobalGet.of(Kind.INT, true, 0), HALF)));
		for (int statement = 0; statement < 1_900; statement++) {
			Expression sum = read(this.one);
			for (int number = 0; number < 60; number++) {
				Expression product = node(NumericOp.I32_MUL, read(this.oneHigh), GlobalGet.of(Kind.INT, true, number));
				sum = node((number % 10 == 0) ? NumericOp.I32_SUB : NumericOp.I32_ADD, sum, product);
			}
			show(sum);
		}
		assertStays();
	}

	private void assertStays() {
		this.code.add(new Return(null));
		List<String> before = this.code.stream().map(Object::toString).toList();
		this.code.removeLast();
		assertThat(rewritten()).isEqualTo(before);
	}

	private void halve(Variable whole, Variable lower, Variable upper) {
		this.code.add(new Assign(lower, node(NumericOp.I32_AND, read(whole), Constant.ofInt(0xFFFF))));
		this.code.add(new Assign(upper, node(NumericOp.I32_SHR_U, read(whole), HALF)));
	}

	private void multiply() {
		this.code.add(new Assign(this.low, node(NumericOp.I32_MUL, read(this.oneLow), read(this.otherLow))));
		this.code.add(new Assign(this.cross, node(NumericOp.I32_MUL, read(this.oneHigh), read(this.otherLow))));
		Expression sum = node(NumericOp.I32_ADD, read(this.cross),
				node(NumericOp.I32_MUL, read(this.oneLow), read(this.otherHigh)));
		this.code.add(
				new Assign(this.middle, node(NumericOp.I32_ADD, sum, node(NumericOp.I32_SHR_U, read(this.low), HALF))));
		this.code.add(new Assign(this.high, node(NumericOp.I32_MUL, read(this.oneHigh), read(this.otherHigh))));
	}

	private Expression upper() {
		return upper(read(this.cross));
	}

	private Expression upper(Expression part) {
		Expression carried = node(NumericOp.I32_ADD, read(this.high), Constant.ofInt(0x1_0000));
		Expression carry = new Select(carried, read(this.high), node(NumericOp.I32_LT_U, read(this.middle), part));
		return node(NumericOp.I32_ADD, carry, node(NumericOp.I32_SHR_U, read(this.middle), HALF));
	}

	private Expression lower() {
		return node(NumericOp.I32_OR, node(NumericOp.I32_SHL, read(this.middle), HALF),
				node(NumericOp.I32_AND, read(this.low), Constant.ofInt(0xFFFF)));
	}

	private void show(Expression value) {
		this.code.add(new GlobalSet(0, false, value));
	}

	private static Expression read(Variable variable) {
		return Read.of(variable);
	}

	private static Expression node(NumericOp op, Expression... operands) {
		return new Numeric(op, 0, operands);
	}

	private List<String> rewritten() {
		this.code.add(new Return(null));
		Body body = new Body(this.variables, List.of(this.one, this.other), Kind.VOID, this.code);
		WideProducts.apply(body);
		return body.statements().stream().map(Object::toString).toList();
	}

}
