package dev.graft.compiler.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import dev.graft.artifact.type.ExternalType;
import dev.graft.artifact.type.Limits;
import dev.graft.compiler.ir.Access;
import dev.graft.compiler.ir.Body;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Label;
import dev.graft.compiler.ir.Numeric;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Statement.Assign;
import dev.graft.compiler.ir.Statement.JumpIf;
import dev.graft.compiler.ir.Statement.Mark;
import dev.graft.compiler.ir.Statement.VectorStore;
import dev.graft.compiler.ir.Statement;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.ir.VectorConstant;
import dev.graft.compiler.ir.VectorLoad;
import dev.graft.compiler.op.MemoryAccessOp;
import dev.graft.compiler.op.NumericOp;
import dev.graft.compiler.op.VectorOp;
import org.junit.jupiter.api.Test;

class VectorExpansionTests {

	private final Body.Variables variables = new Body.Variables();

	private final Variable condition = this.variables.variable(Kind.INT);

	private final Variable number = this.variables.variable(Kind.FLOAT);

	private final Variable count = this.variables.variable(Kind.INT);

	private final Variable wide = this.variables.variable(Kind.LONG);

	private final Variable local = this.variables.variable(Kind.VECTOR);

	private final List<Statement> statements = new ArrayList<>();

	/// C compilers name any vector as the second operand of a shuffle.
	@Test
	void aShuffleDoesNotTieTogetherWhatItDoesNotUse() {
		Expression floats = assigned(VectorOp.F32X4_SPLAT, Read.of(this.number));
		this.statements.add(new Assign(this.local, floats));
		loop(VectorOp.F32X4_MUL);
		Label end = this.variables.label(false);
		this.statements.add(new JumpIf(Read.of(this.condition), true, end));
		this.statements.add(new Assign(this.local, assigned(VectorOp.I32X4_SPLAT, Read.of(this.count))));
		loop(VectorOp.I32X4_ADD);
		this.statements.add(new Assign(this.count, lane(VectorOp.I32X4_EXTRACT_LANE, Read.of(this.local))));
		this.statements.add(new Mark(end));
		byte[] turned = { 4, 5, 6, 7, 0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3 };
		Expression shuffled = assigned(Vector.shuffle(turned, floats, Read.of(this.local)));
		this.statements.add(new Assign(this.number, lane(VectorOp.F32X4_EXTRACT_LANE, shuffled)));
		assertThat(lines()).noneMatch((line) -> line.contains("reinterpret"));
	}

	@Test
	void floatsAreChosenByMasks() {
		Expression one = assigned(VectorOp.F32X4_SPLAT, Read.of(this.number));
		Expression other = assigned(VectorOp.F32X4_SQRT, one);
		choose(one, other, assigned(VectorOp.F32X4_GT, one, other));
		assertThat(lines()).anyMatch((line) -> line.contains("(i32.and (i32.xor (i32.reinterpret_f32 ")
				&& line.contains("(select -1:I 0:I (f32.gt "));
	}

	@Test
	void floatsThatAConstantLimitsAreChosenAsBits() {
		Expression one = assigned(VectorOp.F32X4_SPLAT, Read.of(this.number));
		Expression limit = new VectorConstant(0x3F80_0000_3F80_0000L, 0x3F80_0000_3F80_0000L);
		choose(one, limit, assigned(VectorOp.F32X4_LT, one, limit));
		assertThat(lines()).anyMatch(
				(line) -> line.contains("(select (i32.reinterpret_f32 ") && line.contains(" 1065353216:I (f32.lt "));
	}

	/// `_mm_min_ps(_mm_max_ps(x, 0), 255)` of Emscripten's headers: no float is chosen,
	/// and no lane has anything to saturate.
	@Test
	void limitsThatKeepWhatTheyCompareWaitForIntegers() {
		Expression zeros = new VectorConstant(0, 0);
		Expression limit = new VectorConstant(0x437F_0000_437F_0000L, 0x437F_0000_437F_0000L);
		Expression floats = assigned(VectorOp.F32X4_SPLAT, Read.of(this.number));
		Expression notLess = assigned(VectorOp.V128_BITSELECT, floats, zeros,
				assigned(VectorOp.F32X4_GT, floats, zeros));
		Expression limited = assigned(VectorOp.V128_BITSELECT, notLess, limit,
				assigned(VectorOp.F32X4_LT, notLess, limit));
		Expression integers = assigned(VectorOp.I32X4_TRUNC_SAT_F32X4_S, limited);
		Expression shorts = assigned(VectorOp.I16X8_NARROW_I32X4_S, integers, integers);
		Expression bytes = assigned(VectorOp.I8X16_NARROW_I16X8_U, shorts, shorts);
		this.statements.add(new Assign(this.count, lane(VectorOp.I32X4_EXTRACT_LANE, bytes)));
		assertThat(lines()).noneMatch((line) -> line.contains("select") || line.contains("32767"))
			.anyMatch((line) -> line.contains("(max (i32.trunc_sat_f32_s "));
	}

	/// If a NaN became the limit, it must not become zero instead.
	@Test
	void anUpperLimitThatANanBecomesDoesNotWait() {
		Expression limit = new VectorConstant(0x437F_0000_437F_0000L, 0x437F_0000_437F_0000L);
		Expression floats = assigned(VectorOp.F32X4_SPLAT, Read.of(this.number));
		Expression limited = assigned(VectorOp.V128_BITSELECT, floats, limit,
				assigned(VectorOp.F32X4_LT, floats, limit));
		Expression integers = assigned(VectorOp.I32X4_TRUNC_SAT_F32X4_S, limited);
		this.statements.add(new Assign(this.count, lane(VectorOp.I32X4_EXTRACT_LANE, integers)));
		assertThat(lines()).anyMatch((line) -> line.contains("select"));
	}

	/// 77 + 150 + 29 is 256, so a byte is left of the sum. Products of 16 bits are
	/// products of `int`s.
	@Test
	void weightedSumsOfBytesFitIntoBytes() {
		Expression mask = new VectorConstant(0xFF_0000_00FFL, 0xFF_0000_00FFL);
		Expression pixels = assigned(VectorOp.I32X4_SPLAT, Read.of(this.count));
		Expression sum = new VectorConstant(0, 0);
		for (long weight : new long[] { 77, 150, 29 }) {
			Expression lane = assigned(VectorOp.V128_AND, pixels, mask);
			Expression weights = new VectorConstant(weight << Integer.SIZE | weight, weight << Integer.SIZE | weight);
			sum = assigned(VectorOp.I32X4_ADD, sum, assigned(VectorOp.I16X8_MUL, lane, weights));
		}
		Expression gray = assigned(VectorOp.I32X4_SHR_U, sum, Constant.ofInt(Byte.SIZE));
		Expression shorts = assigned(VectorOp.I16X8_NARROW_I32X4_S, gray, gray);
		Expression bytes = assigned(VectorOp.I8X16_NARROW_I16X8_U, shorts, shorts);
		this.statements.add(new Assign(this.count, lane(VectorOp.I32X4_EXTRACT_LANE, bytes)));
		assertThat(lines()).noneMatch((line) -> line.contains("min") || line.contains("i64") || line.contains("65535"))
			.anyMatch((line) -> line.contains("(i32.mul "));
	}

	/// What compares is subtracted, four bytes at a time, from what is counted.
	@Test
	void bytesThatCompareAreCountedTogether() {
		Expression bytes = assigned(VectorOp.I32X4_SPLAT, Read.of(this.count));
		byte[] moved = { 4, 5, 6, 7, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 16 };
		Expression sum = new VectorConstant(1, 2);
		for (Expression part : List.of(bytes, assigned(Vector.shuffle(moved, bytes, new VectorConstant(0, 0))))) {
			Expression mask = assigned(VectorOp.I8X16_LT_U, part, new VectorConstant(0x2020_2020_2020_2020L, 0));
			Expression shorts = assigned(VectorOp.I16X8_EXTEND_LOW_I8X16_S, mask);
			sum = assigned(VectorOp.I32X4_SUB, sum, assigned(VectorOp.I32X4_EXTEND_LOW_I16X8_S, shorts));
		}
		this.statements.add(new Assign(this.count, lane(VectorOp.I32X4_EXTRACT_LANE, sum)));
		assertThat(lines()).noneMatch((line) -> line.contains("i32.sub"))
			.anyMatch((line) -> line.contains("72340172838076673"));
	}

	@Test
	void shortsInIntsStayInInts() {
		Label header = this.variables.label(true);
		this.statements.add(new Mark(header));
		Expression counted = assigned(VectorOp.I32X4_SPLAT, Read.of(this.count));
		Expression mask = assigned(VectorOp.I32X4_GT_S, counted, new VectorConstant(0x7_0000_0003L, 0x1_0000_0009L));
		Expression masked = assigned(VectorOp.V128_AND, mask, counted);
		this.statements.add(new Assign(this.local, assigned(VectorOp.I16X8_MAX_S, Read.of(this.local), masked)));
		this.statements.add(new JumpIf(Read.of(this.condition), true, header));
		this.statements.add(new Assign(this.count, lane(VectorOp.I32X4_EXTRACT_LANE, Read.of(this.local))));
		assertThat(lines()).noneMatch((line) -> line.contains("i64"))
			.anyMatch((line) -> line.contains("(i32.and (max ") && line.contains("(i32.shr_u (max (i32.shl "));
	}

	@Test
	void bytesOfIntsAreReversedAtOnce() {
		Expression ints = assigned(VectorOp.I32X4_SPLAT, Read.of(this.count));
		byte[] places = { 3, 2, 1, 0, 15, 14, 13, 12, 5, 6, 7, 4, 8, 9, 10, 11 };
		Expression reversed = assigned(VectorOp.I32X4_ADD, assigned(Vector.shuffle(places, ints, ints)), ints);
		this.statements.add(new Assign(this.count, lane(VectorOp.I32X4_EXTRACT_LANE, reversed)));
		assertThat(lines()).noneMatch((line) -> line.contains("i64") || line.contains("and"))
			.anyMatch((line) -> line.contains("(reverseBytes "));
	}

	@Test
	void bytesOfLongsAreReversedAtOnce() {
		Expression longs = assigned(VectorOp.I64X2_SPLAT, Read.of(this.wide));
		for (byte[] places : new byte[][] { { 7, 6, 5, 4, 3, 2, 1, 0, 15, 14, 13, 12, 11, 10, 9, 8 },
				{ 3, 2, 1, 0, 7, 6, 5, 4, 15, 14, 13, 12, 11, 10, 9, 8 } }) {
			longs = assigned(Vector.shuffle(places, assigned(VectorOp.I64X2_ADD, longs, longs), longs));
		}
		this.statements.add(new Assign(this.wide, lane(VectorOp.I64X2_EXTRACT_LANE, longs)));
		assertThat(lines()).noneMatch((line) -> line.contains("and"))
			.anyMatch((line) -> line.contains("(i64.rotl (reverseBytes ") && line.contains(" 32:J)"));
	}

	/// What the sign of a constant tells need not be computed.
	@Test
	void numbersAreComparedWithAConstantByItsSign() {
		Expression numbers = assigned(VectorOp.I32X4_SPLAT, Read.of(this.count));
		Expression mask = assigned(VectorOp.I32X4_LT_U, numbers, new VectorConstant(0xA_0000_000AL, 0xA_0000_000AL));
		this.statements.add(new Assign(this.count, lane(VectorOp.I32X4_EXTRACT_LANE, mask)));
		assertThat(lines())
			.anyMatch((line) -> line.endsWith("(i32.shr_s (i32.and (i32.xor v8 -1:I) (i32.sub v8 10:I)) 31:I)"));
	}

	@Test
	void bytesAreComparedWithAConstantByItsSign() {
		Expression ten = new VectorConstant(0x0A0A_0A0A_0A0A_0A0AL, 0x0A0A_0A0A_0A0A_0A0AL);
		this.statements.add(new Assign(this.local, assigned(VectorOp.I64X2_SPLAT, Read.of(this.wide))));
		Expression mask = assigned(VectorOp.I8X16_LT_U, Read.of(this.local), ten);
		this.statements.add(new Assign(this.wide, lane(VectorOp.I64X2_EXTRACT_LANE, mask)));
		assertThat(lines()).anyMatch((line) -> line.contains("(i64.sub (i64.or "))
			.noneMatch((line) -> line.contains("(i64.xor (i64.xor "));
	}

	@Test
	void aComparisonThatOnlyMasksChooses() {
		Expression numbers = assigned(VectorOp.I32X4_SPLAT, Read.of(this.count));
		Expression mask = assigned(VectorOp.I32X4_LT_U, numbers, new VectorConstant(0xA_0000_000AL, 0xA_0000_000AL));
		Expression masked = assigned(VectorOp.V128_AND, numbers, mask);
		this.statements.add(new Assign(this.count, lane(VectorOp.I32X4_EXTRACT_LANE, masked)));
		assertThat(lines()).anyMatch((line) -> line.contains("(select v9 0:I (i32.lt_u v9 10:I))"));
	}

	/// Neither could be left out, as each is read as a whole by the other.
	@Test
	void ofTwoMasksNeitherChooses() {
		Expression numbers = assigned(VectorOp.I32X4_SPLAT, Read.of(this.count));
		Expression less = assigned(VectorOp.I32X4_LT_U, numbers, new VectorConstant(0xA_0000_000AL, 0xA_0000_000AL));
		Expression greater = assigned(VectorOp.I32X4_GT_U, numbers, new VectorConstant(1L << 32 | 1, 1L << 32 | 1));
		Expression both = assigned(VectorOp.V128_AND, less, greater);
		this.statements.add(new Assign(this.count, lane(VectorOp.I32X4_EXTRACT_LANE, both)));
		assertThat(lines()).noneMatch((line) -> line.contains("select"));
	}

	@Test
	void theGreatestOfSmallNumbersHasNoSign() {
		this.statements.add(new Assign(this.local, new VectorConstant(0, 0)));
		Label header = this.variables.label(true);
		this.statements.add(new Mark(header));
		Expression small = assigned(VectorOp.I32X4_SHR_U, assigned(VectorOp.I32X4_SPLAT, Read.of(this.count)),
				Constant.ofInt(16));
		this.statements.add(new Assign(this.local, Vector.of(VectorOp.I32X4_MAX_U, 0, Read.of(this.local), small)));
		this.statements.add(new JumpIf(Read.of(this.condition), true, header));
		this.statements.add(new Assign(this.count, lane(VectorOp.I32X4_EXTRACT_LANE, Read.of(this.local))));
		assertThat(lines()).anyMatch((line) -> line.contains("(max "))
			.noneMatch((line) -> line.contains("-2147483648"));
	}

	/// A sum that grows in each round may have any sign after some of them.
	@Test
	void theGreatestOfWhatGrowsMayHaveASign() {
		this.statements.add(new Assign(this.local, new VectorConstant(0, 0)));
		Label header = this.variables.label(true);
		this.statements.add(new Mark(header));
		Expression sum = assigned(VectorOp.I32X4_ADD, Read.of(this.local),
				new VectorConstant(0xA_0000_000AL, 0xA_0000_000AL));
		Expression small = assigned(VectorOp.I32X4_SHR_U, assigned(VectorOp.I32X4_SPLAT, Read.of(this.count)),
				Constant.ofInt(16));
		this.statements.add(new Assign(this.local, Vector.of(VectorOp.I32X4_MAX_U, 0, sum, small)));
		this.statements.add(new JumpIf(Read.of(this.condition), true, header));
		this.statements.add(new Assign(this.count, lane(VectorOp.I32X4_EXTRACT_LANE, Read.of(this.local))));
		assertThat(lines()).anyMatch((line) -> line.contains("-2147483648"));
	}

	/// The greatest so far is never more than what limits it, though it grows.
	@Test
	void whatIsLimitedHasNoSign() {
		this.statements.add(new Assign(this.local, new VectorConstant(0, 0)));
		Label header = this.variables.label(true);
		this.statements.add(new Mark(header));
		Expression sum = assigned(VectorOp.I32X4_ADD, Read.of(this.local),
				new VectorConstant(1L << 32 | 1, 1L << 32 | 1));
		this.statements.add(new Assign(this.local,
				Vector.of(VectorOp.I32X4_MIN_U, 0, sum, new VectorConstant(0x64_0000_0064L, 0x64_0000_0064L))));
		this.statements.add(new JumpIf(Read.of(this.condition), true, header));
		this.statements.add(new Assign(this.count, lane(VectorOp.I32X4_EXTRACT_LANE, Read.of(this.local))));
		assertThat(lines()).anyMatch((line) -> line.contains("(min "))
			.noneMatch((line) -> line.contains("-2147483648"));
	}

	/// Arrays that C compilers have placed are offsets from the same number.
	@Test
	void offsetsKeepArraysApart() {
		Label header = this.variables.label(true);
		this.statements.add(new Mark(header));
		Expression loaded = assigned(
				new VectorLoad(Access.of(MemoryAccessOp.I64_LOAD, 0, 50_000, 0), Read.of(this.count)));
		this.statements.add(new VectorStore(Access.of(MemoryAccessOp.I64_STORE, 0, 300, 0), Read.of(this.condition),
				assigned(VectorOp.I32X4_ADD, loaded, loaded)));
		for (Variable address : List.of(this.condition, this.count)) {
			this.statements
				.add(new Assign(address, new Numeric(NumericOp.I32_ADD, 0, Read.of(address), Constant.ofInt(16))));
		}
		this.statements.add(new JumpIf(new Numeric(NumericOp.I32_NE, 0, Read.of(this.count), Constant.ofInt(16_000)),
				true, header));
		assertThat(lines()).anyMatch((line) -> line.startsWith("if (i64.le_s ") && line.contains(" 50000:J)"))
			.anyMatch((line) -> line.startsWith("unless (i64.le_s ") && line.contains(" 300:J)"));
	}

	private void loop(VectorOp op) {
		Label header = this.variables.label(true);
		this.statements.add(new Mark(header));
		this.statements.add(new Assign(this.local, assigned(op, Read.of(this.local), Read.of(this.local))));
		this.statements.add(new JumpIf(Read.of(this.condition), true, header));
	}

	private void choose(Expression one, Expression other, Expression mask) {
		Expression chosen = assigned(VectorOp.V128_BITSELECT, one, other, mask);
		this.statements.add(new Assign(this.number,
				lane(VectorOp.F32X4_EXTRACT_LANE, assigned(VectorOp.F32X4_MUL, chosen, chosen))));
	}

	private Expression assigned(VectorOp op, Expression... operands) {
		return assigned(Vector.of(op, 0, operands));
	}

	private Expression assigned(Expression vector) {
		Variable temporary = this.variables.temporary(Kind.VECTOR);
		this.statements.add(new Assign(temporary, vector));
		return Read.of(temporary);
	}

	private static Expression lane(VectorOp op, Expression vector) {
		return Vector.of(op, 0, vector);
	}

	private List<String> lines() {
		Body body = new Body(this.variables, List.of(this.condition, this.number, this.count, this.wide), Kind.VOID,
				this.statements);
		VectorExpansion.expand(body, List.of(ExternalType.Memory.of(new Limits(1, OptionalLong.empty()))), false,
				false);
		return this.statements.stream().map(Statement::toString).toList();
	}

}
