package dev.graft.compiler.vector;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;

import dev.graft.artifact.abi.AbiMethod;
import dev.graft.artifact.abi.JavaBaseMember;
import dev.graft.compiler.ir.Computed;
import dev.graft.compiler.ir.Constant;
import dev.graft.compiler.ir.Expression;
import dev.graft.compiler.ir.Kind;
import dev.graft.compiler.ir.Read;
import dev.graft.compiler.ir.Select;
import dev.graft.compiler.ir.Variable;
import dev.graft.compiler.ir.Vector;
import dev.graft.compiler.ir.VectorConstant;
import dev.graft.compiler.op.NumericOp;
import dev.graft.compiler.op.VectorOp;
import org.jspecify.annotations.Nullable;

/// What each vector operator does with lanes.
///
/// Most operators do the same with each lane, or with each half if lanes are narrow:
/// either what an operator on numbers does, which has the same name (`i32x4.add` is
/// `i32.add`), or what a method of the engine does. A few cross lanes.
final class VectorArithmetic {

	private static final Map<VectorOp, NumericOp> NUMBERS = new EnumMap<>(VectorOp.class);

	private static final Map<VectorOp, NumericOp> RELATIONS = new EnumMap<>(VectorOp.class);

	private static final Map<VectorOp, AbiMethod> METHODS = new EnumMap<>(VectorOp.class);

	static {
		Map<String, NumericOp> numbers = new HashMap<>();
		for (NumericOp op : NumericOp.values()) {
			numbers.put(op.mnemonic(), op);
		}
		Map<String, AbiMethod> methods = new HashMap<>();
		for (AbiMethod method : AbiMethod.values()) {
			methods.put(method.name(), method);
		}
		for (VectorOp op : VectorOp.values()) {
			NumericOp number = numbers.get(nameForNumbers(op.mnemonic()));
			AbiMethod method = methods.get(op.name());
			if (method != null) {
				METHODS.put(op, method);
			}
			else if (number != null) {
				(isRelation(op) ? RELATIONS : NUMBERS).put(op, number);
			}
		}
	}

	private static final long BYTES = 0x0101_0101_0101_0101L;

	private static final long SHORTS = 0x0001_0001_0001_0001L;

	/// How many bits tell apart the bytes of a vector.
	private static final int TABLE_WIDTH = 4;

	private static final int BYTE_MASK = 0xFF;

	private static final int SHORT_MASK = 0xFFFF;

	private final LaneCode code;

	private final LaneWidths widths = new LaneWidths();

	private final LaneRanges ranges = new LaneRanges();

	/// What halves are that have been made of bytes, so that extending them again can
	/// begin with the bytes.
	private final Map<Variable, ExtendedBytes> extensions = new HashMap<>();

	/// The lanes that comparisons have found true, as zero or one, by the vector that
	/// chooses with them.
	private final Map<Variable, Expression[]> conditions = new HashMap<>();

	private final Selectors selectors;

	private final NarrowArithmetic narrow;

	private final HalfArithmetic halves;

	VectorArithmetic(LaneCode code, Selectors selectors) {
		this.code = code;
		this.selectors = selectors;
		this.halves = new HalfArithmetic(code, this.widths);
		this.narrow = new NarrowArithmetic(code, this.widths);
	}

	// `f32x4.convert_i32x4_s` does to lanes what `f32.convert_i32_s` does to a number.
	private static String nameForNumbers(String mnemonic) {
		String name = mnemonic.replace("i32x4", "i32")
			.replace("f32x4", "f32")
			.replace("i64x2", "i64")
			.replace("f64x2", "f64");
		return name.equals(mnemonic) || name.contains("extmul") ? "" : name;
	}

	private static boolean isRelation(VectorOp op) {
		String name = op.mnemonic().substring(op.mnemonic().indexOf('.') + 1);
		return switch (name) {
			case "eq", "ne", "lt", "gt", "le", "ge", "lt_s", "lt_u", "gt_s", "gt_u", "le_s", "le_u", "ge_s", "ge_u" ->
				true;
			default -> false;
		};
	}

	/// A vector.
	/// @param vector an operator whose operands can be used several times
	/// @param wanted the shape that the result would best have
	Lanes vector(Vector vector, Shape wanted) {
		Vector node = unsaturated(vector);
		VectorOp op = node.op();
		if (op == VectorOp.I8X16_SHUFFLE) {
			return shuffle(node, wanted);
		}
		Vector moving = wanted.isNarrow() ? Shuffle.ofShift(node) : null;
		if (moving != null) {
			return shuffle(moving, wanted);
		}
		Shape result = Shape.ofResult(op);
		if (result == null) {
			Vector choice = this.selectors.choice(node);
			Expression[] conditions = (choice != null && choice.operand(2) instanceof Read mask)
					? this.conditions.get(mask.variable()) : null;
			return (choice != null && conditions != null) ? chosen(choice, conditions, wanted)
					: bits(node, wanted.ofBits());
		}
		if (wanted.lanes() == Shape.I32X4.lanes() && PairedShorts.computes(op)) {
			Expression[][] operands = operands(node, Shape.I32X4);
			return new Lanes(Shape.I32X4, PairedShorts.lanes(op, operands[0], operands[1]));
		}
		Lanes single = (wanted.isNarrow() || areSingle(node)) ? this.narrow.vector(node) : null;
		if (single != null) {
			return single;
		}
		Expression[] special = special(node);
		if (special != null) {
			return new Lanes(result, special);
		}
		return new Lanes(result, lanewise(simpler(node), result.lanes()));
	}

	private Vector unsaturated(Vector node) {
		return switch (node.op()) {
			case I16X8_ADD_SAT_S -> this.ranges.fits(node) ? as(VectorOp.I16X8_ADD, node) : node;
			case I16X8_SUB_SAT_S -> this.ranges.fits(node) ? as(VectorOp.I16X8_SUB, node) : node;
			default -> node;
		};
	}

	// What does the same as an operator where lanes are not full, in fewer steps.
	private Vector simpler(Vector node) {
		return switch (node.op()) {
			case I8X16_ADD -> this.widths.addsWithin(node, Byte.SIZE) ? as(VectorOp.I64X2_ADD, node) : node;
			case I16X8_ADD -> this.widths.addsWithin(node, Short.SIZE) ? as(VectorOp.I64X2_ADD, node) : node;
			default -> node;
		};
	}

	private static Vector as(VectorOp op, Vector node) {
		return Vector.of(op, 0, node.operand(0), node.operand(1));
	}

	// Whether the result has wide lanes, and those that it is computed from are `int`s.
	private boolean areSingle(Vector node) {
		Shape held = this.code.shape(node.operand(0));
		return held != null && held.isNarrow() && held.equals(Shape.narrowOperand(node.op(), 0))
				&& Shape.narrowResult(node.op()) == null;
	}

	private Lanes shuffle(Vector node, Shape wanted) {
		Shape shape = isOfBytes(node) ? Shape.I8X16 : Shuffle.shape(node, wanted);
		Expression[] sources = new Expression[2 * shape.lanes()];
		for (int operand = 0; operand < 2; operand++) {
			if (Shuffle.uses(node, operand)) {
				Expression[] lanes = this.code.lanes(node.operand(operand), shape);
				System.arraycopy(lanes, 0, sources, operand * lanes.length, lanes.length);
			}
		}
		return new Lanes(shape, Shuffle.lanes(node, shape, sources, this.halves));
	}

	// Whether bytes are taken from vectors that hold each by itself.
	private boolean isOfBytes(Vector shuffle) {
		for (int operand = 0; operand < 2; operand++) {
			Shape held = this.code.shape(shuffle.operand(operand));
			if (Shuffle.uses(shuffle, operand) && held != null && held != Shape.I8X16) {
				return false;
			}
		}
		return Shuffle.laneBytes(shuffle) == 1;
	}

	/// Keeps what a comparison has found, if a vector only chooses by it.
	/// @return whether that vector needs no lanes
	boolean chooses(Variable target, Vector node) {
		if (!compares(node.op()) || !this.selectors.contains(target)) {
			return false;
		}
		Expression[] conditions = conditions(node);
		for (int lane = 0; lane < conditions.length; lane++) {
			conditions[lane] = this.code.once(conditions[lane]);
		}
		this.conditions.put(target, conditions);
		return true;
	}

	/// Whether an operator compares wide lanes.
	static boolean compares(VectorOp op) {
		return RELATIONS.containsKey(op);
	}

	/// What a comparison finds, lane by lane.
	Expression[] conditions(Vector comparison) {
		NumericOp relation = Objects.requireNonNull(RELATIONS.get(comparison.op()));
		Expression[][] operands = operands(comparison, null);
		Expression[] conditions = new Expression[operands[0].length];
		for (int lane = 0; lane < conditions.length; lane++) {
			conditions[lane] = Trees.numeric(relation, operands[0][lane], operands[1][lane]);
		}
		return conditions;
	}

	private Lanes chosen(Vector node, Expression[] conditions, Shape wanted) {
		Shape shape = (wanted.lanes() == conditions.length) ? wanted
				: (conditions.length == 4) ? Shape.I32X4 : Shape.I64X2;
		Expression[] chosen = this.code.lanes(node.operand(0), shape);
		Expression[] others = this.code.lanes(node.operand(1), shape);
		Expression[] values = new Expression[conditions.length];
		for (int lane = 0; lane < values.length; lane++) {
			values[lane] = FloatChoices.chosen(chosen[lane], others[lane], conditions[lane]);
		}
		return new Lanes(shape, values);
	}

	private Lanes bits(Vector node, Shape shape) {
		Expression[][] operands = operands(node, shape);
		Expression[] values = new Expression[shape.lanes()];
		for (int lane = 0; lane < values.length; lane++) {
			Expression one = operands[0][lane];
			values[lane] = switch (node.op()) {
				case V128_NOT -> Trees.not(one);
				case V128_AND -> Trees.and(one, operands[1][lane]);
				case V128_ANDNOT -> Trees.and(one, Trees.not(operands[1][lane]));
				case V128_OR -> this.code.either(one, operands[1][lane]);
				case V128_XOR -> Trees.xor(one, operands[1][lane]);
				case V128_BITSELECT -> {
					Expression other = operands[1][lane];
					yield Trees.xor(other, Trees.and(Trees.xor(one, other), operands[2][lane]));
				}
				default -> throw new IllegalArgumentException(node.op() + " does not combine bits");
			};
		}
		return new Lanes(shape, values);
	}

	private Expression[][] operands(Vector node, @Nullable Shape shape) {
		Expression[][] operands = new Expression[node.operandCount()][];
		for (int number = 0; number < operands.length; number++) {
			Expression operand = node.operand(number);
			Shape operandShape = (shape != null) ? shape : Shape.ofOperand(node.op(), number);
			operands[number] = (operand.kind() == Kind.VECTOR)
					? this.code.lanes(operand, Objects.requireNonNull(operandShape)) : new Expression[] { operand };
		}
		return operands;
	}

	// The same with each lane or half. A number among the operands serves them all.
	private Expression[] lanewise(Vector node, int count) {
		Expression[][] operands = operands(node, null);
		Expression[] values = new Expression[count];
		for (int lane = 0; lane < count; lane++) {
			Expression[] own = new Expression[operands.length];
			for (int number = 0; number < own.length; number++) {
				own[number] = (operands[number].length == 1) ? operands[number][0] : operands[number][lane];
			}
			Expression half = this.halves.half(node, own);
			values[lane] = (half != null) ? half : lane(node.op(), own);
		}
		return values;
	}

	private static Expression lane(VectorOp op, Expression... operands) {
		AbiMethod method = METHODS.get(op);
		if (method != null) {
			return new Computed(method, operands);
		}
		NumericOp number = NUMBERS.get(op);
		if (number != null) {
			return Trees.numeric(number, operands);
		}
		return switch (op) {
			case I32X4_NEG -> Trees.numeric(NumericOp.I32_SUB, Trees.constant(0), operands[0]);
			case I32X4_ABS -> new Computed(JavaBaseMember.I32_ABS, operands);
			case I32X4_MIN_S -> new Computed(JavaBaseMember.I32_MIN, operands);
			case I32X4_MAX_S -> new Computed(JavaBaseMember.I32_MAX, operands);
			case I32X4_MIN_U ->
				flipped(new Computed(JavaBaseMember.I32_MIN, flipped(operands[0]), flipped(operands[1])));
			case I32X4_MAX_U ->
				flipped(new Computed(JavaBaseMember.I32_MAX, flipped(operands[0]), flipped(operands[1])));
			case I64X2_NEG -> Trees.numeric(NumericOp.I64_SUB, Trees.constant(0L), operands[0]);
			case I64X2_ABS -> {
				Expression sign = sign(operands[0]);
				yield Trees.numeric(NumericOp.I64_SUB, Trees.xor(operands[0], sign), sign);
			}
			case F32X4_PMIN ->
				FloatChoices.limited(operands[1], operands[0], floats(NumericOp.F32_LT, operands[1], operands[0]));
			case F32X4_PMAX ->
				FloatChoices.limited(operands[1], operands[0], floats(NumericOp.F32_LT, operands[0], operands[1]));
			case F64X2_PMIN ->
				FloatChoices.limited(operands[1], operands[0], floats(NumericOp.F64_LT, operands[1], operands[0]));
			case F64X2_PMAX ->
				FloatChoices.limited(operands[1], operands[0], floats(NumericOp.F64_LT, operands[0], operands[1]));
			case F32X4_RELAXED_MADD -> new Computed(JavaBaseMember.F32_FMA, operands);
			case F64X2_RELAXED_MADD -> new Computed(JavaBaseMember.F64_FMA, operands);
			case F32X4_RELAXED_NMADD -> new Computed(JavaBaseMember.F32_FMA,
					Trees.numeric(NumericOp.F32_NEG, operands[0]), operands[1], operands[2]);
			case F64X2_RELAXED_NMADD -> new Computed(JavaBaseMember.F64_FMA,
					Trees.numeric(NumericOp.F64_NEG, operands[0]), operands[1], operands[2]);
			default -> relation(op, operands[0], operands[1]);
		};
	}

	private static Expression floats(NumericOp relation, Expression one, Expression other) {
		return Trees.numeric(relation, one, other);
	}

	private static Expression flipped(Expression value) {
		return Trees.xor(value, Trees.constant(Integer.MIN_VALUE));
	}

	// All bits, or none. Numbers are compared without a jump, and in as many bits as they
	// have, so that HotSpot can compare those of several lanes at once.
	private static Expression relation(VectorOp op, Expression one, Expression other) {
		return switch (op) {
			case I32X4_EQ, I64X2_EQ -> Trees.not(different(one, other));
			case I32X4_NE, I64X2_NE -> different(one, other);
			case I32X4_LT_S, I64X2_LT_S -> less(one, other, true);
			case I32X4_LT_U -> less(one, other, false);
			case I32X4_GT_S, I64X2_GT_S -> less(other, one, true);
			case I32X4_GT_U -> less(other, one, false);
			case I32X4_LE_S, I64X2_LE_S -> Trees.not(less(other, one, true));
			case I32X4_LE_U -> Trees.not(less(other, one, false));
			case I32X4_GE_S, I64X2_GE_S -> Trees.not(less(one, other, true));
			case I32X4_GE_U -> Trees.not(less(one, other, false));
			case F32X4_EQ -> mask(Kind.INT, NumericOp.F32_EQ, one, other);
			case F32X4_NE -> mask(Kind.INT, NumericOp.F32_NE, one, other);
			case F32X4_LT -> mask(Kind.INT, NumericOp.F32_LT, one, other);
			case F32X4_GT -> mask(Kind.INT, NumericOp.F32_GT, one, other);
			case F32X4_LE -> mask(Kind.INT, NumericOp.F32_LE, one, other);
			case F32X4_GE -> mask(Kind.INT, NumericOp.F32_GE, one, other);
			case F64X2_EQ -> mask(Kind.LONG, NumericOp.F64_EQ, one, other);
			case F64X2_NE -> mask(Kind.LONG, NumericOp.F64_NE, one, other);
			case F64X2_LT -> mask(Kind.LONG, NumericOp.F64_LT, one, other);
			case F64X2_GT -> mask(Kind.LONG, NumericOp.F64_GT, one, other);
			case F64X2_LE -> mask(Kind.LONG, NumericOp.F64_LE, one, other);
			case F64X2_GE -> mask(Kind.LONG, NumericOp.F64_GE, one, other);
			default -> throw new IllegalArgumentException("no way to compute " + op);
		};
	}

	private static Expression mask(Kind kind, NumericOp relation, Expression one, Expression other) {
		return new Select(Constant.of(kind, -1), Constant.zero(kind), floats(relation, one, other));
	}

	private static Expression different(Expression one, Expression other) {
		Expression differing = Trees.xor(one, other);
		return sign(Trees.or(differing, difference(Constant.zero(one.kind()), differing)));
	}

	// Where signs are equal, that of the difference tells; where not, they do. That of a
	// constant is known.
	private static Expression less(Expression one, Expression other, boolean signed) {
		Expression difference = difference(one, other);
		if (other instanceof Constant constant) {
			Expression sign = signed ? one : Trees.not(one);
			return sign((signed == constant.bits() < 0) ? Trees.and(sign, difference) : Trees.or(sign, difference));
		}
		if (one instanceof Constant constant) {
			Expression sign = signed ? Trees.not(other) : other;
			return sign((signed == constant.bits() < 0) ? Trees.or(sign, difference) : Trees.and(sign, difference));
		}
		Expression bySign = signed ? Trees.and(one, Trees.not(other)) : Trees.and(Trees.not(one), other);
		Expression byDifference = Trees.and(Trees.not(Trees.xor(one, other)), difference);
		return sign(Trees.or(bySign, byDifference));
	}

	private static Expression difference(Expression one, Expression other) {
		return Trees.numeric((one.kind() == Kind.INT) ? NumericOp.I32_SUB : NumericOp.I64_SUB, one, other);
	}

	private static Expression sign(Expression value) {
		return (value.kind() == Kind.INT) ? Trees.numeric(NumericOp.I32_SHR_S, value, Trees.constant(Integer.SIZE - 1))
				: Trees.numeric(NumericOp.I64_SHR_S, value, Trees.constant(Long.SIZE - 1L));
	}

	// Operators that cross lanes or change their number; null for all others.
	private Expression @Nullable [] special(Vector node) {
		return switch (node.op()) {
			case I8X16_SPLAT -> splat(narrow(node.operand(0), BYTE_MASK, BYTES), 2);
			case I16X8_SPLAT -> splat(narrow(node.operand(0), SHORT_MASK, SHORTS), 2);
			case I32X4_SPLAT, F32X4_SPLAT -> splat(node.operand(0), 4);
			case I64X2_SPLAT, F64X2_SPLAT -> splat(node.operand(0), 2);
			case I32X4_REPLACE_LANE, F32X4_REPLACE_LANE, I64X2_REPLACE_LANE, F64X2_REPLACE_LANE -> replaced(node);
			case I8X16_REPLACE_LANE -> replaced(node, Byte.SIZE, BYTE_MASK);
			case I16X8_REPLACE_LANE -> replaced(node, Short.SIZE, SHORT_MASK);
			case I8X16_SWIZZLE -> swizzled(node);
			case I8X16_NARROW_I16X8_S, I8X16_NARROW_I16X8_U -> narrowed(node);
			case I16X8_NARROW_I32X4_S, I16X8_NARROW_I32X4_U -> narrowedInts(node);
			case I16X8_EXTEND_LOW_I8X16_S -> widened(node, true, 0);
			case I16X8_EXTEND_LOW_I8X16_U -> widened(node, false, 0);
			case I16X8_EXTEND_HIGH_I8X16_S -> widened(node, true, 1);
			case I16X8_EXTEND_HIGH_I8X16_U -> widened(node, false, 1);
			case I16X8_EXTMUL_LOW_I8X16_S -> multiplied(node, true, 0);
			case I16X8_EXTMUL_LOW_I8X16_U -> multiplied(node, false, 0);
			case I16X8_EXTMUL_HIGH_I8X16_S -> multiplied(node, true, 1);
			case I16X8_EXTMUL_HIGH_I8X16_U -> multiplied(node, false, 1);
			case I16X8_EXTADD_PAIRWISE_I8X16_S -> pairSums(node, true);
			case I16X8_EXTADD_PAIRWISE_I8X16_U -> pairSums(node, false);
			case I32X4_DOT_I16X8_S -> dotted(node);
			case I32X4_EXTADD_PAIRWISE_I16X8_S -> shortSums(node, true);
			case I32X4_EXTADD_PAIRWISE_I16X8_U -> shortSums(node, false);
			case I32X4_EXTEND_LOW_I16X8_S, I32X4_EXTMUL_LOW_I16X8_S -> shorts(node, 0, true);
			case I32X4_EXTEND_LOW_I16X8_U, I32X4_EXTMUL_LOW_I16X8_U -> shorts(node, 0, false);
			case I32X4_EXTEND_HIGH_I16X8_S, I32X4_EXTMUL_HIGH_I16X8_S -> shorts(node, 1, true);
			case I32X4_EXTEND_HIGH_I16X8_U, I32X4_EXTMUL_HIGH_I16X8_U -> shorts(node, 1, false);
			case I64X2_EXTEND_LOW_I32X4_S, I64X2_EXTMUL_LOW_I32X4_S ->
				ints(node, 0, NumericOp.I64_EXTEND_I32_S, NumericOp.I64_MUL);
			case I64X2_EXTEND_LOW_I32X4_U, I64X2_EXTMUL_LOW_I32X4_U ->
				ints(node, 0, NumericOp.I64_EXTEND_I32_U, NumericOp.I64_MUL);
			case I64X2_EXTEND_HIGH_I32X4_S, I64X2_EXTMUL_HIGH_I32X4_S ->
				ints(node, 2, NumericOp.I64_EXTEND_I32_S, NumericOp.I64_MUL);
			case I64X2_EXTEND_HIGH_I32X4_U, I64X2_EXTMUL_HIGH_I32X4_U ->
				ints(node, 2, NumericOp.I64_EXTEND_I32_U, NumericOp.I64_MUL);
			case I32X4_RELAXED_DOT_I8X16_I7X16_ADD_S -> quarters(node);
			case F64X2_PROMOTE_LOW_F32X4 -> first(node, 2, NumericOp.F64_PROMOTE_F32);
			case F64X2_CONVERT_LOW_I32X4_S -> first(node, 2, NumericOp.F64_CONVERT_I32_S);
			case F64X2_CONVERT_LOW_I32X4_U -> first(node, 2, NumericOp.F64_CONVERT_I32_U);
			case F32X4_DEMOTE_F64X2_ZERO -> first(node, 4, NumericOp.F32_DEMOTE_F64);
			case I32X4_TRUNC_SAT_F64X2_S_ZERO -> first(node, 4, NumericOp.I32_TRUNC_SAT_F64_S);
			case I32X4_TRUNC_SAT_F64X2_U_ZERO -> first(node, 4, NumericOp.I32_TRUNC_SAT_F64_U);
			default -> null;
		};
	}

	private Expression[] splat(Expression value, int lanes) {
		Expression[] values = new Expression[lanes];
		java.util.Arrays.fill(values, this.code.once(value));
		return values;
	}

	private static Expression narrow(Expression value, int mask, long ones) {
		if (value instanceof Constant constant) {
			return Trees.constant((constant.bits() & mask) * ones);
		}
		return Trees.numeric(NumericOp.I64_MUL,
				Trees.numeric(NumericOp.I64_EXTEND_I32_U, Trees.and(value, Trees.constant(mask))),
				Trees.constant(ones));
	}

	private Expression[] replaced(Vector node) {
		Expression[] values = operands(node, null)[0].clone();
		values[node.lane()] = node.operand(1);
		return values;
	}

	private Expression[] replaced(Vector node, int bits, int mask) {
		Expression[] values = operands(node, null)[0].clone();
		int place = node.lane() * bits;
		int half = place / Long.SIZE;
		int shift = place % Long.SIZE;
		Expression lane = Trees.numeric(NumericOp.I64_EXTEND_I32_U, Trees.and(node.operand(1), Trees.constant(mask)));
		Expression others = Trees.and(values[half], Trees.constant(~((long) mask << shift)));
		values[half] = Trees.or(others, Trees.moved(lane, shift));
		return values;
	}

	private Expression[] swizzled(Vector node) {
		Expression[][] operands = operands(node, null);
		boolean within = this.widths.of(node.operand(1), Byte.SIZE) <= TABLE_WIDTH;
		Expression[] values = new Expression[2];
		for (int half = 0; half < 2; half++) {
			Expression indices = operands[1][half];
			values[half] = (node.operand(0) instanceof VectorConstant table) ? this.halves.found(table, indices, within)
					: new Computed(AbiMethod.I8X16_SWIZZLE, operands[0][0], operands[0][1], indices);
		}
		return values;
	}

	// Each operand becomes a half.
	private Expression[] narrowed(Vector node) {
		Expression[][] operands = operands(node, null);
		boolean signed = node.op() == VectorOp.I8X16_NARROW_I16X8_S;
		return ofHalves(node, (half) -> {
			Expression[] lanes = operands[half].clone();
			for (int part = 0; part < 2 && !this.widths.fits(node, half); part++) {
				lanes[part] = this.halves.saturated(lanes[part], signed);
			}
			return this.halves.packed(lanes[0], lanes[1]);
		});
	}

	// Compilers narrow a vector twice where they need it once, or do not care.
	private Expression[] ofHalves(Vector node, IntFunction<Expression> half) {
		if (Definitions.isSame(node.operand(0), node.operand(1))) {
			Expression both = this.code.once(half.apply(0));
			return new Expression[] { both, both };
		}
		return new Expression[] { half.apply(0), half.apply(1) };
	}

	private Expression[] narrowedInts(Vector node) {
		Expression[][] operands = operands(node, Shape.I32X4);
		int least = (node.op() == VectorOp.I16X8_NARROW_I32X4_S) ? Short.MIN_VALUE : 0;
		return ofHalves(node, (half) -> {
			Expression[] lanes = operands[half].clone();
			for (int lane = 0; lane < lanes.length && !this.widths.fits(node, half); lane++) {
				lanes[lane] = clamped(lanes[lane], least, least + SHORT_MASK);
			}
			return Trees.pair(packed(lanes[0], lanes[1]), packed(lanes[2], lanes[3]));
		});
	}

	private static Expression clamped(Expression value, int least, int most) {
		Expression notLess = new Computed(JavaBaseMember.I32_MAX, value, Trees.constant(least));
		return new Computed(JavaBaseMember.I32_MIN, notLess, Trees.constant(most));
	}

	private static Expression packed(Expression low, Expression high) {
		return Trees.or(Trees.and(low, Trees.constant(SHORT_MASK)),
				Trees.numeric(NumericOp.I32_SHL, high, Trees.constant(Short.SIZE)));
	}

	// One half of the operand becomes two.
	private Expression[] widened(Vector node, boolean signed, int half) {
		Expression bytes = operands(node, null)[0][half];
		return new Expression[] { this.halves.extended(bytes, signed),
				this.halves.extended(Trees.moved(bytes, -Integer.SIZE), signed) };
	}

	// One half of each operand, as bytes of which each has a product of 16 bits.
	private Expression[] multiplied(Vector node, boolean signed, int half) {
		Expression[][] operands = operands(node, null);
		Expression[] values = new Expression[2];
		for (int part = 0; part < 2; part++) {
			Expression product = Trees.constant(0L);
			for (int lane = 0; lane < Integer.BYTES; lane++) {
				int place = Byte.SIZE * (Integer.BYTES * part + lane);
				Expression single = Trees.numeric(NumericOp.I64_MUL, byteAt(operands[0][half], place, signed),
						byteAt(operands[1][half], place, signed));
				boolean kept = !signed || lane == Integer.BYTES - 1;
				product = Trees.or(product, Trees
					.moved(kept ? single : Trees.and(single, Trees.constant((long) SHORT_MASK)), Short.SIZE * lane));
			}
			values[part] = product;
		}
		return values;
	}

	private static Expression byteAt(Expression half, int place, boolean signed) {
		Expression moved = Trees.moved(half, -place);
		return signed ? Trees.numeric(NumericOp.I64_EXTEND8_S, moved)
				: Trees.and(moved, Trees.constant((long) BYTE_MASK));
	}

	private Expression[] pairSums(Vector node, boolean signed) {
		Expression[] halves = operands(node, null)[0];
		return new Expression[] { this.halves.pairSums(halves[0], signed), this.halves.pairSums(halves[1], signed) };
	}

	private Expression[] dotted(Vector node) {
		Expression[][] operands = operands(node, null);
		Expression[] values = new Expression[4];
		for (int lane = 0; lane < values.length; lane++) {
			Expression[] products = new Expression[2];
			for (int part = 0; part < 2; part++) {
				int place = 2 * (lane % 2) + part;
				products[part] = Trees.numeric(NumericOp.I32_MUL, shortAt(operands[0][lane / 2], place, true),
						shortAt(operands[1][lane / 2], place, true));
			}
			values[lane] = Trees.numeric(NumericOp.I32_ADD, products);
		}
		return values;
	}

	private Expression[] shortSums(Vector node, boolean signed) {
		Expression[] halves = operands(node, null)[0];
		Expression[] values = new Expression[4];
		for (int lane = 0; lane < values.length; lane++) {
			values[lane] = Trees.numeric(NumericOp.I32_ADD, shortAt(halves[lane / 2], 2 * (lane % 2), signed),
					shortAt(halves[lane / 2], 2 * (lane % 2) + 1, signed));
		}
		return values;
	}

	// One half of each operand, as four 16-bit numbers, and their products if there are
	// two.
	private Expression[] shorts(Vector node, int half, boolean signed) {
		Expression[][] operands = operands(node, null);
		Expression[] values = new Expression[4];
		for (int lane = 0; lane < values.length; lane++) {
			values[lane] = shortAt(operands[0][half], lane, signed);
			if (operands.length > 1) {
				values[lane] = Trees.numeric(NumericOp.I32_MUL, values[lane], shortAt(operands[1][half], lane, signed));
			}
		}
		return values;
	}

	private Expression shortAt(Expression half, int lane, boolean signed) {
		ExtendedBytes bytes = (half instanceof Read read) ? this.extensions.get(read.variable()) : null;
		if (bytes != null && (signed || !bytes.signed)) {
			Expression bits = Trees.intAt(bytes.source, Byte.SIZE * (bytes.first + lane));
			return bytes.signed ? Trees.numeric(NumericOp.I32_EXTEND8_S, bits)
					: Trees.and(bits, Trees.constant(BYTE_MASK));
		}
		Expression bits = Trees.intAt(half, Short.SIZE * lane);
		return signed ? Trees.numeric(NumericOp.I32_EXTEND16_S, bits) : Trees.and(bits, Trees.constant(SHORT_MASK));
	}

	private Expression[] ints(Vector node, int first, NumericOp extend, NumericOp multiply) {
		Expression[][] operands = operands(node, null);
		Expression[] values = new Expression[2];
		for (int lane = 0; lane < 2; lane++) {
			values[lane] = Trees.numeric(extend, operands[0][first + lane]);
			if (operands.length > 1) {
				values[lane] = Trees.numeric(multiply, values[lane], Trees.numeric(extend, operands[1][first + lane]));
			}
		}
		return values;
	}

	// From each quarter of the operands a lane; a third operand has such lanes already.
	private Expression[] quarters(Vector node) {
		Expression[][] operands = operands(node, null);
		AbiMethod method = Objects.requireNonNull(METHODS.get(node.op()));
		Expression[] values = new Expression[4];
		for (int lane = 0; lane < values.length; lane++) {
			Expression[] own = new Expression[operands.length];
			for (int number = 0; number < own.length; number++) {
				own[number] = (operands[number].length == values.length) ? operands[number][lane]
						: Trees.moved(operands[number][lane / 2], -Integer.SIZE * (lane % 2));
			}
			values[lane] = new Computed(method, own);
		}
		return values;
	}

	// What there is is converted, the rest is zero.
	private Expression[] first(Vector node, int lanes, NumericOp op) {
		Expression[] operand = operands(node, null)[0];
		Expression[] values = new Expression[lanes];
		for (int lane = 0; lane < lanes; lane++) {
			values[lane] = (lane < 2) ? Trees.numeric(op, operand[lane])
					: Constant.zero(Kind.of(op.signature().result()));
		}
		return values;
	}

	/// Remembers what a vector is computed by, once it has lanes.
	void assigned(Variable target, Vector node) {
		copied(target, node);
		switch (node.op()) {
			case I16X8_EXTEND_LOW_I8X16_S -> extended(target, node, 0, true);
			case I16X8_EXTEND_LOW_I8X16_U -> extended(target, node, 0, false);
			case I16X8_EXTEND_HIGH_I8X16_S -> extended(target, node, 1, true);
			case I16X8_EXTEND_HIGH_I8X16_U -> extended(target, node, 1, false);
			default -> {
			}
		}
	}

	/// Remembers how large lanes are that hold what others do.
	void copied(Variable target, Expression value) {
		this.widths.assign(target, value);
		this.ranges.assign(target, value);
	}

	private void extended(Variable target, Vector node, int half, boolean signed) {
		if (!target.isTemporary() || this.code.shape(target) != Shape.I64X2) {
			return;
		}
		Expression source = this.code.lanesInTree(node.operand(0), Shape.I64X2)[half];
		Expression[] halves = this.code.lanes(Read.of(target), Shape.I64X2);
		for (int part = 0; part < 2; part++) {
			if (source.isStable() && halves[part] instanceof Read read) {
				this.extensions.put(read.variable(), new ExtendedBytes(source, part * Integer.BYTES, signed));
			}
		}
	}

	/// Four bytes that have been extended.
	/// @param source where they come from
	/// @param first which one in there is the first
	private record ExtendedBytes(Expression source, int first, boolean signed) {
	}

	/// A number, computed in a tree.
	Expression number(Vector node) {
		Expression vector = node.operand(0);
		return switch (node.op()) {
			case I32X4_EXTRACT_LANE -> this.code.lanesInTree(vector, Shape.I32X4)[node.lane()];
			case F32X4_EXTRACT_LANE -> this.code.lanesInTree(vector, Shape.F32X4)[node.lane()];
			case I64X2_EXTRACT_LANE -> this.code.lanesInTree(vector, Shape.I64X2)[node.lane()];
			case F64X2_EXTRACT_LANE -> this.code.lanesInTree(vector, Shape.F64X2)[node.lane()];
			case I8X16_EXTRACT_LANE_S -> Trees.numeric(NumericOp.I32_EXTEND8_S, narrowLane(node, Byte.SIZE));
			case I8X16_EXTRACT_LANE_U -> Trees.and(narrowLane(node, Byte.SIZE), Trees.constant(BYTE_MASK));
			case I16X8_EXTRACT_LANE_S -> Trees.numeric(NumericOp.I32_EXTEND16_S, narrowLane(node, Short.SIZE));
			case I16X8_EXTRACT_LANE_U -> Trees.and(narrowLane(node, Short.SIZE), Trees.constant(SHORT_MASK));
			case V128_ANY_TRUE -> anyTrue(vector);
			case I8X16_ALL_TRUE, I16X8_ALL_TRUE -> {
				Expression[] halves = this.code.lanesInTree(vector, Shape.I64X2);
				int bits = (node.op() == VectorOp.I8X16_ALL_TRUE) ? Byte.SIZE : Short.SIZE;
				yield Trees.and(this.halves.allTrue(bits, halves[0]), this.halves.allTrue(bits, halves[1]));
			}
			case I32X4_ALL_TRUE -> allTrue(NumericOp.I32_NE, this.code.lanesInTree(vector, Shape.I32X4));
			case I64X2_ALL_TRUE -> allTrue(NumericOp.I64_NE, this.code.lanesInTree(vector, Shape.I64X2));
			case I8X16_BITMASK -> mask(vector, Byte.SIZE);
			case I16X8_BITMASK -> mask(vector, Short.SIZE);
			case I32X4_BITMASK -> signs(this.code.lanesInTree(vector, Shape.I32X4));
			case I64X2_BITMASK -> signs(upperHalves(this.code.lanesInTree(vector, Shape.I64X2)));
			default -> throw new IllegalArgumentException(node.op() + " does not give a number");
		};
	}

	private Expression narrowLane(Vector node, int bits) {
		Shape held = this.code.shape(node.operand(0));
		if (held != null && held.isNarrow() && held.laneBytes() * Byte.SIZE == bits) {
			return this.code.lanesInTree(node.operand(0), held)[node.lane()];
		}
		int place = node.lane() * bits;
		Expression half = this.code.lanesInTree(node.operand(0), Shape.I64X2)[place / Long.SIZE];
		return Trees.intAt(half, place % Long.SIZE);
	}

	private static Expression allTrue(NumericOp different, Expression[] lanes) {
		Expression all = Trees.numeric(different, lanes[0], Constant.zero(lanes[0].kind()));
		for (int lane = 1; lane < lanes.length; lane++) {
			all = Trees.and(all, Trees.numeric(different, lanes[lane], Constant.zero(lanes[lane].kind())));
		}
		return all;
	}

	private Expression anyTrue(Expression vector) {
		Shape held = this.code.shape(vector);
		Shape shape = (held != null) ? held.ofBits() : Shape.I64X2;
		Expression any = Constant.zero(shape.kind());
		for (Expression lane : this.code.lanesInTree(vector, shape)) {
			any = Trees.or(any, lane);
		}
		if (shape.isNarrow()) {
			any = Trees.and(any, Trees.constant((1 << shape.laneBytes() * Byte.SIZE) - 1));
		}
		return (shape.kind() == Kind.INT) ? Trees.numeric(NumericOp.I32_NE, any, Trees.constant(0))
				: Trees.numeric(NumericOp.I64_NE, any, Trees.constant(0L));
	}

	private Expression mask(Expression vector, int bits) {
		Expression[] halves = this.code.lanesInTree(vector, Shape.I64X2);
		Expression high = Trees.numeric(NumericOp.I32_SHL, HalfArithmetic.bitmask(bits, halves[1]),
				Trees.constant(Long.SIZE / bits));
		return Trees.or(HalfArithmetic.bitmask(bits, halves[0]), high);
	}

	private static Expression[] upperHalves(Expression[] lanes) {
		return new Expression[] { Trees.intAt(lanes[0], Integer.SIZE), Trees.intAt(lanes[1], Integer.SIZE) };
	}

	private static Expression signs(Expression[] lanes) {
		Expression mask = highestBit(lanes[lanes.length - 1]);
		for (int lane = lanes.length - 2; lane >= 0; lane--) {
			Expression above = Trees.numeric(NumericOp.I32_SHL, mask, Trees.constant(1));
			mask = Trees.numeric(NumericOp.I32_ADD, above, highestBit(lanes[lane]));
		}
		return mask;
	}

	private static Expression highestBit(Expression lane) {
		return Trees.numeric(NumericOp.I32_SHR_U, lane, Trees.constant(Integer.SIZE - 1));
	}

}
