package dev.graft.compiler.pass;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import dev.graft.compiler.ir.Access;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Load;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.GlobalSet;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.op.MemoryAccessOp;
import dev.graft.compiler.op.NumericOp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ByteSwapsTests {

	private static final int ODD_BYTES = 0x00FF_00FF;

	private final Body.Variables variables = new Body.Variables();

	private final List<Statement> code = new ArrayList<>();

	/// v0 and v1.
	private final Variable word = this.variables.variable(Kind.INT);

	private final Variable other = this.variables.variable(Kind.INT);

	/// v2 and v3.
	private final Variable wide = this.variables.variable(Kind.LONG);

	private final Variable more = this.variables.variable(Kind.LONG);

	@Test
	void bytesThatAreMovedOneByOneAreSwapped() {
		assertSwapped(or(or(shl(read(this.word), 24), shl(and(read(this.word), 0xFF00), 8)),
				or(and(shr(read(this.word), 8), 0xFF00), shr(read(this.word), 24))), "(reverseBytes v0)");
	}

	@Test
	void bytesThatAreRotatedInPairsAreSwapped() {
		assertSwapped(swapByRotating(read(this.word)), "(reverseBytes v0)");
		assertSwapped(or(node(NumericOp.I32_ROTL, and(read(this.word), ~ODD_BYTES), integer(8)),
				node(NumericOp.I32_ROTR, and(read(this.word), ODD_BYTES), integer(8))), "(reverseBytes v0)");
	}

	@Test
	void whatIsAddedOrExclusiveIsPutTogether() {
		for (NumericOp op : List.of(NumericOp.I32_OR, NumericOp.I32_XOR, NumericOp.I32_ADD)) {
			assertSwapped(
					node(op, and(node(NumericOp.I32_ROTL, read(this.word), integer(8)), ODD_BYTES),
							and(node(NumericOp.I32_ROTR, read(this.word), integer(8)), ~ODD_BYTES)),
					"(reverseBytes v0)");
		}
	}

	@Test
	void whatIsLeftOfSignsDoesNotMatter() {
		Expression signed = node(NumericOp.I32_SHR_S, read(this.word), integer(24));
		assertSwapped(or(or(shl(read(this.word), 24), shl(and(read(this.word), 0xFF00), 8)),
				or(and(shr(read(this.word), 8), 0xFF00), and(signed, 0xFF))), "(reverseBytes v0)");
	}

	@Test
	void theMaskMayBeOnTheLeft() {
		Expression high = node(NumericOp.I32_AND, integer(ODD_BYTES),
				node(NumericOp.I32_ROTL, read(this.word), integer(8)));
		assertSwapped(or(high, node(NumericOp.I32_ROTR, and(read(this.word), ODD_BYTES), integer(8))),
				"(reverseBytes v0)");
	}

	@Test
	void countsAreTakenModuloTheWidth() {
		assertSwapped(or(node(NumericOp.I32_ROTR, and(read(this.word), ODD_BYTES), integer(-24)),
				and(node(NumericOp.I32_ROTL, read(this.word), integer(40)), ODD_BYTES)), "(reverseBytes v0)");
	}

	@Test
	void longsAreSwapped() {
		Expression upper = or(or(shl(read(this.wide), 56), shl(and(read(this.wide), 0xFF00), 40)),
				or(shl(and(read(this.wide), 0xFF_0000), 24), shl(and(read(this.wide), 0xFF00_0000L), 8)));
		Expression lower = or(or(and(shr(read(this.wide), 8), 0xFF00_0000L), and(shr(read(this.wide), 24), 0xFF_0000)),
				or(and(shr(read(this.wide), 40), 0xFF00), shr(read(this.wide), 56)));
		assertSwapped(or(upper, lower), "(reverseBytes v2)");
	}

	@Test
	void whatIsComputedOnTheWayIsFollowedAndDropped() {
		Variable bytes = this.variables.variable(Kind.LONG);
		Variable pairs = this.variables.variable(Kind.LONG);
		assign(bytes, or(shl(and(read(this.wide), 0x00FF_00FF_00FF_00FFL), 8),
				and(shr(read(this.wide), 8), 0x00FF_00FF_00FF_00FFL)));
		assign(pairs, or(shl(and(read(bytes), 0x0000_FFFF_0000_FFFFL), 16),
				and(shr(read(bytes), 16), 0x0000_FFFF_0000_FFFFL)));
		assign(this.more, node(NumericOp.I64_ROTL, read(pairs), Constant.of(Kind.LONG, 32)));
		show(read(this.more));
		assertThat(rewritten()).containsExactly("v3 = (reverseBytes v2)", "g0 = v3");
	}

	@Test
	void whatIsReadElsewhereStays() {
		assign(this.other, shl(read(this.word), 8));
		assign(this.other, or(and(read(this.other), ~ODD_BYTES), and(shr(read(this.word), 8), ODD_BYTES)));
		show(node(NumericOp.I32_ROTL, read(this.other), integer(16)));
		show(read(this.other));
		assertThat(rewritten()).containsExactly("v1 = (i32.shl v0 8:I)", "v1 = (i32.rotl (reverseBytes v0) 16:I)",
				"g0 = (reverseBytes v0)", "g0 = v1");
	}

	@Test
	void whatHasBeenSwappedIsNotSwappedAgainToBeShifted() {
		assign(this.other, swapByRotating(read(this.word)));
		show(shr(read(this.other), 8));
		show(node(NumericOp.I32_ROTL, read(this.other), integer(8)));
		show(and(read(this.other), ODD_BYTES));
		show(and(shr(read(this.other), 8), ODD_BYTES));
		assertThat(rewritten()).containsExactly("v1 = (reverseBytes v0)", "g0 = (i32.shr_u v1 8:I)",
				"g0 = (i32.rotl v1 8:I)", "g0 = (i32.and v1 16711935:I)",
				"g0 = (i32.and (i32.shr_u v1 8:I) 16711935:I)");
	}

	@Test
	void aTemporaryKeepsWhatAVariableHeld() {
		Variable kept = this.variables.temporary(Kind.INT);
		assign(kept, read(this.word));
		assign(this.word, and(node(NumericOp.I32_ROTL, read(this.word), integer(8)), ODD_BYTES));
		show(or(read(this.word), node(NumericOp.I32_ROTR, and(read(kept), ODD_BYTES), integer(8))));
		assertThat(rewritten()).contains("g0 = (reverseBytes v4)");
	}

	@Test
	void aVariableThatHoldsSomethingElseIsNotSwapped() {
		assign(this.other, and(node(NumericOp.I32_ROTL, read(this.word), integer(8)), ODD_BYTES));
		assign(this.word, integer(7));
		show(or(read(this.other), node(NumericOp.I32_ROTR, and(read(this.word), ODD_BYTES), integer(8))));
		assertStays();
	}

	@Test
	void nothingIsKnownBehindALabel() {
		assign(this.other, and(node(NumericOp.I32_ROTL, read(this.word), integer(8)), ODD_BYTES));
		show(shl(shl(read(this.word), 8), 8));
		this.code.add(new Mark(this.variables.label(false)));
		show(shl(shl(read(this.word), 8), 8));
		show(or(read(this.other), node(NumericOp.I32_ROTR, and(read(this.word), ODD_BYTES), integer(8))));
		assertStays();
	}

	@Test
	void bytesOfTwoVariablesAreNotSwapped() {
		show(or(and(node(NumericOp.I32_ROTL, read(this.other), integer(8)), ODD_BYTES),
				node(NumericOp.I32_ROTR, and(read(this.word), ODD_BYTES), integer(8))));
		assertStays();
	}

	@Test
	void eachOfSeveralIsSwapped() {
		assertSwapped(node(NumericOp.I32_ADD, swapByRotating(read(this.word)), swapByRotating(read(this.other))),
				"(i32.add (reverseBytes v0) (reverseBytes v1))");
	}

	@Test
	void whatIsPutTogetherOfTwoIsOneNumber() {
		assign(this.wide, or(node(NumericOp.I64_EXTEND_I32_U, read(this.word)),
				shl(node(NumericOp.I64_EXTEND_I32_U, read(this.other)), 32)));
		show(or(node(NumericOp.I64_EXTEND_I32_U, shr(node(NumericOp.I32_WRAP_I64, read(this.wide)), 24)),
				and(shr(read(this.wide), 8), 0xFF00)));
		assertThat(rewritten()).last().isEqualTo("g0 = (i64.and (i64.shr_u (reverseBytes v2) 32:J) 65535:J)");
	}

	@Test
	void halfOfTheBytesIsShiftedDown() {
		assertSwapped(or(shl(and(read(this.word), 0xFF), 8), and(shr(read(this.word), 8), 0xFF)),
				"(i32.shr_u (reverseBytes v0) 16:I)");
	}

	@Test
	void halvesThatAreSwappedByThemselvesAreRotated() {
		assertSwapped(or(shl(and(read(this.word), ODD_BYTES), 8), and(shr(read(this.word), 8), ODD_BYTES)),
				"(i32.rotl (reverseBytes v0) 16:I)");
	}

	@Test
	void someOfTheBytesAreMasked() {
		assertSwapped(or(shl(read(this.word), 24), or(shl(and(read(this.word), 0xFF00), 8), shr(read(this.word), 24))),
				"(i32.and (reverseBytes v0) -65281:I)");
	}

	@Test
	void nothingIsDoneThatTakesAsManyOperators() {
		assertStays(and(node(NumericOp.I32_ROTR, read(this.word), integer(24)), ODD_BYTES));
	}

	@Test
	void theUpperBytesOfAShortNumberAreZero() {
		assign(this.word, new Load(Access.of(MemoryAccessOp.I32_LOAD16_U, 0, 0, 1), read(this.other)));
		show(and(or(shl(read(this.word), 8), shr(read(this.word), 8)), 0xFFFF));
		assertThat(rewritten()).last().isEqualTo("g0 = (i32.shr_u (reverseBytes v0) 16:I)");
		show(and(or(shl(read(this.word), 8), shr(read(this.word), 8)), 0xFFFF));
		assertStays();
	}

	@Test
	void bytesMayComeFromAnotherKind() {
		Expression low = node(NumericOp.I32_WRAP_I64, read(this.wide));
		Expression high = node(NumericOp.I32_WRAP_I64, shr(read(this.wide), 32));
		assertSwapped(swapByRotating(low), "(reverseBytes (i32.wrap_i64 v2))");
		assertSwapped(swapByRotating(high), "(i32.wrap_i64 (reverseBytes v2))");
		Expression middle = node(NumericOp.I32_WRAP_I64, shr(read(this.wide), 16));
		assertSwapped(swapByRotating(middle), "(i32.wrap_i64 (i64.shr_u (reverseBytes v2) 16:J))");
		Expression extended = node(NumericOp.I64_EXTEND_I32_U, read(this.word));
		assertSwapped(
				or(or(shl(extended, 56), shl(and(extended, 0xFF00), 40)),
						or(shl(and(extended, 0xFF_0000), 24), shl(shr(extended, 24), 32))),
				"(i64.shl (i64.extend_i32_u (reverseBytes v0)) 32:J)");
	}

	@Test
	void nearlySwappedIsNotSwapped() {
		Expression[] bytes = { shl(read(this.word), 24), shl(and(read(this.word), 0xFF00), 8),
				and(shr(read(this.word), 8), 0xFF00), shr(read(this.word), 24) };
		Expression[] wrong = { shl(read(this.word), 16), shl(and(read(this.word), 0xFF_0000), 8),
				and(shr(read(this.word), 8), 0xFE00), node(NumericOp.I32_SHR_S, read(this.word), integer(24)) };
		for (int number = 0; number < bytes.length; number++) {
			Expression[] nearly = bytes.clone();
			nearly[number] = wrong[number];
			show(or(or(nearly[0], nearly[1]), or(nearly[2], nearly[3])));
			assertThat(rewritten()).first().asString().doesNotContain("g0 = (reverseBytes");
		}
	}

	@Test
	void whatCarriesIsNotSwapped() {
		Expression upper = shl(read(this.word), 8);
		assertStays(
				and(node(NumericOp.I32_ADD, node(NumericOp.I32_ADD, upper, upper), shr(read(this.word), 8)), 0xFFFF));
	}

	@Test
	void shiftsByVariablesAndPartsOfBytesAreNotFollowed() {
		assertStays(
				and(or(shl(read(this.word), 8), node(NumericOp.I32_SHR_U, read(this.word), read(this.other))), 0xFFFF));
		assertStays(and(or(shl(read(this.word), 8), node(NumericOp.I32_SHR_U, shl(read(this.word), 4), integer(12))),
				0xFFFF));
	}

	@Test
	void whatMayTrapStays() {
		Expression trap = and(node(NumericOp.I32_DIV_U, read(this.other), read(this.word)), 0);
		show(or(swapByRotating(read(this.word)), trap));
		assertThat(rewritten()).containsExactly("g0 = (i32.or (reverseBytes v0) (i32.and (i32.div_u v1 v0) 0:I))");
	}

	// What is followed through variables would be twice as long with each of them.
	@Test
	@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void aLongLineIsLookedAtInReasonableTime() {
		Variable last = this.word;
		for (int number = 0; number < 50_000; number++) {
			Variable next = this.variables.variable(Kind.INT);
			assign(next, or(shl(and(read(last), ODD_BYTES), 8), and(shr(read(last), 8), ODD_BYTES)));
			last = next;
		}
		show(node(NumericOp.I32_ROTL, read(last), integer(16)));
		show(swapByRotating(read(last)));
		assertThat(rewritten()).hasSize(4).last().isEqualTo("g0 = (reverseBytes v0)");
	}

	private static Expression swapByRotating(Expression number) {
		return or(node(NumericOp.I32_ROTR, and(number, ODD_BYTES), integer(8)),
				and(node(NumericOp.I32_ROTR, number, integer(24)), ODD_BYTES));
	}

	private void assertSwapped(Expression tree, String swapped) {
		show(tree);
		assertThat(rewritten()).containsExactly("g0 = " + swapped);
	}

	private void assertStays(Expression tree) {
		show(tree);
		assertStays();
	}

	private void assertStays() {
		List<String> before = this.code.stream().map(Object::toString).toList();
		assertThat(rewritten()).isEqualTo(before);
	}

	private void assign(Variable variable, Expression value) {
		this.code.add(new Assign(variable, value));
	}

	private void show(Expression value) {
		this.code.add(new GlobalSet(0, false, value));
	}

	private List<String> rewritten() {
		Body body = new Body(this.variables, List.of(this.word, this.other, this.wide), Kind.VOID,
				new ArrayList<>(this.code));
		this.code.clear();
		ByteSwaps.apply(body);
		return body.statements().stream().map(Object::toString).toList();
	}

	private static Expression read(Variable variable) {
		return Read.of(variable);
	}

	private static Expression integer(int value) {
		return Constant.ofInt(value);
	}

	private static Expression or(Expression one, Expression other) {
		return node(one, NumericOp.I32_OR, NumericOp.I64_OR, other);
	}

	private static Expression and(Expression one, long mask) {
		return node(one, NumericOp.I32_AND, NumericOp.I64_AND, Constant.of(one.kind(), mask));
	}

	private static Expression shl(Expression one, int by) {
		return node(one, NumericOp.I32_SHL, NumericOp.I64_SHL, Constant.of(one.kind(), by));
	}

	private static Expression shr(Expression one, int by) {
		return node(one, NumericOp.I32_SHR_U, NumericOp.I64_SHR_U, Constant.of(one.kind(), by));
	}

	private static Expression node(Expression one, NumericOp ints, NumericOp longs, Expression other) {
		return node((one.kind() == Kind.INT) ? ints : longs, one, other);
	}

	private static Expression node(NumericOp op, Expression... operands) {
		return new Numeric(op, 0, operands);
	}

}
