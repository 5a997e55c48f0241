package dev.graft.compiler.pass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.graft.compiler.ir.Access;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Check;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Load;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Select;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.MemoryAccessOp;
import dev.graft.compiler.op.NumericOp;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a parameter holds may be anything, [#anInt] and [#aLong].
class UnsignedLimitsTests {

	private static final long ANY_INT = 0xFFFF_FFFFL;

	private static final long ANY_LONG = -1;

	private final Body.Variables variables = new Body.Variables();

	private final Variable intParameter = this.variables.variable(Kind.INT);

	private final Variable longParameter = this.variables.variable(Kind.LONG);

	private final Variable base = this.variables.temporary(Kind.LONG);

	private final Expression anInt = Read.of(this.intParameter);

	private final Expression aLong = Read.of(this.longParameter);

	@Test
	void aConstantIsAsLargeAsItIsWithoutASign() {
		assertThat(most(Constant.ofInt(-1))).isEqualTo(ANY_INT);
		assertThat(most(Constant.ofInt(7))).isEqualTo(7);
		assertThat(most(Constant.of(Kind.LONG, 1L << 40))).isEqualTo(1L << 40);
		assertThat(most(Constant.of(Kind.LONG, -2))).isEqualTo(-2);
	}

	@ParameterizedTest
	@CsvSource({ "I32_LOAD8_U, 0xFF", "I64_LOAD8_U, 0xFF", "I32_LOAD16_U, 0xFFFF", "I64_LOAD16_U, 0xFFFF",
			"I64_LOAD32_U, 0xFFFFFFFF", "I32_LOAD, 0xFFFFFFFF", "I32_LOAD8_S, 0xFFFFFFFF", "I32_LOAD16_S, 0xFFFFFFFF",
			"I64_LOAD, -1", "I64_LOAD8_S, -1", "I64_LOAD16_S, -1", "I64_LOAD32_S, -1" })
	void aLoadIsAsLargeAsItsBytesUnlessTheyHaveASign(MemoryAccessOp op, String most) {
		assertThat(most(load(op))).isEqualTo(Long.decode(most));
	}

	@Test
	void aMaskLimitsWhicheverOperandItIs() {
		assertThat(most(node(NumericOp.I32_AND, this.anInt, Constant.ofInt(12)))).isEqualTo(12);
		assertThat(most(node(NumericOp.I32_AND, Constant.ofInt(12), this.anInt))).isEqualTo(12);
		assertThat(most(node(NumericOp.I64_AND, this.aLong, longOf(0xFFFF_FFFF_0000L)))).isEqualTo(0xFFFF_FFFF_0000L);
		assertThat(most(node(NumericOp.I64_AND, longOf(12), this.aLong))).isEqualTo(12);
		assertThat(most(node(NumericOp.I64_AND, this.aLong, longOf(-8)))).isEqualTo(-8);
	}

	@Test
	void unionsHaveNoHigherBitThanTheirOperands() {
		Expression lower = node(NumericOp.I32_AND, this.anInt, Constant.ofInt(0x90));
		Expression upper = node(NumericOp.I32_AND, this.anInt, Constant.ofInt(0x204));
		assertThat(most(node(NumericOp.I32_OR, lower, upper))).isEqualTo(0x3FF);
		assertThat(most(node(NumericOp.I32_XOR, upper, lower))).isEqualTo(0x3FF);
	}

	@Test
	void sumsAndProductsAreAsLargeAsThoseOfTheLimitsUnlessTheyWrapAround() {
		Expression sixteen = load(MemoryAccessOp.I32_LOAD16_U);
		assertThat(most(node(NumericOp.I32_ADD, sixteen, Constant.ofInt(5)))).isEqualTo(0x1_0004);
		assertThat(most(node(NumericOp.I32_ADD, sixteen, Constant.ofInt(-5)))).isEqualTo(ANY_INT);
		assertThat(most(node(NumericOp.I32_MUL, sixteen, Constant.ofInt(0x1_0000)))).isEqualTo(0xFFFF_0000L);
		assertThat(most(node(NumericOp.I32_MUL, sixteen, Constant.ofInt(0x1_0002)))).isEqualTo(ANY_INT);
		assertThat(most(node(NumericOp.I32_MUL, Constant.ofInt(-1), Constant.ofInt(-1)))).isEqualTo(ANY_INT);
	}

	@Test
	void aDifferenceSaysNothing() {
		assertThat(most(node(NumericOp.I32_SUB, load(MemoryAccessOp.I32_LOAD8_U), Constant.ofInt(1))))
			.isEqualTo(ANY_INT);
	}

	@Test
	void shiftsMoveALimitByAsMuchAsTheyShift() {
		Expression sixteen = load(MemoryAccessOp.I32_LOAD16_U);
		assertThat(most(node(NumericOp.I32_SHL, sixteen, Constant.ofInt(16)))).isEqualTo(0xFFFF_0000L);
		assertThat(most(node(NumericOp.I32_SHL, sixteen, Constant.ofInt(17)))).isEqualTo(ANY_INT);
		assertThat(most(node(NumericOp.I32_SHR_U, this.anInt, Constant.ofInt(8)))).isEqualTo(0xFF_FFFF);
		assertThat(most(node(NumericOp.I64_SHR_U, this.aLong, longOf(8)))).isEqualTo(0xFF_FFFF_FFFF_FFFFL);
		assertThat(most(node(NumericOp.I64_SHR_U, this.aLong, longOf(32)))).isEqualTo(ANY_INT);
	}

	@Test
	void aShiftCountsModuloTheBitsThatThereAre() {
		assertThat(most(node(NumericOp.I32_SHR_U, this.anInt, Constant.ofInt(32)))).isEqualTo(ANY_INT);
		assertThat(most(node(NumericOp.I32_SHR_U, this.anInt, Constant.ofInt(33)))).isEqualTo(0x7FFF_FFFF);
		assertThat(most(node(NumericOp.I64_SHR_U, this.aLong, longOf(64)))).isEqualTo(ANY_LONG);
		assertThat(most(node(NumericOp.I64_SHR_U, this.aLong, longOf(65)))).isEqualTo(Long.MAX_VALUE);
	}

	@Test
	void aShiftByWhatIsNotKnownMayBeOneByNothing() {
		Expression eight = load(MemoryAccessOp.I32_LOAD8_U);
		assertThat(most(node(NumericOp.I32_SHR_U, eight, this.anInt))).isEqualTo(0xFF);
		assertThat(most(node(NumericOp.I32_SHL, eight, this.anInt))).isEqualTo(ANY_INT);
		assertThat(most(node(NumericOp.I64_SHR_U, load(MemoryAccessOp.I64_LOAD8_U), this.aLong))).isEqualTo(0xFF);
	}

	@Test
	void aShiftWithTheSignSaysNothing() {
		assertThat(most(node(NumericOp.I32_SHR_S, this.anInt, Constant.ofInt(8)))).isEqualTo(ANY_INT);
		assertThat(most(node(NumericOp.I64_SHR_S, this.aLong, longOf(8)))).isEqualTo(ANY_LONG);
	}

	@Test
	void aQuotientIsNoLargerThanWhatIsDivided() {
		assertThat(most(node(NumericOp.I32_DIV_U, load(MemoryAccessOp.I32_LOAD16_U), this.anInt))).isEqualTo(0xFFFF);
	}

	@Test
	void aRemainderIsSmallerThanTheDivisor() {
		assertThat(most(node(NumericOp.I32_REM_U, this.anInt, Constant.ofInt(10)))).isEqualTo(9);
		assertThat(most(node(NumericOp.I32_REM_U, load(MemoryAccessOp.I32_LOAD8_U), Constant.ofInt(1000))))
			.isEqualTo(0xFF);
	}

	@Test
	void anExtendedNumberIsAsLargeAsBeforeUnlessItHasASign() {
		Expression eight = load(MemoryAccessOp.I32_LOAD8_U);
		assertThat(most(new Numeric(NumericOp.I64_EXTEND_I32_U, 0, eight))).isEqualTo(0xFF);
		assertThat(most(new Numeric(NumericOp.I64_EXTEND_I32_U, 0, this.anInt))).isEqualTo(ANY_INT);
		assertThat(most(new Numeric(NumericOp.I64_EXTEND_I32_S, 0, this.anInt))).isEqualTo(ANY_LONG);
	}

	@Test
	void aChoiceIsAsLargeAsTheLargerOfBoth() {
		Expression eight = load(MemoryAccessOp.I64_LOAD8_U);
		Expression large = Constant.of(Kind.LONG, -2);
		assertThat(most(new Select(eight, longOf(1000), this.anInt))).isEqualTo(1000);
		assertThat(most(new Select(large, eight, this.anInt))).isEqualTo(-2);
		assertThat(most(new Select(eight, large, this.anInt))).isEqualTo(-2);
	}

	@Test
	void aVariableIsAsLargeAsTheLargestOfWhatIsAssignedToIt() {
		Variable variable = this.variables.variable(Kind.LONG);
		assertThat(most(Read.of(variable), assign(variable, longOf(3)), assign(variable, longOf(2)))).isEqualTo(3);
		assertThat(most(Read.of(variable), assign(variable, longOf(-2)), assign(variable, longOf(2)))).isEqualTo(-2);
		assertThat(most(Read.of(variable), assign(variable, longOf(2)), assign(variable, this.aLong)))
			.isEqualTo(ANY_LONG);
	}

	@Test
	void aVariableThatIsAssignedAnotherIsAsLargeAsThatOne() {
		Variable first = this.variables.variable(Kind.INT);
		Variable second = this.variables.variable(Kind.INT);
		assertThat(
				most(Read.of(second), assign(second, Read.of(first)), assign(first, load(MemoryAccessOp.I32_LOAD8_U))))
			.isEqualTo(0xFF);
	}

	@Test
	void aVariableThatGrowsMayBeAnything() {
		Variable variable = this.variables.variable(Kind.INT);
		Expression more = node(NumericOp.I32_ADD, Read.of(variable), Constant.ofInt(1));
		assertThat(most(Read.of(variable), assign(variable, Constant.ofInt(0)), assign(variable, more)))
			.isEqualTo(ANY_INT);
	}

	@Test
	void aParameterMayBeAnythingWhateverIsAssignedToIt() {
		assertThat(most(this.anInt, assign(this.intParameter, Constant.ofInt(1)))).isEqualTo(ANY_INT);
	}

	@Test
	void countsTheBitsUpToTheHighest() {
		assertThat(UnsignedLimits.of(body()).bits(longOf(0))).isZero();
		assertThat(UnsignedLimits.of(body()).bits(longOf(0x80))).isEqualTo(8);
		assertThat(UnsignedLimits.of(body()).bits(this.anInt)).isEqualTo(32);
		assertThat(UnsignedLimits.of(body()).bits(this.aLong)).isEqualTo(64);
	}

	private long most(Expression tree, Statement... statements) {
		return UnsignedLimits.of(body(statements)).most(tree);
	}

	private Body body(Statement... statements) {
		return new Body(this.variables, List.of(this.intParameter, this.longParameter), Kind.VOID,
				new ArrayList<>(List.of(statements)));
	}

	private Expression load(MemoryAccessOp op) {
		return new Load(new Access(op, 0, 0, 0, this.base, null, new Check.Own(op.bytes())), this.anInt);
	}

	private static Constant longOf(long value) {
		return Constant.of(Kind.LONG, value);
	}

	private static Expression node(NumericOp op, Expression one, Expression other) {
		return new Numeric(op, 0, one, other);
	}

	private static Assign assign(Variable variable, Expression value) {
		return new Assign(variable, value);
	}

}
